"""Pictures: where the real one is, what it shows, its caption and who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plainspoken.readers import characters, inline, links
from plainspoken.readers.draft import Draft
from plainspoken.readers.headline import key
from plainspoken.readers.inline import Context
from plainspoken.readers.looks import plain_run
from plainspoken.readers.runs import Runs, cut, strip, words

if TYPE_CHECKING:
    from bs4 import Tag

_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-srcset", "data-lazy-srcset", "src", "srcset")
_PLACEHOLDER = re.compile(r"placeholder|spacer|blank\.|pixel\.|/px\.|transparent|1x1|loading\.|lazy\.|data:", re.I)
_FILE_NAME = re.compile(
    r"[\w .()-]*(\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)|_\d{3,})$|(img|dsc|image|photo|bild)[\W_]*\d*$", re.I
)
_CREDIT_CLASS = re.compile(r"credit|copyright|photograph|photo-?by|attribution|source", re.I)
_CREDIT = re.compile(
    r"^\W{0,2}(©|\(c\)|(photo|picture|image|photograph|credit|copyright|foto|bild|quelle|source|crédit|"
    r"llun)s?\b( credit)?( ?(:|by|supplied)))",
    re.I,
)
_CREDIT_TAIL = re.compile(
    r"[\s(\[|/]+((©|\(c\)\s|(photo|picture|image|photograph|foto|bild|credit|"
    r"quelle)s?( credit)?( by)?: ?)[^.]{2,80})\.?[)\]]?$",
    re.I,
)
_DECORATION = re.compile(
    r"^(logo|icon|banner|spacer|image|photo|picture|foto|bild|print|share|facebook|twitter|x|email|rss)$|\blogo$", re.I
)


def read(holder: Tag, context: Context) -> Iterator[Draft]:
    """Yield a figure for each picture in an element; the caption belongs to the first.

    A picture that shows nothing to a reader who can't see it, with neither caption nor description, is decoration.
    """
    caption, credit = _caption(holder, context)
    images = [holder] if holder.name == "img" else list(holder.find_all("img"))
    for image in images:
        draft = _figure(image, caption, credit, context)
        if draft:
            yield draft
            caption, credit = (), ()


def is_captioned(tag: Tag) -> bool:
    """Tell whether an element is a figure without the tag: one picture and a few words, in a class that says so."""
    if not re.search(r"caption|figure|image|photo|picture", _names(tag), re.I):
        return False
    return (
        len(tag.find_all("img")) == 1
        and len(tag.get_text(" ", strip=True)) < 300
        and not tag.find(["h1", "h2", "h3", "ul", "table"])
    )


def _figure(image: Tag, caption: Runs, credit: Runs, context: Context) -> Draft | None:
    src = _source(image, context)
    alt = _alt(image, words(caption))
    if _is_tiny(image) or (not caption and (src is None or not alt)):
        return None
    parts = [("caption", caption), ("credit", credit), ("alt", plain_run(alt))]
    return Draft("figure", tuple((name, runs) for name, runs in parts if runs), src=src, hints=_names(image))


def _source(image: Tag, context: Context) -> str | None:
    found = [str(image.get(name) or "").strip() for name in _SOURCES]
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


def _alt(image: Tag, caption: str) -> str:
    if image.get("role") in ("presentation", "none"):
        return ""
    alt = characters.clean(str(image.get("alt") or "")).strip()
    useless = (
        _FILE_NAME.fullmatch(alt) or _DECORATION.search(alt) or "<" in alt or (caption and key(alt) == key(caption))
    )
    return "" if useless else alt


def _is_tiny(image: Tag) -> bool:
    sizes = [str(image.get(name) or "") for name in ("width", "height")]
    return any(size.isdigit() and int(size) <= 48 for size in sizes)


def _caption(holder: Tag, context: Context) -> tuple[Runs, Runs]:
    """Return caption and credit of a figure, the credit taken out of the caption."""
    if holder.name == "img":
        return (), ()
    box = holder.select_one("figcaption") or holder.select_one('[class*="caption" i]')
    if box is None and holder.name in ("figure", "p", "picture"):
        return (), ()
    box = box or holder
    label = next((tag for tag in box.find_all(["span", "small", "cite", "em", "p", "div"]) if _is_credit(tag)), None)
    credit = inline.read([label.extract()], context) if label else ()
    caption = inline.read(box.children, context)
    return (caption, _named(credit)) if credit else _tailed(caption)


def _is_credit(tag: Tag) -> bool:
    text = tag.get_text(" ", strip=True)
    if not text or len(text) >= 100:
        return False
    return tag.name == "small" or bool(_CREDIT_CLASS.search(_names(tag)) or _CREDIT.match(text))


def _tailed(caption: Runs) -> tuple[Runs, Runs]:
    text = words(caption)
    if _CREDIT.match(text) and len(text) < 80 and "." not in text[:-1]:
        return (), _named(caption)
    found = _CREDIT_TAIL.search(text, max(0, len(text) - 200))
    if not found:
        return caption, ()
    return strip(cut(caption, 0, found.start())), _named(cut(caption, *found.span(1)))


def _named(credit: Runs) -> Runs:
    """Leave the label out: `Photo: Imran Sadiq` credits Imran Sadiq."""
    text = words(credit)
    label = re.match(
        r"\W{0,2}(?:(?:photo|picture|image|photograph|credit|copyright|foto|bild|quelle|source|"
        r"llun)s?(?: credit)?(?: by)?\s*:\s*)",
        text,
        re.I,
    )
    return strip(cut(credit, label.end() if label else 0, len(text)), " \n()[]")


def _names(tag: Tag) -> str:
    return f"{' '.join(tag.get('class') or [])} {tag.get('id') or ''}"
