"""Pictures, films and sound: where the real one is, what it shows, its caption and who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bs4 import Tag

from plainspoken.readers import characters, credits, inline, links
from plainspoken.readers.draft import Draft
from plainspoken.readers.headline import key
from plainspoken.readers.inline import Context
from plainspoken.readers.looks import plain_run
from plainspoken.readers.runs import Runs, covered, without, words

_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-srcset", "data-lazy-srcset", "src", "srcset")
_PICTURE_FILE = re.compile(r"\S\.(jpe?g|png|webp|avif|gif)(?=$|[?#\s,])", re.I)
_PLACEHOLDER = re.compile(r"placeholder|spacer|blank\.|pixel\.|/px\.|transparent|1x1|loading\.|lazy\.|data:", re.I)
_FILE_NAME = re.compile(
    r"[\w .()-]*(\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)|_\d{3,})$|(img|dsc|image|photo|bild)[\W_]*\d*$", re.I
)
_ORNAMENT = re.compile(
    r"(^|[/_.-])(icons?|ico|spacer|pixel|arrow|bullet|sprite|emoji|smil(ey|ies)|lupe)([/_.-]|$)", re.I
)
_PICTURE_CLASS = re.compile(r"caption|figure|image|photo|picture|gallery|slide|media", re.I)
_CAPTION_CLASS = re.compile(
    r"(?<![a-z])(fig)?captions?(?![a-z])|caption-?(text|wrap\w*)|image-?caption|imagecaption|photo-?caption|"
    r"bild-?unterschrift|bild-?text|legende(?![a-z])|pie-?de-?foto|didascalia",
    re.I,
)
_CALLED_CAPTION = re.compile("caption", re.I)
_CREDIT_CLASS = re.compile(r"credit|copyright|photograph|photo-?by|attribution|source", re.I)
_DECORATION = re.compile(
    r"^(logo|icon|banner|spacer|image|photo|picture|foto|bild|print|share|facebook|twitter|x|email|rss)$|\blogo$", re.I
)
_LONGEST = 400  # characters of a caption; what is longer is a text of its own


def read(holder: Tag, context: Context) -> Iterator[Draft]:
    """Yield a figure for each picture in an element; the caption belongs to the first.

    A picture without any words is yielded too: the line after it may be its caption (`settled` drops the others).
    A caption without a picture stands for one that the page loads by a script.
    """
    caption, credit = _caption(holder, context)
    images = [holder] if holder.name == "img" else list(holder.find_all("img"))
    for image in images:
        if is_ornament(image):
            continue
        yield _figure(image, caption, credit, context)
        caption, credit = (), ()
    if caption:
        yield Draft("figure", _parts(caption, credit, ()), hints=_names(holder))


def is_captioned(tag: Tag) -> bool:
    """Tell whether an element is a figure without the tag: one picture and a few words, in a class that says so."""
    if not _calls_picture(_names(tag)):
        return False
    pictures = [image for image in tag.find_all("img") if not is_ornament(image)]
    return (
        len(pictures) == 1
        and len(tag.get_text(" ", strip=True)) < _LONGEST
        and not tag.find(["h1", "h2", "h3", "ul", "table"])
    )


def is_caption(tag: Tag) -> bool:
    """Tell whether an element holds nothing but a caption: the tag or the class says so, and it is short."""
    if tag.name != "figcaption" and not _calls_caption(_names(tag)):
        return False
    if tag.find(["img", "h1", "h2", "h3", "ul", "ol", "table", "figure", "blockquote"]):
        return False
    return 0 < len(tag.get_text(" ", strip=True)) <= _LONGEST


@lru_cache(1024)
def _calls_picture(names: str) -> bool:
    return bool(_PICTURE_CLASS.search(names))


@lru_cache(1024)
def _calls_caption(names: str) -> bool:
    return bool(_CAPTION_CLASS.search(names))


def is_ornament(image: Tag) -> bool:
    """Tell whether a picture only decorates: an icon, a spacer, a tracking pixel."""
    sizes = [str(image.get(name) or "").removesuffix("px") for name in ("width", "height")]
    if any(size.isdigit() and int(size) <= 48 for size in sizes):
        return True
    if re.search(r"(^|;)\s*(max-)?(width|height)\s*:\s*[0-3]?\d(px)?\s*(;|$)", str(image.get("style") or "")):
        return True
    name = str(image.get("src") or "").split("?")[0].rsplit("/", 1)[-1]
    return bool(_ORNAMENT.search(name) or _ORNAMENT.search(" ".join(image.get("class") or [])))


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """Give each figure the caption that stands by itself after it; drop those without words and those shown twice."""
    kept: list[Draft] = []
    for draft in drafts:
        above = kept[-1] if kept and kept[-1].kind == "figure" else None
        caption = _caption_after(draft, above) if above else ()
        if above and caption:
            kept[-1] = _with_caption(above, caption, draft)
        else:
            kept.append(_worded(draft))
    return list(_once([draft for draft in kept if draft.kind != "figure" or draft.parts or draft.media]))


def _worded(draft: Draft) -> Draft:
    """A label without a picture is no caption, whatever its class says."""
    if draft.kind != "figure" or draft.src or len(draft.text) > 40 or [name for name, _ in draft.parts] != ["caption"]:
        return draft
    return replace(draft, kind="paragraph", parts=(("", draft.parts[0][1]),))


def _caption_after(draft: Draft, figure: Draft) -> Runs:
    """Return the words of a block that is the caption of the figure before it."""
    parts = dict(figure.parts)
    if parts.get("caption"):
        return ()
    if draft.kind == "figure":
        return dict(draft.parts).get("caption", ()) if draft.src is None else ()
    if draft.kind != "paragraph" or len(draft.text) > 200:
        return ()
    if credits.is_credit(draft.text) and not parts.get("credit"):
        return draft.runs
    alike = key(words(parts.get("alt", ()))) == key(draft.text)
    return without(draft.runs, "emph") if alike or covered(draft.runs, "emph") else ()


def _with_caption(figure: Draft, runs: Runs, draft: Draft) -> Draft:
    parts, beneath = dict(figure.parts), dict(draft.parts)
    caption, credit = (runs, beneath.get("credit", ())) if draft.kind == "figure" else credits.split(runs)
    return replace(figure, parts=_parts(caption, credit or parts.get("credit", ()), parts.get("alt", ())))


def _parts(caption: Runs, credit: Runs, alt: Runs) -> tuple[tuple[str, Runs], ...]:
    """Return the parts of a figure that have words; a description that repeats the caption says nothing."""
    if caption and key(words(alt)) == key(words(caption)):
        alt = ()
    return tuple((name, runs) for name, runs in (("caption", caption), ("credit", credit), ("alt", alt)) if runs)


def _once(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield drafts without the figures that a slider or a narrow screen's copy shows a second time."""
    seen: set[tuple[str | None, str]] = set()
    last = ""
    for draft in drafts:
        said = draft.text if draft.kind == "figure" else ""
        if draft.kind == "figure" and ((draft.src, said) in seen or (said and said == last)):
            continue
        seen.add((draft.src, said))
        last = said
        yield draft


