"""What is known of a language's numbers: num2words for the words, CLDR for coins, measures and dates, a table."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files

from babel.dates import format_date, get_date_format, get_month_names
from babel.numbers import format_decimal, get_currency_name, get_decimal_symbol, get_group_symbol
from babel.units import format_unit

from plainspoken import lang as languages

_SPACES = "\u00a0\u202f\u2009 "
_LONGEST = 15  # digits; longer ones are no count of anything
# CLDR's names of what is written as on the left.
UNITS = {
    "%": "concentr-percent", "km/h": "speed-kilometer-per-hour", "km²": "area-square-kilometer",
    "km": "length-kilometer",
    "m²": "area-square-meter", "cm": "length-centimeter", "mm": "length-millimeter", "m": "length-meter",
    "kg": "mass-kilogram", "mg": "mass-milligram", "ml": "volume-milliliter", "°C": "temperature-celsius",
    "mph": "speed-mile-per-hour", "٪": "concentr-percent",
}  # fmt: skip
COINS = {"£": "GBP", "€": "EUR", "$": "USD"}
# Whose long date ends in an abbreviation, or puts one between.
_DATES = {"ru": "d MMMM y", "uk": "d MMMM y", "bg": "d MMMM y"}
_NO_DATES = ("lt", "lv", "hu")


@dataclass(frozen=True, slots=True)
class Language:
    """How a language says numbers; a field that is empty or None is not known."""

    tag: str
    counts: str = ""
    decimals: bool = False
    years: bool = False
    range: str = ""
    marks: tuple[str, ...] = ()
    time: str = ""
    sharp: str = ""
    feminine: tuple[tuple[str, str], ...] = ()
    pounds: str = ""
    first: str = ""
    clock: str = ""

    def count(self, written: str) -> str | None:
        """Return the words of a number as the language writes it, `1.250,5`; None where nobody knows them.

        A number that could be another one in another language's style (`1,250` where the comma is decimal) has none.
        """
        value = self.value(written)
        if value is None or not self.counts:
            return None
        return self._words(value)

    def value(self, written: str) -> Decimal | None:
        """Return the value of a number as the language writes it; None where it is not written so, or is ambiguous."""
        mark, group = get_decimal_symbol(self._locale), get_group_symbol(self._locale)
        groups = re.escape(group) if group.strip() else f"[{_SPACES}]"
        found = re.fullmatch(rf"(\d{{1,3}}(?:{groups}\d{{3}})+|\d+)(?:{re.escape(mark)}(\d+))?", written)
        # A mark before three digits may group them, whatever the language: 1,250 in a translation into Spanish.
        if not found or len(found[1]) > _LONGEST or (found[2] and len(found[2]) == 3 and mark == ","):
            return None
        whole = re.sub(r"\D", "", found[1])
        if len(whole) > 1 and whole[0] == "0":
            return None
        return Decimal(f"{whole}.{found[2]}" if found[2] else whole)

    def is_year(self, written: str) -> bool:
        """Tell whether a number may be a year that is not said as a number is."""
        return not self.years and re.fullmatch(r"1[1-9]\d\d|20\d\d", written) is not None

    def measure(self, written: str, unit: str) -> str | None:
        """Return how a measure is said, `45 %`, as CLDR's long form has it; None where it has none."""
        value = self.value(written)
        if value is None:
            return None
        said = format_unit(value, unit, length="long", locale=self._locale)
        shown = format_decimal(value, locale=self._locale)
        if (
            unit in said or shown not in said or "٪" in said
        ):  # where CLDR has no long form, its name for the unit stands
            return None
        return said.replace(shown, f" {self.count(written) or written} ", 1).strip().replace("  ", " ")

    def sum(self, written: str, coin: str) -> str | None:
        """Return how a sum of money is said; None where CLDR has no name for the coin."""
        value = self.value(written)
        if value is None:
            return None
        name = get_currency_name(coin, count=value, locale=self._locale)
        said = self.count(written) or written
        said = self._agreeing(said) if coin == self.pounds else said
        return f"{said} {name}" if name and name != coin else None

    def day(self, day: date) -> str | None:
        """Return how a day is said: its date in CLDR's long form; None where that is not for the ear."""
        code = languages.primary(self.tag)
        if code in _NO_DATES:
            return None
        return str(format_date(day, _DATES.get(code, "long"), locale=self._locale))

    @property
    def day_first(self) -> bool:
        """Whether dates in figures begin with the day."""
        return str(get_date_format("short", self._locale).pattern).startswith("d")

    @property
    def months(self) -> tuple[str, ...]:
        """The names of the months, as they stand beside a day."""
        return tuple(get_month_names("wide", locale=self._locale).values())

    def hour(self, hours: str, minutes: str) -> str | None:
        """Return how a time is said; None where the voice knows better."""
        if minutes == "00":
            return self.sharp.format(h=self._hours(hours)) if self.sharp else None
        if not self.time:
            return f"{int(hours)} {' '.join(minutes) if minutes[0] == '0' else minutes}"
        zero = f"{self._whole('0')} " if minutes[0] == "0" else ""
        return self.time.format(h=self._hours(hours), m=zero + self._whole(str(int(minutes))))

    @property
    def _locale(self) -> str:
        return str(languages.locale(self.tag))

    def _hours(self, hours: str) -> str:
        return self._agreeing(self._whole(str(int(hours))))

    def _agreeing(self, said: str) -> str:
        for usual, before_feminine in self.feminine:
            said = re.sub(rf"{usual}\b", before_feminine, said)
        return said

    def _whole(self, digits: str) -> str:
        return self.count(digits) or digits

    def _words(self, value: Decimal) -> str | None:
        whole = value == value.to_integral_value()
        if not whole and not self.decimals:
            return None
        said = _num2words(str(value), self.counts)
        mark = get_decimal_symbol(self._locale)
        return said.replace(" punto ", " coma ") if said and self.counts == "es" and mark == "," else said


def known(tag: str) -> Language:
    """Return what is known of a language.

    >>> known("es").count("1.250,5"), known("es").measure("45", "concentr-percent"), known("ti").count("12")
    ('mil doscientos cincuenta coma cinco', 'cuarenta y cinco por ciento', None)
    """
    rows = _rows()
    row = next((rows[one] for one in languages.fallbacks(tag) if one in rows), {})
    return Language(tag, **row)  # type: ignore[arg-type]


@cache
def _rows() -> dict[str, dict[str, object]]:
    table = tomllib.loads((files("plainspoken.spoken") / "counting.toml").read_text("utf-8"))
    return {tag: {name: _frozen(value) for name, value in row.items()} for tag, row in table.items()}


def _frozen(value: object) -> object:
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value


@lru_cache(maxsize=4096)
def _num2words(value: str, code: str) -> str | None:
    from num2words import num2words

    number = Decimal(value)
    try:
        said = num2words(int(number) if number == int(number) and "." not in value else value, lang=code)
        if number != int(number) and said == num2words(int(number), lang=code):
            said = num2words(float(value), lang=code)  # Italian drops what is behind the mark of a written number
    except Exception:  # it raises whatever its tables run into; the voice then says the figures
        return None
    return " ".join(str(said).replace(",", " ").split()) or None
