"""Whom to call: the sentences of a release that give a number for people who need help."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from plainspoken.model import Inline, Release, Segment
from plainspoken.writers.inline import Scribe
from plainspoken.writers.phones import find_phones

# The keys that a caller of 999 presses who can't speak: the United Kingdom's Silent Solution (IOPC, 2019).
_SILENT = re.compile(r"(?<![\d£$€.,:])55(?![\d.,:]\d|\d)")


def help_lines(release: Release) -> list[Markup]:
    """Return each helpline sentence that says what to call or to press, a phone number as a link that calls it."""
    scribe = Scribe(release, dials=True)
    return [scribe.phrase(one) for one in _help(release) if _can_call(one) or _SILENT.search(one.text)]


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
