"""Sentences as HTML: a sentence is one element that can be pointed at, timed and marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from plainspoken import lang
from plainspoken.model import Inline, Release, Segment
from plainspoken.narration import Cue
from plainspoken.writers.editions import left_in
from plainspoken.writers.isolates import find_isolates

_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})
_TAGS = {"strong": "strong", "emph": "em", "code": "code"}


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes the sentences of a release as HTML.

    Attributes:
        release: the release they belong to.
        cues: when each is said, by its id.
        dials: whether phone numbers without a link get one.
    """

    release: Release
    cues: Mapping[str, Cue] = field(default_factory=dict)
    dials: bool = False

    def run(self, segments: Iterable[Segment]) -> Markup:
        """Return sentences and the gaps between them."""
        return Markup("").join(self.segment(one) + one.gap for one in segments).rstrip()

    def segment(self, one: Segment) -> Markup:
        """Return a sentence as an element with its id, its times and, where it differs, its language."""
        cue = self.cues.get(one.id)
        times = Markup(' data-b="{:.3f}" data-e="{:.3f}"').format(cue.begins, cue.ends) if cue else ""
        return Markup('<span id="{}" class="s"{}{}>{}</span>').format(
            one.id, times, language_attributes(left_in(one, self.release)), self.words(one)
        )

    def phrase(self, one: Segment) -> Markup:
        """Return the words of a sentence without its id and times, in an element that names a language that differs."""
        other = left_in(one, self.release)
        return (
            Markup("<span{}>{}</span>").format(language_attributes(other), self.words(one))
            if other
            else self.words(one)
        )

    def words(self, one: Segment) -> Markup:
        """Return the words of a sentence with their inline markup, its text character by character."""
        return Markup("").join(self._span(span, self._source(one), inside_link=False) for span in one.spans)

    def _source(self, one: Segment) -> str:
        """Return the source of a sentence if names in it can be told by their Latin letters; else nothing."""
        origin = self.release.source_lang
        told = origin and lang.script(origin) == "Latn" != lang.script(self.release.lang) and one.state != "initial"
        return one.source or "" if told else ""

    def _span(self, span: Inline, source: str, *, inside_link: bool) -> Markup:
        if span.kind == "break":
            return Markup("<br>") + span.text  # the text collapses after the break: offsets stay true
        href = safe_link(span.href) if span.kind == "link" and not inside_link else None
        within = inside_link or href is not None
        source = "" if span.lang else source
        inner = (
            Markup("").join(self._span(child, source, inside_link=within) for child in span.children)
            if span.children
            else self._text(span.text, source, links=self.dials and not within)
        )
        if href is not None:
            rel = "noopener noreferrer nofollow"
            return Markup('<a href="{}" rel="{}"{}>{}</a>').format(href, rel, language_attributes(span.lang), inner)
        if span.kind in _TAGS:
            return Markup("<{0}{1}>{2}</{0}>").format(Markup(_TAGS[span.kind]), language_attributes(span.lang), inner)  # noqa: S704
        if span.kind == "abbr" and span.title:
            return Markup('<abbr title="{}"{}>{}</abbr>').format(span.title, language_attributes(span.lang), inner)
        return Markup("<bdi{}>{}</bdi>").format(language_attributes(span.lang), inner) if span.lang else inner

    def _text(self, text: str, source: str, *, links: bool) -> Markup:
        pieces, done = [], 0
        for one in find_isolates(text, source):
            words = text[one.start : one.end]
            foreign = named(words, self.release.source_lang)
            shown = foreign if one.foreign else Markup('<bdi dir="ltr">{}</bdi>').format(words)
            link = Markup('<a class="tel" href="tel:{}">{}</a>').format(one.dial, shown)
            pieces += [escape(text[done : one.start]), link if links and one.dial else shown]
            done = one.end
        return Markup("").join([*pieces, escape(text[done:])])


def named(text: str, tag: str | None) -> Markup:
    """Return a name that stays in its own language, isolated from the text around it."""
    return Markup("<bdi{}>{}</bdi>").format(language_attributes(tag), text)


def language_attributes(tag: str | None) -> Markup:
    """Return the `lang` and `dir` of an element in the language `tag`; nothing for None."""
    return Markup(' lang="{}" dir="{}"').format(tag, lang.direction(tag)) if tag else Markup("")


def safe_link(href: str | None) -> str | None:
    """Return the address if following it can only open a page, a mail or a call."""
    if not href or any(ord(character) <= 0x20 or character == "\x7f" for character in href):
        return None
    try:
        scheme = urlsplit(href).scheme.lower()
    except ValueError:
        return None
    return href if scheme in _SCHEMES else None
