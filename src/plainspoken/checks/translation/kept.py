"""What a translation must keep as it is: facts and markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from plainspoken import facts
from plainspoken.checks.translation.said import Said
from plainspoken.facts import Fact, dates, numerals
from plainspoken.findings import Finding
from plainspoken.model import Inline
from plainspoken.tagged import tagged
from plainspoken.tagged.tokens import plain_digits

_ONE = re.compile(r"(?<![\d.,])0?1(?![\d.,:]\d|\d)")
_LABEL = re.compile(r"[^\W\d_]\s$")
_FIRST = re.compile(
    r"\b(?:prim|prem|uno\b|första|erst|pierw|birinci|first|one\b|yek|një|một|mộ|1(?!\d))|[^\x00-\u024f\u1e00-\u1eff\s]{4}"
)
_ROMAN_ONE = re.compile(r"(?<![^\W\d_])I(?![^\W\d_])")
_LABELLED_ROMAN = re.compile(r"\b[A-Z][a-z'’]+ ([IVX]{2,})(?![\w'’-])")
_SMALL_FIGURE = re.compile(r"[2-9]|1[0-2]")
_RUN = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_AMOUNTS = frozenset({"number", "time", "date", "money", "percent"})


def number_changed(said: Said) -> Iterator[Finding]:
    """Find numbers in whose place the translation has others."""
    lacking, extra = _amounts(_lacking(said)), _amounts(_extra(said))
    if not lacking or not extra:
        return
    if len(lacking) == len(extra):
        changed = (f"{one.text.strip()} → {other.text.strip()}" for one, other in zip(lacking, extra, strict=True))
        yield said.found("number-changed", f"{', '.join(changed)}.")
    else:
        yield said.found("number-changed", f"{_listed(lacking)[:-1]} → {_listed(extra)}")


def fact_missing(said: Said) -> Iterator[Finding]:
    """Find numbers, phone numbers and addresses of the source that the translation lacks."""
    lacking = _apart(_lacking(said), _extra(said))
    if lacking:
        yield said.found("fact-missing", _listed(lacking), "info" if _is_day_alone(lacking, said) else None)


def fact_added(said: Said) -> Iterator[Finding]:
    """Find numbers, phone numbers and addresses of the translation that the source lacks."""
    extra = _apart(_extra(said), _lacking(said))
    if extra:
        yield said.found("fact-added", _listed(extra))


def codes_lost(said: Said) -> Iterator[Finding]:
    """Find links, emphasis and abbreviations of the source that the translation has not, or not round words."""
    lacking = _marks(said.source.spans) - _marks(said.target.spans)
    if lacking:
        kinds = (f"{kind} {where}".strip() for kind, where in sorted(lacking.elements()))
        yield said.found("codes-lost", f"{', '.join(kinds)}.")


def _is_day_alone(lacking: Iterable[Fact], said: Said) -> bool:
    """Tell whether only days of the week are lacking (`on Monday`), and none is wrong."""
    named = all(any(reading.startswith("weekday ") for reading in fact.readings) for fact in lacking)
    return named and not dates.weekdays(plain_digits(said.target.text).casefold(), said.target_lang)


def _lacking(said: Said) -> tuple[Fact, ...]:
    return _compared(said.source.text, said.target.text, said.source_lang, said.target_lang)[0]


def _extra(said: Said) -> tuple[Fact, ...]:
    return _compared(said.source.text, said.target.text, said.source_lang, said.target_lang)[1]


@lru_cache(maxsize=1024)
def _compared(
    source: str, target: str, source_lang: str, target_lang: str
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Return the facts that a translation lacks and those it has in excess, but for what it gives in metric units."""
    lacking = facts.missing(source, target, source_lang, target_lang)
    for more in (_lacking_ones, _lacking_romans, _lacking_twins):
        lacking += tuple(one for one in more(source, target, source_lang, target_lang) if one not in lacking)
    extra = facts.added(source, target, source_lang, target_lang)
    if not lacking and not extra:
        return (), ()
    told, given = facts.converted(source, target, source_lang, target_lang)
    return tuple(one for one in lacking if one not in told), tuple(one for one in extra if one not in given)


def _lacking_ones(source: str, target: str, source_lang: str, target_lang: str) -> Iterator[Fact]:
    """Yield the figures 1 of labels and dates (`Category 1`, `1 October`) that a translation lacks.

    Its article, which says 1 elsewhere (`un`, `uma`), does not say them.
    """
    if (
        not _ONE.search(source)
        or _ONE.search(plain_digits(target))
        or _FIRST.search(target.casefold())
        or _ROMAN_ONE.search(target)
    ):
        return
    for fact in facts.find(source, source_lang):
        labelled = fact.kind == "number" and fact.text == "1" and _LABEL.search(source[: fact.start])
        if labelled or (fact.kind == "date" and _ONE.search(fact.text)):
            yield fact


def _lacking_romans(source: str, target: str, source_lang: str, target_lang: str) -> Iterator[Fact]:
    """Yield the Roman numerals behind a name or a label (`Part II`, `Henry VIII`) that a translation says in no way."""
    for found in _LABELLED_ROMAN.finditer(source):
        values = numerals.roman(found[1])
        said = numerals.roman(target) | numerals.spelled(target, target_lang)
        if values and numerals.spells(target_lang) and not values & (said | set(_RUN.findall(plain_digits(target)))):
            yield Fact("number", *found.span(1), found[1], values)


def _lacking_twins(source: str, target: str, source_lang: str, target_lang: str) -> Iterator[Fact]:
    """Yield the figures of a source (`2&1`) whose number a translation has for a word of it alone (`two holes`)."""
    for fact in facts.find(source, source_lang):
        if (
            fact.kind != "number"
            or not _SMALL_FIGURE.fullmatch(fact.text)
            or fact.text in _RUN.findall(plain_digits(target))
        ):
            continue
        ours, theirs = (_spelled_times(fact.text, *one) for one in ((source, source_lang), (target, target_lang)))
        if 0 < theirs <= ours and not fact.readings & numerals.roman(target):
            yield fact


def _spelled_times(figure: str, text: str, tag: str) -> int:
    """Count the words of a text that say a number by themselves."""
    return sum(figure in numerals.spelled(word, tag) for word in _LETTERS.findall(text))


def _amounts(found: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in found if fact.kind in _AMOUNTS]


def _apart(found: Iterable[Fact], others: Iterable[Fact]) -> list[Fact]:
    """Return the facts that are not changed ones: `number_changed` names those."""
    these = list(found)
    changed = bool(_amounts(these) and _amounts(others))
    return [fact for fact in these if not changed or fact.kind not in _AMOUNTS]


def _listed(found: Iterable[Fact]) -> str:
    return f"{', '.join(fact.text.strip() for fact in found)}."


def _marks(spans: Iterable[Inline]) -> Counter[tuple[str, str]]:
    """Count the markup that stands round words: its kind and where it leads."""
    codes = tagged(tuple(spans)).codes
    return Counter(
        (code.mark.kind, code.mark.href or code.mark.title or "")
        for code in codes
        if code.end > code.start and code.mark.kind not in ("break", "lang")
    )
