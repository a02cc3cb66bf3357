"""Whom to call: the sentences of a release that give a number for people who need help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from plainspoken.model import Inline, Release, Segment
from plainspoken.writers.inline import Scribe
from plainspoken.writers.phones import find_phones


def help_lines(release: Release) -> list[Markup]:
    """Return each helpline sentence that has a phone number, the number a link that calls it."""
    scribe = Scribe(release, dials=True)
    return [scribe.phrase(one) for one in _help(release) if _can_call(one)]


def needs_exit(releases: Iterable[Release]) -> bool:
    """Tell whether somebody who reads these releases may need to leave the page at once: they name a helpline."""
    return any(section.role == "helpline" for release in releases for section in release.sections)


def _help(release: Release) -> Iterator[Segment]:
    for section in release.sections:
        if section.role == "helpline":
            for block in section.blocks:
                yield from block.segments


def _can_call(segment: Segment) -> bool:
    return any(find_phones(segment.text)) or any(map(_dials, segment.spans))


def _dials(span: Inline) -> bool:
    return (span.href or "").startswith("tel:") or any(map(_dials, span.children))
