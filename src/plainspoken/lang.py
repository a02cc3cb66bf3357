"""Language tags (BCP 47): canonical form, fallback, direction, names."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from plainspoken.errors import UsageError

# The languages whose communities the packs are made for; a pack's own words are translated into all of them.
COMMUNITY = (
    "am", "ar", "bn", "cy", "en", "es", "fa", "fr", "gu", "hi", "it", "ku", "lt", "pa",
    "pl", "ps", "pt", "ro", "so", "sq", "ta", "ti", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip

PSEUDO = (
    "en-XA"  # accented, lengthened English: shows what a layout does with other languages (Unicode's pseudo-locale)
)

_RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"})
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo"})
_ALIASES = {"kmr": "ku", "cmn": "zh", "pes": "fa", "nb": "no"}


@lru_cache(maxsize=512)
def canonical(tag: str) -> str:
    """Return `tag` in canonical BCP 47 form: `EN_gb` -> `en-GB`, `zh-hans` -> `zh-Hans`, `kmr` -> `ku`.

    Raises:
        UsageError: the tag is not well formed, or names no language that CLDR knows.
    """
    parts = tag.strip().replace("_", "-").split("-")
    if not parts[0] or not all(part.isascii() and part.isalnum() and len(part) <= 8 for part in parts):
        raise _unknown(tag)
    head = _ALIASES.get(parts[0].lower(), parts[0].lower())
    if not _is_language(head):
        raise _unknown(tag)
    return "-".join([head, *(_subtag(part) for part in parts[1:])])


def primary(tag: str) -> str:
    """Return the language of a canonical tag alone: `en-GB` -> `en`."""
    return tag.split("-")[0]


def same(one: str, other: str) -> bool:
    """Tell whether two tags name one language in one script: `en-GB` and `en` do, `pa` and `pa-Arab` do not."""
    return primary(one) == primary(other) and script(one) == script(other)


@lru_cache(maxsize=512)
def fallbacks(tag: str) -> tuple[str, ...]:
    """Return the tag and what it falls back to, nearest first: `zh-Hant-HK` -> `zh-Hant-HK`, `zh-Hant`, `zh`."""
    parts = tag.split("-")
    return tuple("-".join(parts[:size]) for size in range(len(parts), 0, -1))


@lru_cache(maxsize=512)
def script(tag: str) -> str:
    """Return the ISO 15924 code of the script the language is written in (CLDR likely subtags)."""
    for part in tag.split("-")[1:]:
        if len(part) == 4 and part.isalpha():
            return part.title()
    likely = get_global("likely_subtags")
    for key in (tag.replace("-", "_"), primary(tag)):
        if key in likely:
            return str(likely[key]).split("_")[1]
    return "Latn"


def direction(tag: str) -> str:
    """Return `rtl` or `ltr`, the direction of the language's script."""
    return "rtl" if script(tag) in _RTL_SCRIPTS else "ltr"


def gap(tag: str) -> str:
    """Return what stands between two sentences: a space, or nothing in scripts written without spaces."""
    return "" if primary(tag) in _UNSPACED else " "


def name(tag: str, within: str) -> str:
    """Return the language's name, said in the language `within`; the tag itself where CLDR has no name."""
    if tag == PSEUDO:
        return "Pseudo-English"
    found = locale(tag).get_display_name(locale(within)) if primary(tag) in _languages() else None
    return found or tag


def autonym(tag: str) -> str:
    """Return the language's name in itself: `ur` -> `اردو`."""
    return name(tag, tag)


@lru_cache(maxsize=512)
def locale(tag: str) -> Locale:
    """Return the nearest Babel locale for dates, numbers and names; English where CLDR has none."""
    for candidate in fallbacks(tag):
        try:
            return Locale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


def _subtag(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    is_region = (len(part) == 2 and part.isalpha()) or (len(part) == 3 and part.isdigit())
    return part.upper() if is_region else part.lower()


def _is_language(code: str) -> bool:
    return code in _languages()


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    return frozenset(Locale.parse("en").languages) | frozenset(COMMUNITY)


def _unknown(tag: str) -> UsageError:
    return UsageError(
        "this is not a language tag", where=repr(tag), todo="Use a BCP 47 tag such as en, ur, pa or zh-Hant."
    )
