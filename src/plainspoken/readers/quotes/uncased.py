"""Names in scripts without capitals, by where they stand beside the verb: ar, fa, ur, hi, bn, zh."""

from __future__ import annotations

import re

from plainspoken.readers.quotes.names import Person
from plainspoken.readers.quotes.verbs import Words

LANGS = frozenset(("ar", "fa", "ur", "hi", "bn", "zh"))
_COMMA = re.compile(r"[,،，;؛、()（）]")
_GENITIVES = frozenset(("की", "के", "का", "کی", "کے", "کا"))  # the word after them is an office: `केंद्र की निदेशक`
# Ranks and offices that stand before a name, or after it in Chinese and Urdu's `صاحب`.
_RANKS = frozenset({
    "दीदी", "श्री", "श्रीमती", "सुश्री", "डॉ", "डॉ.", "डॉक्टर", "प्रोफेसर", "मंत्री", "निरीक्षक", "अधिकारी",
    "निदेशक", "अध्यक्ष", "इंस्पेक्टर", "मेयर", "ড.", "ডা.", "ডক্টর", "জনাব", "মিসেস", "অধ্যাপক", "মন্ত্রী",
    "পরিচালক", "পরিদর্শক", "কর্মকর্তা", "চেয়ারম্যান", "মেয়র", "ڈاکٹر", "جناب", "محترمہ", "پروفیسر", "انسپکٹر",
    "وزیر", "میئر", "کونسلر", "ڈائریکٹر", "سربراہ", "چیئرمین", "افسر", "مسز", "مسٹر", "دکتر", "آقای", "خانم",
    "নার্স", "ডাক্তার", "চিকিৎসক", "শিক্ষক", "শিক্ষিকা", "মালিক", "প্রধান", "সচিব", "কাউন্সিলর", "ম্যানেজার",
    "कमिश्नर", "नर्स", "शिक्षक", "शिक्षिका", "सचिव", "पार्षद", "मालिक", "نرس", "صدر", "کمشنر", "رکن", "مالک", "استاد",
    "مهندس", "سرهنگ", "بازرس", "پروفسور", "شهردار", "مدیر", "رئیس", "دکترای", "د", "د.", "دكتور", "دكتورة",
})  # fmt: skip
_CHINESE_OFFICE = (
    r"(?:部长|部長|主任|经理|經理|教授|先生|女士|警官|督察|医生|醫生|主席|市长|市長|总监|總監|院长|院長|校长|校長|负责人|"
    r"總裁|总裁|秘书长|秘書長|队长|隊長|处长|議員|议员|博士|老师|院士|司长|厅长|首相|总理|总统|检察官|法官|"
    r"護士|护士|醫師|医师|老師|司機|司机|委員|委员|專員|专员|律師|律师|店主|村民|居民|農民|农民|義工|社工|督察|工程師|工程师)[长長]?|\w[长長]"
)
_CHINESE_EXTRA = re.compile(
    r"(?:今天|昨天|今日|昨日|周[一二三四五六日]|星期[一二三四五六日]|在会上|對記者|对记者|还|也|則|则|强调)+$"
)


def before(clause: str, words: Words) -> Person | None:
    """Read the name in what stands before the verb: the first part if commas cut it, else its last words."""
    if words.lang == "zh":
        return _chinese(clause)
    parts = [part.strip() for part in _COMMA.split(clause) if part.strip()]
    if not parts:
        return None
    if len(parts) > 1 and len(parts[0].split()) <= 4:
        name, rank = _split(parts[0])
        return Person(name, rank or _title(parts[1:])) if _is_name(name) else None
    tokens = parts[-1].split()
    ranks = [index for index, token in enumerate(tokens) if token in _RANKS]
    owners = [index + 1 for index, token in enumerate(tokens[:-2]) if token in _GENITIVES]
    at = max((*ranks, *owners), default=-1)
    name = " ".join(tokens[at + 1 :])
    return Person(name, " ".join(tokens[: at + 1]) or None) if _is_name(name) else None


def after(clause: str) -> Person | None:
    """Read the name that follows an Arabic verb: what carries the article before it is a title."""
    parts = [part.strip() for part in re.split(r"[,،:«“\"(]", clause) if part.strip()]
    tokens = parts[0].split() if parts else []
    at = 0
    while at < len(tokens) and (tokens[at].startswith("ال") or tokens[at] in _RANKS or tokens[at] in _ARABIC_OFFICES):
        at += 1
    named = tokens[at:] if at < len(tokens) else (parts[1].split() if len(parts) > 1 else [])
    name = " ".join(_to_the_aside(named)[:4]).strip(".؟!")
    return Person(name, " ".join(tokens[:at]) or _title(parts[1:])) if _is_name(name) else None


_ARABIC_OFFICES = frozenset({
    "رئيس", "رئيسة", "مدير", "مديرة", "وزير", "وزيرة", "عضو", "رئيسه", "مفتش", "مفتشة", "قائد", "عمدة",
})  # fmt: skip
_ARABIC_ASIDES = frozenset({
    "في", "إن", "أن", "من", "خلال", "بعد", "قبل", "عن", "على", "إنه", "إنها", "إنهم", "لـ",
})  # fmt: skip


def _to_the_aside(tokens: list[str]) -> list[str]:
    stops = [index for index, token in enumerate(tokens) if token in _ARABIC_ASIDES]
    return tokens[: stops[0]] if stops else tokens


def _split(part: str) -> tuple[str, str | None]:
    tokens = part.split()
    at = 0
    while at < len(tokens) - 1 and tokens[at] in _RANKS:
        at += 1
    return " ".join(tokens[at:]), " ".join(tokens[:at]) or None


def _title(parts: list[str]) -> str | None:
    return parts[0].rstrip(".؟!۔।") if parts and 1 <= len(parts[0].split()) <= 12 else None


def _is_name(name: str) -> bool:
    return 2 <= len(name) <= 40 and 1 <= len(name.split()) <= 4 and not any(map(str.isdigit, name))


def _chinese(clause: str) -> Person | None:
    """Read `儿童中心主任王丽`, `王丽主任` and `王丽`: two to four characters beside an office."""
    clause = _CHINESE_EXTRA.sub("", re.split(r"[，,。；]", clause.strip().strip("，,"))[-1])
    ends = re.fullmatch(rf"(.{{1,4}}?)({_CHINESE_OFFICE})", clause)
    if ends:
        return Person(ends.group(1), ends.group(2))
    office = list(re.finditer(_CHINESE_OFFICE, clause))
    name = clause[office[-1].end() :] if office else clause
    title = clause[: office[-1].end()] if office else None
    return Person(name, title) if 2 <= len(name) <= 4 or "·" in name else None
