"""Dates as pages write them."""

from __future__ import annotations

import pytest

from plainspoken.readers.dates import is_date_line, parse, standard


@pytest.mark.parametrize(
    ("text", "lang", "iso"),
    [
        ("10 February 2026 14:05", "en", "2026-02-10T14:05:00"),
        ("Posted: Monday 6 October 2025, 10:00", "en", "2025-10-06T10:00:00"),
        ("17 Mar 2026, 6.20pm", "en", "2026-03-17T18:20:00"),
        ("February 10th, 2026 at 9 a.m.", "en", "2026-02-10T09:00:00"),
        ("Sept. 5, 2025", "en", "2025-09-05"),
        ("EMBARGOED UNTIL 00:01 GMT THURSDAY 19 MARCH 2026", "en", "2026-03-19T00:01:00+00:00"),
        ("26.01.2022", "de", "2022-01-26"),
        ("10. Februar 2026", "de", "2026-02-10"),
        ("le 1er mars 2026", "fr", "2026-03-01"),
        ("10 de febrero de 2026", "es", "2026-02-10"),
        ("Dydd Mawrth 24 Chwefror 2026", "cy", "2026-02-24"),
        ("8 أبريل 2026", "ar", "2026-04-08"),
        ("٨ أبريل ٢٠٢٦", "ar", "2026-04-08"),
        ("24 lutego 2026", "pl", "2026-02-24"),
        ("20 Nisan 2026", "tr", "2026-04-20"),
        ("2026年4月8日", "zh", "2026-04-08"),
        ("03/04/2026", "en-GB", "2026-04-03"),
        ("03/04/2026", "en-US", "2026-03-04"),
        ("May we go?", "en", None),
        ("31 February 2026", "en", None),
        ("27 February 1881", "en", None),
    ],
)
def test_visible_dates(text: str, lang: str, iso: str | None) -> None:
    """A date is found in the language of the page, with its time and zone if it has them."""
    assert parse(text, lang) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-02-10T14:05:00Z", "2026-02-10T14:05:00+00:00"),
        ("2026-02-10T14:05+0100", "2026-02-10T14:05:00+01:00"),
        ("2026-02-10 14:05:09.123", "2026-02-10T14:05:09"),
        ("2026-02-10", "2026-02-10"),
        ("2026-13-10", None),
        ("", None),
        (None, None),
    ],
)
def test_one_form(text: str | None, iso: str | None) -> None:
    """A machine's date becomes one form of ISO 8601; an offset is never made up."""
    assert standard(text) == iso


@pytest.mark.parametrize(
    ("text", "lang", "only"),
    [
        ("Published on 10 February 2026 at 2.05pm", "en", True),
        ("Tuesday, 10 February 2026", "en", True),
        ("24 Chwefror 2026", "cy", True),
        ("The bridge closes on 10 February 2026", "en", False),
        ("Published yesterday", "en", False),
    ],
)
def test_date_line(text: str, lang: str, only: bool) -> None:
    """A line that gives the date and nothing else is told from a sentence with a date."""
    assert is_date_line(text, lang) is only
