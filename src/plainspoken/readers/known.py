"""What is known of a release: what its page declares, weighed against what its text shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from plainspoken import lang as languages
from plainspoken.findings import Finding, finding
from plainspoken.model import Metadatum
from plainspoken.readers import calendar, dates, zones
from plainspoken.readers.evidence import Claim, settle
from plainspoken.readers.headline import Headline, key
from plainspoken.readers.metadata import Metadata, exactest, pieces, same_day
from plainspoken.readers.roles import Outline

_DISPUTED = 0.7  # weight from which a place that says another day is worth a person's look


@dataclass(frozen=True, slots=True)
class Known:
    """When the release was published, what else is known of it, and what a person should look at."""

    published: str | None
    facts: tuple[Metadatum, ...]
    findings: tuple[Finding, ...]


def gather(meta: Metadata, title: Headline | None, outline: Outline, spoken: tuple[Claim, ...]) -> Known:
    """Return what the page and its text together say.

    Args:
        meta: what the page declares.
        title: the headline that was found.
        outline: the parts of the release: its dateline, a line with a date, a line with an embargo.
        spoken: what the page and its words say its language is, the one that is read first.
    """
    lang = spoken[0].value
    tags = (lang, meta.lang or "", meta.locale)
    visible, embargo = outline.date, outline.embargo
    claims = [*meta.dates, *([Claim(visible, "text", 0.6)] if visible else []), *_datelines(outline, lang)]
    found = settle("published", claims, same_day)
    day = exactest(found.value, [*meta.dates, *claims[len(meta.dates) :]]) if found else None
    if day and visible and len(day) == 10 and same_day(day, visible):
        day = visible
    until = _until(embargo, day, lang, tags) if embargo else None
    if until and not found:
        found, day = Metadatum("published", until, "embargo", 0.4), until
    stamp = zoned(day, *tags) if day else None
    facts = (
        _headline(meta, title),
        Metadatum("published", stamp, found.source, found.sure) if found and stamp else None,
        *meta.facts,
        settle("language", spoken, _same_language, by_weight=False),
        Metadatum("embargo", until or "", "text", 0.9 if until else 0.5) if embargo else None,
    )  # fmt: skip
    findings = (*_lacking(title, stamp, meta), *_times(stamp, claims, meta), *_embargoed(embargo, until))
    return Known(stamp, tuple(fact for fact in facts if fact), findings)


def _datelines(outline: Outline, lang: str) -> Iterator[Claim]:
    lines = (draft.text for group in outline.groups if group.role == "dateline" for draft in group.drafts)
    yield from (Claim(day, "dateline", 0.55) for line in lines if (day := dates.parse(line, lang)))


def _same_language(one: str, other: str) -> bool:
    return languages.primary(one) == languages.primary(other)


def zoned(stamp: str, *tags: str) -> str:
    """Return a time with the offset of the region that one of the language tags names; as it is where none does.

    >>> zoned("2026-07-01T10:00:00", "en-GB")
    '2026-07-01T10:00:00+01:00'
    >>> zoned("2026-07-01T10:00:00", "en")
    '2026-07-01T10:00:00'
    """
    when = datetime.fromisoformat(stamp)
    return stamp if len(stamp) == 10 or when.tzinfo else stamp + zones.of_region(when, *tags)


def _until(line: str, published: str | None, lang: str, tags: tuple[str, ...]) -> str | None:
    """Return when an embargo ends; a day without a year is the one nearest to the day of publishing."""
    near = date.fromisoformat(published[:10]) if published else None
    until = dates.parse(line, lang, near)
    return zoned(until, *tags) if until else None


def _headline(meta: Metadata, title: Headline | None) -> Metadatum | None:
    if title is None:
        return None
    named = [
        ("title", meta.title),
        ("title", max(pieces(meta.title), key=len, default="")),
        *zip(_TITLES, meta.titles, strict=False),
    ]
    claims = [Claim(title.text, "heading", 0.7)] if title.element is not None else []
    claims += [Claim(text, source, 0.6) for source, text in named if text and _contains(text, title.text)]
    claims += [Claim(text, source, 0.3) for source, text in named if text and not _contains(text, title.text)]
    found = settle("headline", claims, _contains, by_weight=False)
    return Metadatum("headline", title.text, found.source, found.sure) if found else None


_TITLES = ("json-ld or og:title", "og:title", "twitter:title", "dc.title")


def _contains(one: str, other: str) -> bool:
    first, second = key(one), key(other)
    return first in second or second in first


def _lacking(title: Headline | None, published: str | None, meta: Metadata) -> Iterator[Finding]:
    if title is None:
        yield finding("no-headline")
    if not published:
        other = calendar.is_other(meta.when)
        yield finding("no-date", detail="It gives a day of another calendar, which is not converted." if other else "")
    if not meta.publisher:
        yield finding("no-publisher")


def _times(stamp: str | None, claims: list[Claim], meta: Metadata) -> Iterator[Finding]:
    if not stamp:
        return
    modified = [fact.value for fact in meta.facts if fact.name == "modified"]
    others = [
        claim for claim in claims
        if claim.weight >= _DISPUTED and _days(claim.value, stamp) > 1
        and not any(same_day(claim.value, one) for one in modified)
    ]  # fmt: skip
    if others:
        said = ", ".join(dict.fromkeys(f"{claim.value[:10]} ({claim.source})" for claim in others))
        yield finding("date-differs", detail=f"Taken: {stamp[:10]}; also said: {said}.")
    if len(stamp) > 10 and not re.search(r"[+-]\d\d:\d\d$", stamp):
        yield finding("zone-unknown", detail=f"It says {stamp[11:16]}.")


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def _embargoed(line: str | None, until: str | None) -> Iterator[Finding]:
    if line:
        yield finding("embargo", detail=f"{line} ({until})" if until else line)
