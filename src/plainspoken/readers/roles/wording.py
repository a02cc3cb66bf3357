"""The words by which newsrooms mark the parts of a release, in the languages they write (`wording.toml`)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from plainspoken.model import Role
from plainspoken.readers.alternatives import grouped

_PARTS: tuple[Role, ...] = ("notes", "contact", "boilerplate", "helpline")
_PHONE = re.compile(
    r"(?<![\d./:,-])(?:\+\d{1,3}[ -]?)?\(?0?\d{2,5}\)?(?:[ -]?\d{2,8}){1,4}(?![\d/:])|(?<!\d)116 ?\d{3}(?!\d)"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+")
# Numbers of three to six figures that call for help: emergency and harmonised numbers (999, 112, 116 xxx), national
# crisis lines (988, 105, 119) and text lines (85258, 61016, 86463).
_SHORT = re.compile(
    r"(?<![\d.,£$€/:-])(?<!\d )(000|016|017|024|101|105|110|111|112|113|115|119|133|144|911|988|999|1522|1800\d|"
    r"3020|3919|13 ?11 ?14|116 ?\d{3}|18000|50808|61016|741741|85258|86463)(?![\d%]|[.,:]\d)"
)
_FREE = re.compile(r"(?<!\d)0(?:800|808|300|303|333|345)(?=[ \d-])|\b1[- ]?8(?:00|88|77|66|55|44|33)[- ]\d")
_LONGEST_ENTRY = 120  # characters of a line of a directory
_FEWEST = 7  # digits of a telephone number
_DIGIT = re.compile(r"\d")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_CHAT = re.compile(r"\b(web ?chat|live ?chat|online chat|chat online)\b", re.I)
_WEAK = frozenset({"information", "report", "reports"})  # words of help, but not beside no more than an e-mail address
_NEAR = 90  # characters between what is offered and the words that offer it
_UNIT = re.compile(
    r"^\s*(?:%|per cent|percent|people|homes|km|miles|metres|times|years|days|hours|calls|members)\b", re.I
)


@lru_cache(2048)
def role_of_heading(text: str) -> Role | None:
    """Return the part of the release that a heading opens, None if its words name none.

    >>> role_of_heading("Notes to editors:")
    'notes'
    """
    if len(text) > 160:
        return None
    label = _straight(text.strip().rstrip(":：.").strip())
    return next((role for role in _PARTS if _whole(role).fullmatch(label)), None)


def role_of_paragraph(text: str) -> Role | None:
    """Return the part of the release that a paragraph belongs to by the label it opens with.

    >>> role_of_paragraph("Media contact: Joe Hale, 01632 960322")
    'contact'
    """
    head = _straight(text[:120])
    if ":" not in head and "：" not in head:
        return None
    role: Role | None = next((role for role in ("notes", "contact") if _prefix(role).match(head)), None)
    return role or ("boilerplate" if _ABOUT.match(head) else None)


_ABOUT = re.compile(r"\W*(?:about|ynghylch|über|à propos de|acerca de|نبذة عن)\s[^:.]{2,70}:", re.I)


def is_loose(text: str) -> bool:
    """Tell whether a label of notes says no more than `Note`, as a story may of itself."""
    return bool(_loose().match(_straight(text[:120])))


def is_background(text: str) -> bool:
    """Tell whether a label says no more than `Background`, as a part of the story may."""
    return bool(_whole("background").fullmatch(_straight(text[:120]).strip()))


def is_end(text: str) -> bool:
    """Tell whether a line says that the story ends here: `ENDS`, `-30-`, `###`."""
    return len(text) < 60 and bool(_whole("end").fullmatch(_straight(text)))


def is_embargo(text: str) -> bool:
    """Tell whether a line forbids to publish before a time."""
    return len(text) < 200 and bool(_opening("embargo").match(_straight(text)))


def is_kicker(text: str) -> bool:
    """Tell whether a line is a label above a release, no part of its text: `PRESS RELEASE`."""
    return len(text) < 90 and bool(_kicker().fullmatch(_straight(text)))


def is_byline(text: str) -> bool:
    """Tell whether a line only names an author: `By Ann Cole`."""
    return len(text) < 120 and len(text.split()) <= 14 and bool(_byline().fullmatch(_straight(text)))


def may_advise(heading: str) -> bool:
    """Tell whether a heading could open advice; its section is a helpline if it names numbers to call."""
    return bool(_anywhere("advice").search(heading))


def has_address(text: str) -> bool:
    """Tell whether a text has a telephone number or an e-mail address."""
    if "@" in text and _MAIL.search(text):
        return True
    return _has_digits(text, _FEWEST) and any(_is_number(one.group()) for one in _PHONE.finditer(_ascii(text)))


def is_help(text: str) -> bool:
    """Tell whether a text says whom to call for help: a short or free number, or any number with words of help.

    >>> is_help("Call the Samaritans free on 116 123."), is_help("The council fixed 116 lamps.")
    (True, False)
    """
    numbered = names_help_number(text)
    if not (numbered or has_address(text) or ("chat" in text.lower() and _CHAT.search(text))):
        return False
    if not _anywhere("call").search(text) or is_media_contact(text):
        return False
    return numbered or bool(_anywhere("help").search(text))


def _has_digits(text: str, least: int) -> bool:
    return len(_DIGIT.findall(text)) >= least


def names_help_number(text: str) -> bool:
    """Tell whether a text has a number that only help has: an emergency or crisis number, or one that is free."""
    if not _has_digits(text, 3):
        return False
    plain = _ascii(text)
    short = any(not _UNIT.match(plain[found.end() :]) for found in _SHORT.finditer(plain))
    return short or bool(_FREE.search(plain))


def is_entry(line: str) -> bool:
    """Tell whether a line is one of a directory of help: a name beside a number that only help has.

    >>> is_entry("Floodline 0345 988 1188 (24 hours)"), is_entry("In 999 homes the power failed.")
    (True, False)
    """
    if len(line) > _LONGEST_ENTRY * 2 or not _DIGIT.search(line):
        return False
    plain = _ascii(line.strip())
    found = [*_SHORT.finditer(plain), *_FREE.finditer(plain)]
    return len(plain) < _LONGEST_ENTRY and any(
        _is_named(plain[: one.start()].strip(), plain[one.end() :]) for one in found
    )


def _is_named(before: str, after: str) -> bool:
    """Tell whether a few words stand before a number that are its name, and nothing that makes it count something."""
    if not before:
        return not _UNIT.match(after)
    labelled = before.endswith((":", "：", "–", "-", "—"))
    last = not re.search(r"[^\W\d]", re.sub(r"\(.*?\)", "", after))
    return len(before.split()) <= 6 and (labelled or last)


def is_for_media(text: str) -> bool:
    """Tell whether a text speaks of the press."""
    return bool(_anywhere("media").search(text))


def is_media_contact(text: str, *, among_notes: bool = False) -> bool:
    """Tell whether a text says how journalists reach the publisher.

    >>> is_media_contact("Press office: 01632 960322"), is_media_contact("Call the helpline on 0800 555 111")
    (True, False)
    """
    if not has_address(text):
        return False
    return bool(_anywhere("media").search(text) or (among_notes and _anywhere("call").search(text)))


def offers_material(text: str) -> bool:
    """Tell whether a text offers what newsrooms ask for: pictures, footage, experts, interviews.

    >>> offers_material("Photos of the bridge are available here."), offers_material("She took photos of it.")
    (True, False)
    """
    offers = list(_anywhere("offer").finditer(text))  # rarer than what is offered
    things = list(_anywhere("material").finditer(text)) if offers else []
    return any(_are_near(thing, offer, text) for thing in things for offer in offers)


def _are_near(one: re.Match[str], other: re.Match[str], text: str) -> bool:
    """Tell whether two words stand in one sentence, and not far from each other."""
    between = text[min(one.end(), other.end()) : max(one.start(), other.start())]
    return len(between) <= _NEAR and not re.search(r"[.!?。।؟]\s", between)


def is_inquiry(text: str) -> bool:
    """Tell whether a text opens by saying whom to ask for more information, by number or e-mail."""
    return bool(_opening("inquiry").match(_straight(text[:160]))) and has_address(text)


def is_more(text: str) -> bool:
    """Tell whether a text opens with a label of notes like `Further information`."""
    return bool(_opening("loose").match(_straight(text[:160])))


def is_spoken(text: str) -> bool:
    """Tell whether a text opens with a quotation mark: somebody says it."""
    return text.lstrip()[:1] in tuple('"“„«»‘『「”')


def _is_number(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    return _FEWEST <= digits <= 15 and (text.lstrip("(").startswith(("0", "+", "1")) or digits >= 9)


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _ascii(text: str) -> str:
    """Return a text with the digits of all scripts as 0 to 9: `٩٩٩` is 999."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found.group())), text)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = files("plainspoken.readers.roles").joinpath("wording.toml").read_text("utf-8")
    return cast(dict[str, dict[str, list[str]]], tomllib.loads(text))


def _phrases(name: str) -> str:
    return "|".join(phrase for phrases in _table()[name].values() for phrase in phrases)


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_phrases(name)})\W*", re.I)


@cache
def _opening(name: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_phrases(name)})", re.I)


@cache
def _prefix(name: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_phrases(name)})\s*(?:\([^)]*\))?\s*[:：]", re.I)


@cache
def _anywhere(name: str) -> re.Pattern[str]:
    """Match one of the words; those of scripts with spaces stand alone, the others anywhere."""
    every = [word for words in _table()[name].values() for word in words]
    alone = [word for word in every if re.match(r"[\\(]?[a-zà-žα-я]", word, re.I)]
    inside = [word for word in every if word not in alone]
    return re.compile(rf"(?<!\w)(?:{grouped(alone)})(?!\w)|{grouped(inside)}", re.I)


@cache
def _loose() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_phrases('loose')})\s*(?:[:：]|\W*$)", re.I)


@cache
def _kicker() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_phrases('kicker')})\W*(?:[\d/.-]{{1,12}})?\W*", re.I)


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_phrases('byline')})\b[: ]\s*\S.{{2,80}}", re.I)
