"""Which language a text is in: by its script, and by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_SCRIPTS = {
    "Arab": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc", "Beng": "\u0980-\u09ff", "Deva": "\u0900-\u097f",
    "Guru": "\u0a00-\u0a7f", "Gujr": "\u0a80-\u0aff", "Taml": "\u0b80-\u0bff", "Telu": "\u0c00-\u0c7f",
    "Ethi": "\u1200-\u139f", "Cyrl": "\u0400-\u04ff", "Grek": "\u0370-\u03ff", "Hebr": "\u0590-\u05ff",
    "Hani": "\u4e00-\u9fff", "Kana": "\u3040-\u30ff", "Hang": "\uac00-\ud7af", "Thai": "\u0e00-\u0e7f",
    "Armn": "\u0530-\u058f", "Geor": "\u10a0-\u10ff", "Sinh": "\u0d80-\u0dff", "Mymr": "\u1000-\u109f",
}  # fmt: skip
_SCRIPT = {name: re.compile(f"[{span}]") for name, span in _SCRIPTS.items()}
_ANY = "".join(_SCRIPTS.values())
_OTHER_SCRIPT = re.compile(f"[{_ANY}][{_ANY}\\s.,:;!?()\u200c\u200d]*[{_ANY}]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")

_MIXED = {"Hans": ("Hani",), "Hant": ("Hani",), "Jpan": ("Hani", "Kana"), "Kore": ("Hang", "Hani")}

# The language of a script that one language has to itself here, or by far most often.
_ALONE = {
    "Beng": "bn", "Guru": "pa", "Gujr": "gu", "Taml": "ta", "Telu": "te", "Grek": "el", "Hebr": "he", "Hang": "ko",
    "Thai": "th", "Armn": "hy", "Geor": "ka", "Sinh": "si", "Mymr": "my", "Kana": "ja", "Hani": "zh",
}  # fmt: skip

# The commonest words of running text; chosen by us so that neighbours (es/pt, cs/pl) share few.
_COMMON = {
    "en": "the and of to in is was for that with on are be has have by from his her it as at an said will not",
    "cy": "yr ar yn y ac i o mae bod wedi gan am ei sydd eu fod bydd hefyd gyda ddydd oedd dywedodd hyn neu cael",
    "ga": "agus na ar an go bhfuil leis atá sé le is ag cuid chuig don maidir freisin",
    "gd": "agus air anns tha airson bha gu bheil leis cuideachd aig seo sin nach",
    "de": "der die das und ist in den von zu mit sich auf für nicht ein eine des dem wird sind auch werden bei",
    "nl": "de het een van en in is op dat te voor met zijn niet aan die er door ook worden werd naar",
    "fr": "le la les des et est en une dans que pour du qui sur par au avec pas sont ce plus aux cette été",
    "es": "el la los las de y en que un una es por con para del se su al como más fue sus este entre",
    "ca": "el la els les i de que en un una per amb és del dels al més aquest aquesta seva han també",
    "gl": "o a os as e de que un unha por con para do da dos das no na é máis foi tamén",
    "pt": "o a os as e de que um uma por com para do da dos das em no na é mais foi são ao também não",
    "it": "il la di che e è un una per con del della in sono non i gli le alla dei delle anche nel si",
    "ro": "și de la în cu pe care este un o nu din pentru a să sunt au mai fi fost prin sau iar",
    "pl": "i w na z do nie się jest to że o od za po przez dla są oraz jak lub być został który może",
    "cs": "a v na se je že s z do o pro jsou od by ale které také bylo při podle jako byl",
    "sk": "a v na sa je že s z do o pre sú od by ale ktoré tiež bolo pri podľa ako bol",
    "sl": "in je v na za se da so z pri ki tudi kot bo po od ali lahko bi",
    "hr": "i je u na se za su da od s koji što kao iz bi će nije također biti ili",
    "lt": "ir yra kad iš į su bet kaip tai dėl nuo ar buvo apie per bus jei arba gali savo",
    "lv": "un ir ka no ar par uz lai kas vai tiek arī bija pēc gan tas var būs",
    "et": "ja on ei et kui oma see ka mis või ning oli aga kes seda selle saab",
    "hu": "a az és hogy nem egy is van volt meg csak már mint vagy akkor kell lesz",
    "tr": "ve bir bu için ile da de olarak olan daha çok en gibi sonra kadar ancak veya değil ise",
    "ku": "û di de ku li ji bi ev ew jî bo wê wî dike hat hatin ser dibe yên ne an",
    "sq": "dhe të e në i për me një që nga së është nuk si janë ka do më tek ose",
    "so": "waa iyo in ka ku oo u la ee ayaa uu si ama waxaa ay aan kale loo soo lagu",
    "vi": "và của là các có được cho trong một không với những người này đã khi để theo từ",
    "sv": "och i att det som en på är av för med den till har inte om ett var från eller",
    "da": "og i at det som en på er af for med den til har ikke om et var fra eller",
    "no": "og i at det som en på er av for med den til har ikke om et var fra eller",
    "fi": "ja on ei se että oli hän mutta kun joka myös sen ovat tai kuin jos",
    "sw": "na ya wa kwa katika ni la za kuwa hii hiyo kama watu cha au pia",
    "id": "yang dan di ini dengan untuk dari tidak dalam adalah akan pada juga itu",
    "tl": "ang ng sa na mga ay at para ito hindi kung isang siya may",
    "ha": "da a na ya ta ba wa cikin don su ne ce wannan kuma",
    "yo": "ni ti ati awọn lati si fun naa wọn ó àwọn láti",
    "ar": "في من على إلى أن عن التي هذا هذه مع الذي كان ما لا وقد أو كما بعد قد",
    "fa": "و در به از که این را با است برای آن یک تا بر هم شده شود می های خود کرد",
    "ur": "کے کی میں ہے اور سے کا کو نے پر یہ کہ ہیں بھی کر تھا ایک اس لیے گیا",
    "ps": "د په او چې ته له دا دی سره هم کې يې لپاره وي کړي شي څخه",
    "ckb": "لە و بە بۆ کە ئەو ئەم لەگەڵ دەکات بوو هەر یان ئەوەی کرد",
    "hi": "के में है की और से का को पर यह कि हैं भी ने एक लिए था नहीं या",
    "mr": "आहे आणि या च्या ते की मध्ये हे होते नाही आहेत करण्यात व",
    "ne": "र को छ मा लाई हो गर्न पनि भएको यो छन् गरेको का",
    "ru": "и в не на что с по как это из для к за от был или также его при",
    "uk": "і в не на що з до та як це для за від був або також його при є у",
    "bg": "и в на се да е за от с че са по не като който също или до",
    "sr": "и је у на се за су да од са који што као из није или бити",
    "am": "ነው እና ላይ ውስጥ ጋር ይህ ወደ ግን ወይም ከ ነበር ሲሆን እንደ ለ አንድ",
    "ti": "እዩ እቲ ናይ ኣብ ካብ ምስ እውን ድማ ወይ ከም እዚ ነቲ ብ ን ሓደ",
}  # fmt: skip
_LISTS = {tag: frozenset(words.split()) for tag, words in _COMMON.items()}
_OF_SCRIPT = {
    "Arab": ("ar", "fa", "ur", "ps", "ckb"),
    "Deva": ("hi", "mr", "ne"),
    "Cyrl": ("ru", "uk", "bg", "sr"),
    "Ethi": ("am", "ti"),
}


_LATIN_LISTS = tuple(tag for tag in _LISTS if not any(tag in group for group in _OF_SCRIPT.values()))
_TAGS: dict[str, tuple[str, ...]] = {
    word: tuple(tag for tag, words in _LISTS.items() if word in words) for words in _LISTS.values() for word in words
}
_PHRASE = re.compile(r"[^\s.!?:;()\[\]“”„\"«»–—/|][^.!?:;()\[\]“”„\"«»–—/|\n]{15,}[^\s.!?:;()\[\]“”„\"«»–—/|,]")


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest language, the script of most letters, and whether a person would be sure."""

    lang: str
    script: str
    sure: bool


