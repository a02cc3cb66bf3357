"""Who made a picture: the credit beside or within a caption, told by its wording."""

from __future__ import annotations

import re

from plainspoken.readers.runs import Runs, cut, strip, words

# "Photo", "picture", "source" and their like, in the words of the languages that releases come in.
_LABEL = (
    r"(?:photo(?:graph(?:s|er|y|ie)?)?|photos|pic(?:ture)?s?|image|images|credits?|copyright|courtesy|source|"
    r"photo[ -]?credits?|image[ -]?credits?|picture[ -]?credits?|"
    r"crédits?(?: (?:photo|image)s?)?|fotos?|fotografie|fotograf(?:ía|ia|o|en)?|fotógraf[oa]|créditos?|imagen|imagem|"
    r"fonte|fuente|bild(?:er|quelle|nachweis|rechte)?|bildbyrån|quelle|beeld|bron|kuva|fotó|kép|zdjęci[ea]|zdj|fot|"
    r"źródło|autor|autorka|nuotrauka|nuotr|sursa|ljósmynd|llun|lluniau|griangraf|ảnh|nguồn|kredi|fotoğraf|kaynak|"
    r"фото|снимка|снимок|фотографія|джерело|источник|φωτογραφία|πηγή|foto nga|写真|提供|撮影|사진|图片来源|图片|摄影|"
    r"תמונה|צילום|קרדיט|صورة|الصورة|تصوير|المصدر|عکس|منبع|فوٹو|تصویر|سەرچاوە|"
    r"फोटो|फ़ोटो|চিত্র|ছবি|ਫੋਟੋ|ਤਸਵੀਰ|ફોટો|புகைப்படம்|ፎቶ|sawir(?:ka)?|wêne)"
)
_BY = r"(?:[ .]*(?:credits?|courtesy|copyright))?(?:[ .]*(?:by|of|par|von|de|di|af|av))?"
_MARKED = rf"(?:{_LABEL}{_BY}\.?\s*[:：]\s*|{_LABEL}[ .]+(?:by|courtesy of|supplied by|par|von)\s+|©\s*|\(c\)\s*)"
_WHOLE = re.compile(
    rf"\W{{0,2}}(?:{_MARKED}|(?:photo|picture|image|foto|bild)s?(?: supplied\b|/))(?P<who>[^\n]*)", re.I
)
_TAIL = re.compile(rf"(?:^|[\s(\[|/–—.。=＝-])(?P<all>{_MARKED}(?P<who>[^\n]{{2,80}}?))[.)\]]*$", re.I)
_SUFFIX = re.compile(r"(?:^|[/|(]\s*)(?P<all>(?P<who>[^/|()\n]{2,50}(?:/[^/|()\n]{2,40})?) nuotr\.?)\)?$", re.I)
_AGENCY = re.compile(
    r"[(\[](?P<all>(?P<who>(?:(?:photo|foto|ph)s?\.? )?[^()\[\]\n]{0,70}\b(?:AFP|AP|EPA|EFE|PA|dpa|ddp|apa|ANSA|"
    r"TASS|Reuters|REUTERS|Getty|Getty Images|Alamy|Shutterstock|iStock|Unsplash|imago|picture[ -]alliance)\b"
    r"[^()\[\]\n]{0,40}))[)\]]\.?$"
)
_LONGEST = 200  # characters at the end of a caption that a credit could begin in
_END = re.compile(r"[^\W\d_]{3}[.!?]\s+\S")


def is_credit(text: str) -> bool:
    """Tell whether a line is a credit and nothing else.

    >>> is_credit("Crédit photo : Ada Rowe"), is_credit("The photo was taken by Ada Rowe in May.")
    (True, False)
    """
    return len(text) < 100 and bool(_WHOLE.match(text)) and not _END.search(text)


def split(caption: Runs) -> tuple[Runs, Runs]:
    """Return a caption without the credit in it, and who is credited, without the label before the name."""
    text = words(caption)
    if is_credit(text):
        return (), named(caption)
    for form in (_TAIL, _SUFFIX, _AGENCY):
        found = form.search(text, max(0, len(text) - _LONGEST))
        if found and _starts(text, found.start("all")) and (form is _AGENCY or not _END.search(found.group("who"))):
            before = strip(cut(caption, 0, found.start("all")), " \n([|/–—=＝-")
            return before, _trimmed(cut(caption, *found.span("who")))
    return caption, ()


def named(credit: Runs) -> Runs:
    """Leave the label out: `Photo: Imran Sadiq` credits Imran Sadiq; a © stays, as it claims a right."""
    text = words(credit)
    label = re.match(rf"\W{{0,2}}{_LABEL}{_BY}\.?\s*(?:[:：]|(?<= by)|(?<=von)|(?<=par))\s*", text, re.I)
    return _trimmed(cut(credit, label.end() if label else 0, len(text)))


def _starts(text: str, at: int) -> bool:
    """Tell whether a label opens something: a small letter after a word goes on with the sentence."""
    before = text[:at].rstrip(" ")
    return not before or not text[at].islower() or not (before[-1].isalnum() or before[-1] in ",;:")


def _trimmed(runs: Runs) -> Runs:
    return strip(runs, " \n()[]")
