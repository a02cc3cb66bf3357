"""How much a reading of bytes looks like a language: the letters it should have, and its commonest words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plainspoken import tongues

_SAMPLE = 6000  # bytes of the text beyond ASCII; what is more tells nothing new
_LOOKED = 400_000  # bytes of a page that are searched for it
_NO_TEXT = (b"script", b"style", b"!--")
_WORD = re.compile(r"[^\W\d_]+")
_TURN = re.compile(r"[a-zà-öø-ÿа-яёα-ω][A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω]")
_MIXED = re.compile(r"[A-Za-z][\u0370-\u1fff\u3040-\ud7ff]|[\u0370-\u0e00\u0e31-\u1fff][A-Za-z]")
_ANYWHERE = frozenset(
    "“”‘’„‚«»‹›–—…•·€£©®°§ \u00ad\u200b\u200c\u200d\u200e\u200f×½¼¾²³´№™†、。，．！？：；（）「」『』・ー《》〜～　¡¿"
)

# The languages that an encoding is read in, each encoding before those it is mistaken for.
_LANGUAGES = {
    "cp1252": "en de fr es pt it nl sv da no fi ca gl cy ga is sq", "cp1250": "pl cs sk hu hr sl ro sq",
    "cp1251": "ru uk bg sr", "cp1253": "el", "cp1254": "tr ku", "cp1255": "he", "cp1256": "ar fa ur",
    "cp1257": "lt lv et", "cp874": "th", "cp932": "ja", "euc_jp": "ja", "cp949": "ko", "gb18030": "zh",
    "big5hkscs": "zh-Hant", "koi8-r": "ru", "koi8-u": "uk", "iso8859-2": "pl cs sk hu hr sl ro sq", "iso8859-5": "ru",
    "iso8859-7": "el", "iso8859-15": "fr fi et", "mac-roman": "en de fr es pt it",
}  # fmt: skip
_UNSAID = tuple(name for name in _LANGUAGES if name not in ("mac-roman", "iso8859-15"))

_LETTERS = {
    "en": "éèêëïöüçñáóâàíúäôåø", "de": "äöüßé", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúüªº", "pt": "ãâáàçéêíóôõúªº",
    "it": "àèéìòù", "nl": "áéèëïóöü", "sv": "åäöé", "da": "æøåé", "no": "æøåéòô", "fi": "äöå", "ca": "àçèéíïòóúü",
    "gl": "áéíñóúü", "cy": "âêîôûïëáàèìòù", "ga": "áéíóú", "is": "áðéíóúýþæö", "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "hr": "čćđšž", "sl": "čšž",
    "ro": "ăâîșțşţ", "sq": "çë", "tr": "çğıöşüâîû\u0307", "ku": "çêîşû", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž",
    "et": "äõöüšž", "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя", "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإئؤ،؛؟ـًٌٍَُِّْ", "fa": "ابپتثجچحخدذرزژسشصضطظعغفقکكگلمنوهیيئءآأ،؛؟",
    "ur": "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےئآؤ،؛؟ـ",
}  # fmt: skip
# The commonest signs of languages without spaces between words, or with letters that stand for syllables.
_SIGNS = {
    "ja": "".join(map(chr, range(0x3041, 0x3097))) + "年月日人大会市県事",
    "ko": "이다는에의을를가고하은로지한서도사기인대정시일어나부자과전해수장있관리원상보동으것습니했며와구공회",
    "zh": "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而"
    "方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还"
    "因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气"
    "第向道命此变条只没结解问意建月公无系军很情者最立代想已通",
    "zh-Hant": "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下"
    "過子說產種面而"
    "方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還"
    "因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣"
    "第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通",
    "th": "".join(map(chr, range(0x0E01, 0x0E2F))) + "ะัาำิีึืุูเแโใไ็่้๊๋์ๆ",
}  # fmt: skip
_SHARE = {"ja": 0.35, "ko": 0.3, "zh": 0.3, "zh-Hant": 0.3, "th": 0.95}  # of the signs in running text
_WORDS = {
    "el": "και το της η ο να του με για από στην είναι δεν οι τα που την των στο τον σε θα",
    "he": "של את על לא גם כי היא הוא זה עם או יותר כל אל בין לפי היום",
    "is": "og að í á er sem til við um var ekki með því fyrir af en hann það",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the bytes: the encoding, the language it makes, and how well: 1 and more is certain."""

    encoding: str
    lang: str
    score: float


