"""Terms of a TBX file: ISO 30042:2008 (`martif`, TBX-Basic) and ISO 30042:2019 (`tbx`, styles DCA and DCT)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from plainspoken import lang
from plainspoken.errors import SourceError, UsageError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# term, language of the translation, translation, note, other forms, forbidden words
Entry: TypeAlias = tuple[str, str, str, str, tuple[str, ...], tuple[str, ...]]

_LARGEST = 100_000_000  # bytes
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTRIES = ("termEntry", "conceptEntry")
_SECTIONS = ("langSet", "langSec")
_TERMS = ("tig", "ntig", "termSec")
# The picklist of administrativeStatus, with and without the suffix of TBX-Basic 2.
_FORBIDDEN = ("deprecatedTerm", "supersededTerm", "forbidden")
_PREFERRED = ("preferredTerm", "preferred", "standardizedTerm")


def read(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a TBX file: the first language's term with each other language's.

    The file's own language (`xml:lang` of its root) is the source; where an entry lacks it, the first of the entry is.
    A preferred term is the translation, admitted ones are forms that will do, deprecated and superseded ones forbidden.
    Entities are not expanded and nothing is fetched.

    Raises:
        SourceError: the file can't be read, or it is not TBX.
    """
    root = _root(path)
    if _name(root) not in ("martif", "tbx"):
        raise SourceError(
            "this is not a glossary", where=str(path), todo="Give TBX (ISO 30042), or CSV with a line `source,es,...`."
        )
    source = root.get(_XML_LANG) or "en"
    return tuple(found for entry in _named(root, _ENTRIES) for found in _entry(entry, source))


def _root(path: Path) -> Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        if path.stat().st_size > _LARGEST:
            raise SourceError("this glossary is too large", where=str(path), todo="Give a file of terms.")
        return etree.fromstring(path.read_bytes(), parser)
    except OSError as cause:
        raise SourceError(f"this glossary can't be read ({cause.strerror})", where=str(path)) from cause
    except etree.XMLSyntaxError as cause:
        raise SourceError(f"this glossary is not XML ({cause.msg})", where=str(path)) from cause


def _entry(entry: Element, source: str) -> Iterator[Entry]:
    sections = [(tag, section) for section in _named(entry, _SECTIONS) if (tag := _tag(section))]
    if not sections:
        return
    own = next((one for one in sections if lang.primary(one[0]) == lang.primary(source)), sections[0])
    terms = [text for text, status in _terms(own[1]) if status not in _FORBIDDEN]
    note = _note(entry)
    for tag, section in sections:
        said = _terms(section)
        good = sorted((one for one in said if one[1] not in _FORBIDDEN), key=lambda one: one[1] not in _PREFERRED)
        if section is own[1] or not good:
            continue
        forms = tuple(text for text, _ in good[1:])
        bad = tuple(text for text, status in said if status in _FORBIDDEN)
        for term in terms:
            yield term, tag, good[0][0], note, forms, bad


def _terms(section: Element) -> list[tuple[str, str]]:
    """Return the terms of a language with their status, its suffix `-admn-sts` left out."""
    found = []
    for group in _named(section, _TERMS):
        text = next((" ".join("".join(map(str, one.itertext())).split()) for one in _named(group, ("term",))), "")
        if text:
            found.append((text, _status(group)))
    return found


def _status(group: Element) -> str:
    """Return the administrative status: a `termNote` of that type (DCA), or an element of that name (DCT)."""
    for element in group.iter():
        if isinstance(element.tag, str) and "administrativeStatus" in (element.get("type"), _name(element)):
            return (element.text or "").strip().removesuffix("-admn-sts")
    return ""


def _note(entry: Element) -> str:
    texts = (element.text or "" for element in _named(entry, ("note",)))
    return " ".join(" ".join(texts).split())


def _tag(section: Element) -> str | None:
    try:
        return lang.canonical(section.get(_XML_LANG) or section.get("lang") or "")
    except UsageError:
        return None


def _named(element: Element, names: tuple[str, ...]) -> Iterator[Element]:
    return (one for one in element.iter() if isinstance(one.tag, str) and _name(one) in names)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