def guess(text: str) -> Guess | None:
    """Return the language of a text, None for one with too few letters.

    >>> guess("The police and the council said that it was not safe to go to the river.").lang
    'en'
    """
    text = text[:20_000]
    letters = Counter({"Latn": len(text) - len(_LATIN.sub("", text))})
    if letters["Latn"] * 2 <= len(text):
        letters.update({name: len(pattern.findall(text)) for name, pattern in _SCRIPT.items()})
    if letters["Kana"] * 10 > letters["Hani"] > 0:
        letters["Kana"] += letters.pop("Hani")
    script, count = letters.most_common(1)[0]
    if count < 10:
        return None
    if script in _ALONE:
        return Guess(_ALONE[script], script, sure=count >= 40)
    return _by_words(text, script, _OF_SCRIPT.get(script) or _LATIN_LISTS)


def common(lang: str) -> frozenset[str]:
    """Return the commonest words of a language; none for one that its script tells.

    >>> "the" in common("en")
    True
    """
    return _LISTS.get(lang, frozenset())


def known() -> frozenset[str]:
    """Return the languages whose commonest words are known.

    >>> {"en", "fr"} <= known()
    True
    """
    return frozenset(_LISTS)


def letters(text: str, script: str) -> int | None:
    """Count the letters of a text that are of a script (ISO 15924); None for a script that is not known here.

    >>> letters("Aldi \u0a38\u0a3e\u0a28\u0a42\u0a70", "Guru")
    5
    """
    if script == "Latn":
        return len(text) - len(_LATIN.sub("", text))
    spans = "".join(_SCRIPTS.get(one, "") for one in _MIXED.get(script, (script,)))
    return len(re.findall(f"[{spans}]", text)) if spans else None