def sample(content: bytes) -> bytes:
    """Return the lines of a page that have bytes beyond ASCII, its markup left out.

    >>> sample(b"<p>Plain</p><p class='caf\\xe9'>The caf\\xe9 is closed</p>")
    b'The caf\\xe9 is closed'
    """
    kept: list[bytes] = []
    length = 0
    for piece in content[:_LOOKED].split(b"<"):
        tag, closed, words = piece.rpartition(b">")
        if words.isascii() or tag.lower().startswith(_NO_TEXT) or (tag and not closed):
            continue
        kept.append(_cut(b" ".join(words.split())))
        length += len(kept[-1])
        if length > _SAMPLE:
            break
    return b"\n".join(kept)


def _cut(words: bytes) -> bytes:
    """Return words that are not too many; characters of several bytes stay whole before a space."""
    return words if len(words) <= _SAMPLE else words[:_SAMPLE].rpartition(b" ")[0] or words[:_SAMPLE]


def best(text: bytes, lang: str = "", more: tuple[str, ...] = ()) -> tuple[Reading, ...]:
    """Return the ways to read a sample, the likeliest first.

    Args:
        text: what `sample` returned.
        lang: the language that the page declares; an encoding made for it is preferred.
        more: encodings that it declares, beyond those that are common.
    """
    names = dict.fromkeys((*(name for name in more if name in _LANGUAGES), *_UNSAID))
    return tuple(sorted((read(text, name, lang) for name in names), key=lambda one: -one.score))


def read(text: bytes, encoding: str, lang: str = "") -> Reading:
    """Return how well one encoding reads a sample; an encoding unknown here is read in no language."""
    words = text.decode(encoding, "replace")
    mixed = len(_MIXED.findall(words)) * 2 / max(1, sum(char > "\x7f" for char in words))
    wanted = lang.partition("-")[0].lower()
    scored = [
        Reading(encoding, tag, _score(words, tag) - mixed + (0.2 if tag.partition("-")[0] == wanted else 0))
        for tag in _LANGUAGES.get(encoding, "").split()
    ]
    return max(scored, key=lambda one: one.score, default=Reading(encoding, "", 0))


def _score(text: str, tag: str) -> float:
    """Return the share of the signs beyond ASCII that belong to the language, and a bonus for its commonest words."""
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        return 1.0
    if tag in _SIGNS:
        return _score_of_signs(beyond, tag)
    letters = _letters(tag)
    wrong = sum(char not in letters for char in beyond) + 4 * text.count("\ufffd")
    return 1 - wrong / len(beyond) + _bonus(text, tag)


def _score_of_signs(beyond: list[str], tag: str) -> float:
    letters = [char for char in beyond if char not in _ANYWHERE]
    if not letters:
        return 0.5
    wrong = 6 * beyond.count("\ufffd") + sum(
        "\x80" <= char < "\u0e00" or "\ue000" <= char < "\uf900" for char in letters
    )
    common = sum(char in _letters(tag) for char in letters) / len(letters)
    return min(1.0, common / _SHARE[tag]) - wrong / len(letters) + min(0.5, common / _SHARE[tag] / 2)


def _bonus(text: str, tag: str) -> float:
    words = _WORD.findall(text)
    if not words:
        return 0.0
    common = sum(word in _common(tag) for word in (one.lower() for one in words))
    return min(0.5, 2 * common / len(words)) - len(_TURN.findall(text)) / len(words)


@cache
def _letters(tag: str) -> frozenset[str]:
    lower = _SIGNS.get(tag) or _LETTERS[tag]
    return frozenset(lower + lower.upper()) | _ANYWHERE


@cache
def _common(tag: str) -> frozenset[str]:
    return tongues.common(tag) or frozenset(_WORDS.get(tag, "").split())