def _figure(image: Tag, caption: Runs, credit: Runs, context: Context) -> Draft:
    media = str(image.get("data-media") or "")
    src = links.link(media, "", context.base).href if media else _source(image, context)
    alt = _alt(image)
    inside = str(image.get("src") or "").lower().startswith("cid:")  # a message's or a Word file's own (RFC 2392)
    kept = src is not None or caption or inside
    parts = _parts(caption, credit, plain_run(alt)) if kept else ()
    return Draft("figure", parts, src=src, hints=_names(image), media=bool(media and src))


def _source(image: Tag, context: Context) -> str | None:
    found = [str(image.get(name) or "").strip() for name in _SOURCES]
    found += [str(value) for name, value in image.attrs.items() if name.startswith("data-") and _is_file(value)]
    picture = image.find_parent("picture")
    if picture is not None:
        found += [str(source.get("srcset") or "") for source in picture.find_all("source")]
    addresses = [
        text.split(",")[0].split()[0]
        for text in found
        if text and text.split(",")[0].split() and not text.startswith("data:")
    ]
    good = [address for address in addresses if not _PLACEHOLDER.search(address)]
    return next((clean for address in (good or addresses) if (clean := links.picture(address, context.base))), None)


def _is_file(value: object) -> bool:
    return isinstance(value, str) and not value.startswith(("{", "[")) and bool(_PICTURE_FILE.search(value))


def _alt(image: Tag) -> str:
    if image.get("role") in ("presentation", "none"):
        return ""
    alt = characters.clean(str(image.get("alt") or image.get("aria-label") or "")).strip()
    useless = _FILE_NAME.fullmatch(alt) or _DECORATION.search(alt) or "<" in alt
    return "" if useless else alt


def _caption(holder: Tag, context: Context) -> tuple[Runs, Runs]:
    """Return caption and credit of a figure, the credit taken out of the caption."""
    box = _caption_box(holder)
    if box is None:
        return (), ()
    label = next((tag for tag in box.find_all(True) if _is_credit(tag)), None)
    credit = inline.read([label.extract()], context) if label else ()
    _part(box)
    caption = inline.read_lines(box.children, context)
    if credit:
        return caption, credits.named(credit)
    return credits.split(caption)


def _caption_box(holder: Tag) -> Tag | None:
    """Return what holds the caption: by tag, by class, by what ARIA points at; else all of a short labelled box."""
    if holder.name == "img":
        return _described(holder)
    if is_caption(holder):
        return holder
    found = holder.find("figcaption") or holder.find(class_=_CALLED_CAPTION)
    box = found if isinstance(found, Tag) else _described(holder)
    return box or (None if holder.name in ("figure", "p", "picture") else holder)


def _described(tag: Tag) -> Tag | None:
    """Return the element that describes a picture (WAI-ARIA 1.2, `aria-describedby`, `aria-labelledby`)."""
    for owner in (tag, *([] if tag.name == "img" else tag.find_all("img", limit=1))):
        ident = str(owner.get("aria-describedby") or owner.get("aria-labelledby") or "").split()
        if ident and (found := list(owner.parents)[-1].find(id=ident[0])) is not None:
            return found.extract() if len(found.get_text()) <= _LONGEST else None
    return None


def _part(box: Tag) -> None:
    """Keep the words of neighbouring elements apart: a caption and a name stand in boxes that only look apart."""
    for tag in box.find_all(["span", "small", "strong", "em"], recursive=False):
        if tag.previous_sibling is not None and tag.previous_sibling.name:
            tag.insert_before(" ")


def _is_credit(tag: Tag) -> bool:
    text = tag.get_text(" ", strip=True)
    if not text or len(text) >= 100:
        return False
    return tag.name == "small" or bool(_CREDIT_CLASS.search(_names(tag))) or credits.is_credit(text)


def _names(tag: Tag) -> str:
    return f"{' '.join(tag.get('class') or [])} {tag.get('id') or ''}"
