"""A Word document to a page, by mammoth: styles to headings, numbering to lists, tracked changes as if accepted."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping

from lxml import etree

from plainspoken.errors import EngineError, SourceError
from plainspoken.readers import shell

_LARGEST = 40_000_000  # bytes of one part unpacked; a release's document.xml has 0.3 MB
_MOST = 5000  # parts
_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/(_rels/)?(document\d*|styles|numbering|footnotes|endnotes)\.xml(\.rels)?|"
    r"docProps/core\.xml"
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TERMS = "{http://purl.org/dc/terms/}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_STYLES = (
    "p[style-name='Title'] => h1:fresh",
    "p[style-name='Subtitle'] => p.standfirst:fresh",
    "p[style-name='Quote'] => blockquote > p:fresh",
    "p[style-name='Intense Quote'] => blockquote > p:fresh",
    "p[style-name='caption'] => p.caption:fresh",
    "p[style-name='Caption'] => p.caption:fresh",
)
_FOOTNOTE_MARK = re.compile(r'<sup><a href="#(?:foot|end)note-[^"]*" id="[^"]*">\[\d+\]</a></sup>')
_FOOTNOTE_BACK = re.compile(r'\s*<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')
_STALE = re.compile(r"(microsoft word - .*|document\d*|untitled.*|.*\.(docx?|dotx?|rtf|odt))$", re.I)


def read(content: bytes, where: str = "the document") -> bytes:
    """Return a Word document as a page; its title, author, language and time of making are the page's own.

    What was deleted under tracked changes, hidden text and comments are not read. Nothing is fetched: only the parts
    that hold words are unpacked, each of bounded size, and their relations to anything outside but links are dropped.

    Raises:
        SourceError: it is damaged, or larger than any release.
        EngineError: mammoth is not installed.
    """
    parts = _parts(content, where)
    styles = _xml(parts.get("word/styles.xml", b""))
    document = next((value for name, value in parts.items() if name.startswith("word/document")), b"")
    root = _xml(document)
    if root is None:
        raise SourceError("this Word file is damaged: it has no text", where=where, todo="Save it anew as .docx.")
    core = _xml(parts.get("docProps/core.xml", b""))
    title = _field(core, f"{_DC}title")
    title = "" if _STALE.fullmatch(title) else title
    return shell.page(
        shell.headed(_markup(parts, root, styles, where), title),
        title=title, lang=_lang(root, styles), author=_field(core, f"{_DC}creator"),
        published=_field(core, f"{_TERMS}created"),
    )  # fmt: skip


def _parts(content: bytes, where: str) -> dict[str, bytes]:
    """Unpack what holds words.

    Raises:
        SourceError: it is damaged, a part is too large, or a part defines entities, which Word never does.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist()[:_MOST] if _KEPT.fullmatch(entry.filename)]
            parts = {entry.filename: _unpacked(archive, entry, where) for entry in entries}
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as cause:
        raise SourceError("this Word file is damaged", where=where, todo="Save it anew as .docx.") from cause
    if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in parts.values()):
        raise SourceError("this Word file defines entities, which Word never does", where=where, todo="Save it anew.")
    return {name: _without_relations(part) if name.endswith(".rels") else part for name, part in parts.items()}


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, where: str) -> bytes:
    with archive.open(entry) as part:
        content = part.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise SourceError(
            f"the document unpacks to more than {_LARGEST / 1e6:.0f} MB, too much for a press release",
            where=where, todo="Save its words as a new .docx.",
        )  # fmt: skip
    return content


def _without_relations(part: bytes) -> bytes:
    """Keep links alone of all that points outside of the document."""
    root = _xml(part)
    if root is None:
        return b"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>"
    for relation in list(root):
        if relation.get("TargetMode") == "External" and relation.get("Type") != _HYPERLINK:
            root.remove(relation)
    return etree.tostring(root)


