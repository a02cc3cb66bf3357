"""The names of months and weekdays in the languages of the world, and which of them a text has."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from plainspoken import lang as languages

_WORD = re.compile(r"[^\W\d_]+")

# Arabic has three sets of names for the Gregorian months: Egypt and the Gulf, the Levant and Iraq, the Maghreb.
_SETS = {"ar": ("ar", "ar-LB", "ar-DZ", "ar-MA"), "ku": ("ku", "ckb"), "ckb": ("ckb", "ku"), "ps": ("ps", "fa")}

# Names that CLDR lacks: old spellings, ways of writing them in Britain's communities, shortened ones.
_MORE = {
    "en": {"sept": 9},
    "cy": {"rhag": 12, "hyd": 10},
    "bn": {"জানুয়ারি": 1, "ফেব্রুয়ারি": 2},
    "ur": {"جنوری": 1, "فروری": 2},
    "fa": {"فوریه": 2, "ژانویه": 1, "مه": 5, "می": 5, "ژوئن": 6, "ژوئیه": 7, "جولای": 7, "آگوست": 8},
    "ckb": {"شوبات": 2, "شوباتی": 2, "ئازاری": 3, "نیسانی": 4, "ئایاری": 5, "حوزەیرانی": 6, "تەمموزی": 7, "ئابی": 8,
            "ئەیلوولی": 9},
    "ku": {"sibatê": 2, "adarê": 3, "nîsanê": 4, "gulanê": 5, "hezîranê": 6, "tîrmehê": 7, "tebaxê": 8, "îlonê": 9,
           "cotmehê": 10, "mijdarê": 11, "kanûna": 12, "çileyê": 1},
    "so": {"jannaayo": 1, "janaayo": 1, "febraayo": 2, "maarso": 3, "abriil": 4, "luulyo": 7, "agoosto": 8,
           "sebtembar": 9, "oktoobar": 10, "nofembar": 11, "desembar": 12, "diseembar": 12},
    "ti": {"ጥሪ": 1},
}  # fmt: skip

# Months of calendars whose days we don't turn into Gregorian ones: Persian and Afghan, Islamic, Ethiopian.
_OTHER = re.compile(
    r"فروردین|اردیبهشت|خرداد|مرداد|شهریور|آبان|بهمن|اسفند|\bحمل\b|\bثور\b|\bجوزا\b|سرطان ۱۴|سنبله|سنبلې|عقرب ۱۴|"
    r"محرم|ربيع الأول|ربيع الآخر|جمادى|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة|ربیع الاول|رمضان المبارک|ذوالحجہ|"
    r"መስከረም|ጥቅምት|ኅዳር|ታኅሣሥ|የካቲት|መጋቢት|ሚያዝያ|ግንቦት|ሐምሌ|ነሐሴ"
)


def digits(text: str) -> str:
    """Return a text with the decimal digits of any script as 0 to 9; no character moves.

    >>> digits("٨ أبريل ২০২৬")
    '8 أبريل 2026'
    """
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def is_other(text: str) -> bool:
    """Tell whether a text names a month of the Persian, Islamic or Ethiopian calendar."""
    return bool(_OTHER.search(text))


@lru_cache(maxsize=64)
def months(lang: str) -> dict[str, int]:
    """Return the names of the months in lower case, wide and short, in the language and in English.

    A name in one script's digits or of fewer than three Latin letters is left out: it could be anything.
    """
    found: dict[str, int] = {}
    for tag in ("en", *_SETS.get(languages.primary(lang), (lang,))):
        locale = languages.locale(tag)
        for context in ("format", "stand-alone"):
            for width in ("abbreviated", "wide"):
                found |= {_plain(name): int(number) for number, name in locale.months[context][width].items()}
    found |= _MORE["en"] | _MORE.get(languages.primary(lang), {})
    found |= {unicodedata.normalize("NFC", name).replace("\u09af\u09bc", "\u09df"): at for name, at in found.items()}
    return {name: number for name, number in found.items() if _is_telling(name)}


@lru_cache(maxsize=64)
def month_pattern(lang: str) -> re.Pattern[str]:
    """Return a pattern that finds the name of a month, the longest first."""
    names = sorted(months(lang), key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, names))})(?![^\W\d_]{{4}}|\d)", re.I)


@lru_cache(maxsize=64)
def words(lang: str) -> frozenset[str]:
    """Return the words, in lower case, that the names of months and weekdays are made of."""
    names = set(months(lang))
    for tag in ("en", lang):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names |= {name.lower() for name in languages.locale(tag).days[context][width].values()}
    return frozenset(word for name in names for word in _WORD.findall(name))


def _plain(name: str) -> str:
    return name.lower().strip(" .॰’'")


def _is_telling(name: str) -> bool:
    return (len(name) >= 3 or (len(name) == 2 and not name.isascii())) and not name.isdecimal()
