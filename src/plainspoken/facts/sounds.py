"""The consonants of a word in any alphabet, in a form that tells whether two words may be one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from plainspoken.tagged.tokens import plain_digits

# What the letters of the alphabets say whose Unicode names don't say it themselves (ISO 9, ISO 233, ELOT 743, roughly).
_LETTERS = {
    "CYRILLIC": "Аa Бb Вv Гg Ґg Дd Еe Єe Жj Зz Иi Іi Її Йi Кk Лl Мm Нn"
    " Оo Пp Рr Сs Тt Уu Фf Хk Цs Чj Шj Щj Ъ- Ыi Ь- Эe Юu Яa",
    "GREEK": "Αa Βv Γg Δd Εe Ζz Ηi Θt Ιi Κk Λl Μm Νn Ξks Οo Πp Ρr Σs Τt Υi Φf Χk Ψps Ωo",
    "ARABIC": "بb پp تt ٹt ثs جj چj حk خk دd ڈd ذz رr ڑr زz ژj سs"
    " شj صs ضd طt ظz غg فf ڤf قk کk كk گg لl مm نn ںn ټt ډd ړr ږj ښj ڼn ڭg",
}  # fmt: skip
_NAMED = {
    "DEVANAGARI",
    "BENGALI",
    "GURMUKHI",
    "GUJARATI",
    "TAMIL",
    "ETHIOPIC",
}  # their letters are named by their sound
_SPELLED = re.compile(r"^(\w+) (?:LETTER|SYLLABLE|SIGN) (.+)$")
# Letters that one alphabet has two of and another one, and groups that say one thing, first of all.
_GROUPS = (
    (r"sch|tch|sh|ch|zh|cz|sz|ts|dzh|dj|š|č|ž|ş|ç", "S"), (r"gh(?=t|\b)", ""), (r"ght", "t"), (r"ph", "P"),
    (r"th|dh", "T"), (r"kh|gh|qu|ck|q", "K"), (r"x", "KS"), (r"c(?=[eiy])", "S"), (r"c", "K"),
    (r"[bpfv]", "P"), (r"[dt]", "T"), (r"[kg]", "K"), (r"[szj]", "S"), (r"l", "L"), (r"m", "M"), (r"n", "N"),
    (r"r", "R"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """Return the consonants of a word, those alike as one, doubled ones as one; empty where its script is not read.

    Vowels, `h`, `w` and `y` say nothing: alphabets write them in too many ways.

    >>> skeleton("Hackney"), skeleton("هاكني"), skeleton("हैकनी"), skeleton("Хакні")
    ('KN', 'KN', 'KN', 'KN')
    """
    sounds = "".join(_sound(sign) for sign in plain_digits(word).casefold())
    for group, sound in _GROUPS:
        sounds = re.sub(group, sound, sounds)
    kept = re.sub(r"[^PTKSLMNR]", "", sounds.replace("n", "N").replace("r", "R").replace("t", "T"))
    return re.sub(r"(.)\1+", r"\1", kept)


def plain_letters(word: str) -> str:
    """Return a word in small letters without accents: `Łódź` -> `lodz`."""
    if word.isascii() and word.isalnum():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.casefold().replace("ł", "l").replace("ı", "i").replace("đ", "d"))
    return "".join(sign for sign in bare if sign.isalnum())


@lru_cache(maxsize=4096)
def _sound(sign: str) -> str:
    if sign.isascii() or sign in "šžčşç":
        return sign
    spelled = _SPELLED.match(unicodedata.name(sign, ""))
    if spelled and spelled[1] in _NAMED:
        return _spoken(spelled[1], spelled[2])
    return _letters().get(sign) or unicodedata.normalize("NFKD", sign)[0] if sign.isalpha() else ""


def _spoken(script: str, named: str) -> str:
    """Return the sound that a letter's own name says: `KA`, `BHA`, `VOCALIC R`, `GLOTTAL A`."""
    if named in ("ANUSVARA", "TIPPI", "BINDI"):
        return "n"
    if "VOWEL" in named or named in ("VIRAMA", "NUKTA", "VISARGA", "CANDRABINDU", "ADDAK", "AYTHA"):
        return ""
    sound = named.split()[-1].lower()
    return re.sub(r"^(?:c|jh)", "s", sound) if script != "ETHIOPIC" else re.sub(r"^c", "s", sound)


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    return {pair[0].casefold(): pair[1:].strip("-") for row in _LETTERS.values() for pair in row.split()}
