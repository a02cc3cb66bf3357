"""Which offset from UTC a clock time has: by the zone's name beside it, or by the region the page's language names."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# Abbreviations that mean one offset wherever a release is read. IST (India, Ireland, Israel), CST (Chicago, Shanghai)
# and their like are left out; BST is Britain's here, and not taken where the language is Bangladesh's.
_FIXED = {
    "gmt": 0, "utc": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120,
    "eest": 180, "msk": 180, "trt": 180, "pkt": 300, "jst": 540, "kst": 540, "est": -300, "edt": -240, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "nzst": 720,
    "nzdt": 780, "aest": 600, "aedt": 660, "awst": 480,
}  # fmt: skip
_NAMED = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), zone)
    for pattern, zone in (
        (r"[Ee]astern(?:(?: [Ss]tandard| [Dd]aylight)? [Tt]ime|(?! \w))|(?<=[AaPp][Mm] )ET|(?<=m\. )ET",
         "America/New_York"),
        (r"[Cc]entral(?: [Ss]tandard| [Dd]aylight) [Tt]ime|(?<=[AaPp][Mm] )CT", "America/Chicago"),
        (r"[Pp]acific(?: [Ss]tandard| [Dd]aylight)?(?: [Tt]ime|(?! \w))|(?<=[AaPp][Mm] )PT", "America/Los_Angeles"),
        (r"(?i:uk|london|british) (?i:time)|(?i:amser y du)", "Europe/London"),
        (r"(?i:heure de paris|heure de bruxelles)", "Europe/Paris"),
        (r"(?i:(?:mittel)?europäischer zeit|deutscher zeit)", "Europe/Berlin"),
        (r"(?i:(?:hora|horario) (?:peninsular|de madrid))", "Europe/Madrid"),
        (r"(?i:ora (?:italiana|di roma))", "Europe/Rome"),
        (r"(?i:czasu (?:polskiego|warszawskiego))", "Europe/Warsaw"),
        (r"(?i:за київським часом)", "Europe/Kyiv"),
        (r"بتوقيت مكة", "Asia/Riyadh"),
    )
)  # fmt: skip
_OFFSET = re.compile(r"(?:UTC|GMT)\s*([+\-−–])\s*(\d{1,2})(?::?([0-5]\d))?(?!\d)", re.I)
_WORD = re.compile(r"[^\W\d_]+")

# Regions that have one zone, and whose zone the tables know: `en-GB` says which clock is meant, `en` does not.
_REGIONS = {
    "GB": "Europe/London", "IE": "Europe/Dublin", "DE": "Europe/Berlin", "AT": "Europe/Vienna", "CH": "Europe/Zurich",
    "BE": "Europe/Brussels", "IT": "Europe/Rome", "PL": "Europe/Warsaw", "RO": "Europe/Bucharest",
    "LT": "Europe/Vilnius", "LV": "Europe/Riga", "EE": "Europe/Tallinn", "FI": "Europe/Helsinki",
    "SE": "Europe/Stockholm", "NO": "Europe/Oslo",
    "DK": "Europe/Copenhagen", "CZ": "Europe/Prague", "SK": "Europe/Bratislava",
    "HU": "Europe/Budapest", "AL": "Europe/Tirane", "GR": "Europe/Athens", "BG": "Europe/Sofia", "HR": "Europe/Zagreb",
    "SI": "Europe/Ljubljana", "TR": "Europe/Istanbul", "LU": "Europe/Luxembourg", "MT": "Europe/Malta",
    "IN": "Asia/Kolkata", "PK": "Asia/Karachi", "BD": "Asia/Dhaka", "LK": "Asia/Colombo", "NP": "Asia/Kathmandu",
    "AF": "Asia/Kabul", "IR": "Asia/Tehran", "IQ": "Asia/Baghdad", "SA": "Asia/Riyadh", "AE": "Asia/Dubai",
    "EG": "Africa/Cairo", "SO": "Africa/Mogadishu", "ET": "Africa/Addis_Ababa", "ER": "Africa/Asmara",
    "KE": "Africa/Nairobi", "NG": "Africa/Lagos", "VN": "Asia/Ho_Chi_Minh", "JP": "Asia/Tokyo", "KR": "Asia/Seoul",
    "TW": "Asia/Taipei", "HK": "Asia/Hong_Kong", "SG": "Asia/Singapore", "ZA": "Africa/Johannesburg",
}  # fmt: skip


def beside(text: str, when: datetime, lang: str = "") -> str:
    """Return the offset that a zone named in the text gives the time, as ISO 8601 writes it; else the empty string.

    >>> beside("10am Eastern", datetime(2026, 7, 1, 10))
    '-04:00'
    >>> beside("18:00 UTC+5:30", datetime(2026, 7, 1, 18))
    '+05:30'
    """
    found = _OFFSET.search(text)
    if found:
        sign = -1 if found.group(1) in "-−–" else 1
        return _iso(sign * (int(found.group(2)) * 60 + int(found.group(3) or 0)))
    for pattern, zone in _NAMED:
        if pattern.search(text):
            return of_zone(when, zone)
    for word in _WORD.findall(text):
        if word.lower() in _FIXED and (word.isupper() or word.lower() == "gmt") and not _is_dhaka(word, lang):
            return _iso(_FIXED[word.lower()])
    return ""


def of_region(when: datetime, *tags: str) -> str:
    """Return the offset of the region that a language tag names, if that region has a single zone.

    The rule: only a region in the tag counts (`en-GB`, not `en` or `pl`: a Polish page may be the work of a British
    police force). The United States, Canada, Australia, Brazil, Russia, France, Spain and Portugal have several zones
    and are never guessed.

    >>> of_region(datetime(2026, 7, 1, 10), "en-GB")
    '+01:00'
    >>> of_region(datetime(2026, 7, 1, 10), "en-US")
    ''
    """
    parts = [part for tag in tags for part in tag.replace("_", "-").split("-")[1:]]
    regions = [_REGIONS[part.upper()] for part in parts if part.upper() in _REGIONS]
    return of_zone(when, regions[0]) if regions else ""


def of_zone(when: datetime, zone: str) -> str:
    """Return the offset of a zone at a local time; the empty string where this machine lacks the zone's table."""
    try:
        offset = when.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, OSError):
        return ""
    return _iso(int(offset.total_seconds() // 60)) if offset is not None else ""


def _is_dhaka(word: str, lang: str) -> bool:
    return word == "BST" and lang.upper().endswith("-BD")


def _iso(minutes: int) -> str:
    if abs(minutes) > 14 * 60:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
