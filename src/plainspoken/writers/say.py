"""The pack's own words on one page, marked with the language that they are really in."""

from __future__ import annotations

from babel.units import format_unit
from markupsafe import Markup, escape

from plainspoken import lang
from plainspoken.words import words

_UNSPACED = frozenset({"Hans", "Hant", "Jpan"})


class Say:
    """Says the words of the catalogue on a page in the language `tag`.

    Words that the catalogue lacks stand in English, marked as English; `missing` collects them while a page is written.

    Attributes:
        tag: the page's language.
        spoken: the language the words are in: the page's own, or English.
        dir: the direction of that language.
        foreign: whether they are not in the page's language.
        missing: the messages that were asked for and have no translation.
    """

    def __init__(self, tag: str) -> None:
        asked = words(tag)
        self.foreign = not lang.same(asked.spoken, tag)
        self._words = words("en") if self.foreign else asked
        self.tag, self.spoken = tag, self._words.spoken
        self.dir = lang.direction(self.spoken)
        self.missing: set[str] = set()

    def __call__(self, message: str, **values: object) -> Markup:
        """Return the words as HTML, inside an element that names their language where it is not the page's."""
        said = Markup(escape(self._words(message)))  # noqa: S704 - escaped one call further in
        said = said % values if values else said
        if self._lacks(message):
            return Markup('<span lang="en" dir="ltr">{}</span>').format(said)
        return (
            Markup('<span lang="{}" dir="{}">{}</span>').format(self.spoken, self.dir, said) if self.foreign else said
        )

    def plain(self, message: str, **values: object) -> str:
        """Return the words as plain text, for attributes and other places that hold no elements."""
        self._lacks(message)
        return self._words(message, **values)

    @property
    def attributes(self) -> Markup:
        """The `lang` and `dir` of an element that holds nothing but our words; none where the page's own do."""
        return Markup(' lang="{}" dir="{}"').format(self.spoken, self.dir) if self.foreign else Markup("")

    @property
    def gap(self) -> str:
        """What stands between two sentences: nothing where full stops bring their own space, as in Chinese."""
        return "" if lang.script(self.spoken) in _UNSPACED else " "

    def language(self, tag: str) -> str:
        """Return the name of a language in the words' own language."""
        return lang.name(without_region(tag), self.spoken)

    def date(self, moment: str) -> str:
        """Return the day of an ISO 8601 moment as readers of these words write it."""
        return self._words.date(moment)

    def duration(self, seconds: float) -> str:
        """Return a length of time, `3:05`."""
        return self._words.duration(seconds)

    def number(self, value: float) -> str:
        """Return a number as readers of these words write it."""
        return self._words.number(value)

    def percent(self, value: float) -> str:
        """Return a share as readers of these words write it."""
        return self._words.percent(value)

    def size(self, octets: int) -> str:
        """Return the size of a file, `1.5 MB` (SI: 1 MB is 1,000,000 bytes), as readers of these words write it."""
        unit, value = ("megabyte", octets / 1e6) if octets >= 1e6 else ("kilobyte", max(1, round(octets / 1e3)))
        shown = round(value, 1) if value < 100 else round(value)
        return format_unit(shown, f"digital-{unit}", length="short", locale=lang.locale(self._words.tag))

    def _lacks(self, message: str) -> bool:
        if self.spoken in ("en", lang.PSEUDO):
            if self.foreign:
                self.missing.add(message)
            return False
        if self._words.find(message) is None:
            self.missing.add(message)
            return True
        return False


def without_region(tag: str) -> str:
    """Return a language tag without its country: a reader looks for English, whichever the publisher writes."""
    return "-".join(part for place, part in enumerate(tag.split("-")) if place == 0 or len(part) == 4)


def own_name(tag: str) -> str:
    """Return the name of a language in itself, without its country."""
    return lang.autonym(without_region(tag)) if tag != lang.PSEUDO else lang.autonym(tag)