def foreign(text: str, script: str) -> Iterator[tuple[int, int, str]]:
    """Yield the runs of a Latin text that stand in another script: start, end and language, where that is sure.

    A script that one language has to itself is enough; of a shared one (Arabic, Devanagari, Cyrillic, Ethiopic) the
    words must tell. In a text of another script than Latin nothing is yielded: its borrowed names are Latin.

    >>> list(foreign("Call us: \u0a38\u0a3e\u0a28\u0a42\u0a70 (Punjabi)", "Latn"))
    [(9, 14, 'pa')]
    """
    if text.isascii() or script != "Latn":
        return
    for found in _OTHER_SCRIPT.finditer(text):
        known = guess(found.group())
        name = next((name for name, pattern in _SCRIPT.items() if pattern.match(found.group())), "")
        tag = _ALONE.get(name) if name not in ("Hani", "Kana", "Grek") or known else None
        if tag or (known and known.sure):
            yield found.start(), found.end(), tag or (known.lang if known else "")


def strange(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """Yield the phrases of a text in Latin letters that are in another language: start, end and language.

    A phrase is what stands between the stops, brackets and quotation marks of a text. It is in another language where
    it has five words or more, none of them a common one of the text's language, and three different common ones of
    the other, which are a third of its words. Names and short phrases are not judged.

    >>> text = "The sign says: Bydd y llyfrgell ar agor i bawb. It will be mended."
    >>> [(text[start:end], tag) for start, end, tag in strange(text, "en")]
    [('Bydd y llyfrgell ar agor i bawb', 'cy')]
    """
    own = _LISTS.get(lang)
    if not own:
        return
    start = end = 0
    last = ""
    for found in _PHRASE.finditer(text):
        tag = _tag_of_phrase(found[0], own)
        if tag and tag == last and not any(map(str.isalnum, text[end : found.start()])):
            end = found.end()
            continue
        if last:
            yield start, end, last
        start, end, last = found.start(), found.end(), tag
    if last:
        yield start, end, last


def _tag_of_phrase(phrase: str, own: frozenset[str]) -> str:
    """Return the language of a phrase that is surely not in one's own; the empty string for any other."""
    written = _WORD.findall(phrase)
    if len(written) < 5 or not own.isdisjoint(map(str.lower, written)):
        return ""
    spoken = [word.lower() for word in written]
    said = set(spoken)
    best, second = sorted(_LATIN_LISTS, key=lambda tag: -len(said & _LISTS[tag]))[:2]
    hits = sum(word in _LISTS[best] for word in spoken)
    sure = len(said & _LISTS[best]) >= 3 and hits * 3 >= len(spoken)
    names = [word[:1].isupper() for word in written if word.lower() not in _LISTS[best]]
    sure = sure and sum(names) * 5 <= len(names) * 3  # Ana de la Cruz y Vega is a name
    return best if sure and len(said & _LISTS[best]) > len(said & _LISTS[second]) else ""


def _by_words(text: str, script: str, candidates: tuple[str, ...]) -> Guess | None:
    counts = Counter(map(str.lower, _WORD.findall(text)))
    total = counts.total()
    hits = dict.fromkeys(candidates, 0)
    for word, count in counts.items():
        for tag in _TAGS.get(word, ()):
            if tag in hits:
                hits[tag] += count
    best, second = sorted(hits, key=lambda tag: -hits[tag])[:2]
    if not hits[best]:
        return None
    sure = total >= 20 and hits[best] >= max(4, 0.12 * total) and hits[best] >= 1.25 * hits[second]
    return Guess(best, script, sure)