def _markup(parts: Mapping[str, bytes], root: etree._Element, styles: etree._Element | None, where: str) -> str:
    try:
        import mammoth
    except ImportError as cause:
        todo = "Install it: pip install 'plainspoken[docx]'."
        raise EngineError("reading Word files needs mammoth, which is not installed", where=where, todo=todo) from cause
    name = next(name for name in parts if name.startswith("word/document"))
    packed = _packed({**parts, name: etree.tostring(_without_hidden(root))})
    rules = "\n".join((*_STYLES, *_outline(root, styles)))
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(packed), style_map=rules, include_embedded_style_map=False, convert_image=_image(mammoth)
        )
    except Exception as cause:  # mammoth has no error of its own; what it says is the document's fault
        raise SourceError("this Word file is damaged", where=where, todo="Save it anew as .docx.") from cause
    return _FOOTNOTE_BACK.sub("", _FOOTNOTE_MARK.sub("", str(made.value)))


def _image(mammoth: object) -> object:
    """Show a picture by its description alone, as a message shows its own: its bytes stay in the document."""
    return mammoth.images.img_element(lambda image: {"src": "cid:picture"})  # type: ignore[attr-defined]


def _packed(parts: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def _without_hidden(root: etree._Element) -> etree._Element:
    for run in list(root.iter(f"{_W}r")):
        mark, holder = run.find(f"{_W}rPr/{_W}vanish"), run.getparent()
        if mark is not None and holder is not None and mark.get(f"{_W}val") not in ("0", "false"):
            holder.remove(run)
    return root


def _outline(root: etree._Element, styles: etree._Element | None) -> list[str]:
    """Return the rules for headings: by outline level, one lower where a title stands above them."""
    if styles is None:
        return []
    used = {style.get(f"{_W}val") for style in root.iter(f"{_W}pStyle")}
    names = {style.get(f"{_W}styleId"): style for style in styles.iter(f"{_W}style")}
    titled = any((_value(names[key], "name") or "").lower() == "title" for key in used if key in names)
    rules = []
    for key, style in names.items():
        level = _level(style, names)
        name = (_value(style, "name") or "").replace("\\", "").replace("'", "\\'")
        if level is not None and name and key and name.lower() != "title":
            rules.append(f"p[style-name='{name}'] => h{min(6, level + 1 + titled)}:fresh")
    return rules


def _level(style: etree._Element, names: Mapping[str | None, etree._Element], depth: int = 0) -> int | None:
    """Return a style's outline level from 0, its own or that of the style it is made from."""
    found = re.fullmatch(r"heading (\d)", (_value(style, "name") or "").lower())
    if found:
        return int(found.group(1)) - 1
    own = next((mark.get(f"{_W}val") for mark in style.iter(f"{_W}outlineLvl")), None)
    if own is not None:
        return int(own) if own.isdecimal() and int(own) < 9 else None
    parent = names.get(_value(style, "basedOn"))
    return _level(parent, names, depth + 1) if parent is not None and depth < 10 else None


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(f"{_W}{name}")
    return child.get(f"{_W}val") if child is not None else None


def _lang(root: etree._Element, styles: etree._Element | None) -> str:
    """Return the language that most letters of the text are marked with; the styles' default counts for the rest."""
    counts: Counter[str] = Counter()
    default = next((mark.get(f"{_W}val") or "" for mark in styles.iter(f"{_W}lang")), "") if styles is not None else ""
    for run in root.iter(f"{_W}r"):
        marks = run.find(f"{_W}rPr/{_W}lang")
        length = sum(len(text.text or "") for text in run.iter(f"{_W}t"))
        counts[(marks.get(f"{_W}val") if marks is not None else None) or default] += length
    return counts.most_common(1)[0][0] if counts else default


def _field(core: etree._Element | None, name: str) -> str:
    found = core.find(name) if core is not None else None
    return " ".join((found.text or "").split()) if found is not None else ""


def _xml(part: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError):
        return None
