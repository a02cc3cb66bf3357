"""Dates as pages write them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from babel.dates import format_date

from plainspoken import lang as languages
from plainspoken.readers import zones
from plainspoken.readers.calendar import is_other
from plainspoken.readers.dates import is_date_line, parse, standard

LANGS = sorted(folder.name for folder in (Path(__file__).parents[2] / "locales").iterdir() if folder.is_dir())


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


@pytest.mark.parametrize("lang", LANGS)
def test_every_month_of_every_language(lang: str) -> None:
    """The dates of all our languages are read as CLDR writes them, and known to be dates and nothing else."""
    days = [date(2026, month, 24) for month in range(1, 13)]
    for style in ("medium", "long", "full"):
        written = [format_date(day, style, languages.locale(lang)) for day in days]
        assert [parse(text, lang) for text in written] == [day.isoformat() for day in days]
        assert [text for text in written if not is_date_line(text, lang) and style != "medium"] == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("২৪ ফেব্রুয়ারি ২০২৬", "bn"), ("۲۴ فوریه ۲۰۲۶", "fa"), ("٢٤ شباط ٢٠٢٦", "ar"), ("24 فيفري 2026", "ar"),
        ("24 فبراير 2026", "ar"), ("2026년 2월 24일", "ko"), ("24ê sibatê 2026", "ku"), ("24ی شوباتی 2026", "ckb"),
        ("૨૪ ફેબ્રુઆરી ૨૦૨૬", "gu"), ("24/2/2026", "pa"), ("2026-02-24", "ta"), ("2026. 2. 24", "ko"),
        ("24 février 2026", "fr"), ("24th of February, 2026", "en"), ("2026 m. vasario 24 d.", "lt"),
    ],
)  # fmt: skip
def test_digits_and_spellings(text: str, lang: str) -> None:
    """Digits of any script, and the several names that a month has, are read."""
    assert parse(text, lang) == "2026-02-24"


@pytest.mark.parametrize("text", ["۱۲ فروردین ۱۴۰۵", "١٢ رمضان ١٤٤٧", "የካቲት 17 2018"])
def test_other_calendars_are_not_guessed(text: str) -> None:
    """A day of another calendar is told from a Gregorian one, and never turned into one."""
    assert parse(text, "fa") is None
    assert is_other(text)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("10 February 2026, 10:00 GMT", "+00:00"),
        ("10 July 2026, 10am BST", "+01:00"),
        ("10. Februar 2026, 10 Uhr MEZ", "+01:00"),
        ("10. Juli 2026, 10:00 Uhr (MESZ)", "+02:00"),
        ("10 février 2026 à 10h00 (heure de Paris)", "+01:00"),
        ("10 July 2026 10:00 CEST", "+02:00"),
        ("10 February 2026 10:00 UTC+1", "+01:00"),
        ("10 February 2026 10:00 GMT-05:30", "-05:30"),
        ("July 10, 2026, 10 a.m. ET", "-04:00"),
        ("February 10, 2026, 10:00 am Eastern", "-05:00"),
        ("10 July 2026 at 10am (UK time)", "+01:00"),
        ("10 February 2026 10:00 IST", ""),
        ("10 February 2026 10:00, Eastern Road", ""),
        ("10 février 2026, 10h, et après", ""),
    ],
)
def test_zone_beside_the_time(text: str, offset: str) -> None:
    """A zone named beside the time gives its offset; a name that several zones have gives none."""
    assert (parse(text, "fr" if "é" in text else "de" if "Uhr" in text else "en") or "")[19:] == offset


@pytest.mark.parametrize(
    ("tags", "offset"),
    [(("en-GB",), "+01:00"), (("en", "en_GB"), "+01:00"), (("de-AT",), "+02:00"), (("hi-Deva-IN",), "+05:30"),
     (("en",), ""), (("pl",), ""), (("en-US",), ""), (("es-ES",), "")],
)  # fmt: skip
def test_zone_of_a_region(tags: tuple[str, ...], offset: str) -> None:
    """A region with one zone gives its offset; a language alone, or a region with several zones, gives none."""
    assert zones.of_region(datetime(2026, 7, 1, 12), *tags) == offset


@pytest.mark.parametrize(
    ("text", "near", "iso"),
    [
        ("00:01 on 5 March", date(2026, 3, 2), "2026-03-05T00:01:00"),
        ("5 January", date(2025, 12, 30), "2026-01-05"),
        ("29 February", date(2024, 3, 1), "2024-02-29"),
        ("29 February", date(2026, 3, 1), None),
        ("5 March", None, None),
    ],
)
def test_date_without_a_year(text: str, near: date | None, iso: str | None) -> None:
    """A date without a year is the one nearest to a day that is known; without that it is none."""
    assert parse(text, "en", near) == iso


@pytest.mark.parametrize("text", ["0001-01-01", "1900-01-01T00:00:00Z", "1970-01-01", "1066-10-14"])
def test_dates_that_mean_unknown(text: str) -> None:
    """What software writes for a date that it doesn't know is none."""
    assert standard(text) is None
