"""Web addresses, e-mail addresses, hashtags and handles, as people read them out in English."""

from __future__ import annotations

import re

from plainspoken.spoken.english.numbers import amount, letters, one_by_one, year
from plainspoken.spoken.english.words import AMBIGUOUS, SPELLED
from plainspoken.spoken.rules import Match, rule

_DOMAINS = (
    "com|org|net|uk|gov|police|nhs|edu|eu|info|ie|scot|wales|cymru|london|io|int|tv|fr|de|pl|ro|es|pk|au|example|test"
)
_SHORTENED = "ly|gd|me|gl|to|be|gg"  # of addresses that are cut short, always with a path
_MARKS = {".": "dot", "/": "slash", "-": "dash", "_": "underscore", "+": "plus", "@": "at", "~": "tilde"}
_LONGEST = 60  # characters of a path that somebody could still write down


def _email(match: Match) -> str:
    return address(match[0])


def _url(match: Match) -> str:
    bare = re.sub(r"^\w+://", "", match[0]).rstrip("/").partition("?")[0].partition("#")[0]
    host = bare.partition("/")[0]
    # A long path says nothing to the ear; the page has the link.
    return address(bare if len(bare) - len(host) <= _LONGEST else host)


def address(text: str) -> str:
    """Return an address as it is read out.

    >>> address("www.nspcc.org.uk/help-2"), address("GOV.UK")
    ('w w w dot N S P C C dot org dot U K slash help dash two', 'gov dot U K')
    """
    parts = re.findall(r"[A-Za-z]+|\d+|[^A-Za-z\d]", text)
    return " ".join(word for part in parts if (word := _part(part)))


def _part(part: str) -> str:
    if part.isdigit():
        return amount(part) if len(part) <= 2 else one_by_one(part)
    if part.lower() == "www":
        return "w w w"
    upper = part.upper()
    vowels = set(upper) & set("AEIOUY")
    if upper == "UK" or (upper in SPELLED and upper not in AMBIGUOUS) or (not vowels and 1 < len(part) <= 6):
        return letters(upper)
    return _MARKS.get(part, part.lower() if part.isupper() else part)


def _tag(match: Match) -> str:
    lead = "hashtag" if match[0][0] == "#" else "at"
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[A-Z]|\d+", match["name"])
    return f"{lead} {' '.join(map(_tagged, parts))}"


def _tagged(part: str) -> str:
    """Say a word of a tag: initials that can be no word letter by letter, a year as a year."""
    if part.isdigit():
        return year(int(part)) if len(part) == 4 and part[:2] in ("19", "20") else amount(part)
    return letters(part) if part.isupper() and len(part) > 1 and not set(part) & set("AEIOUY") else part


RULES = (
    rule(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", _email),
    rule(r"(?i:\b(?:https?://|www\.))[^\s<>“”\"]*[\w/]", _url),
    rule(rf"(?i)(?<![\w@])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:{_DOMAINS})\b(?!-)(?:/[^\s<>“”\"]*[\w/])?", _url),
    rule(rf"(?i)(?<![\w@])[a-z0-9-]+\.(?:{_SHORTENED})/[^\s<>“”\"]*[\w/]", _url),
    rule(r"(?<!\w)[#@](?P<name>[A-Za-z]\w+)", _tag),
)
