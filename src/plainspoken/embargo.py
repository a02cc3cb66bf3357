"""The time before which a release may not be published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from plainspoken.errors import EmbargoError
from plainspoken.model import Release

_LAST = timezone(timedelta(hours=-12))  # where a day or an hour comes last on Earth


def ends(value: str) -> datetime | None:
    """Return the instant at which an embargo is over everywhere; None where that can't be read.

    A time without a zone is over when no clock on Earth is before it; a day alone ends the embargo as it begins.

    >>> ends("2026-03-05T00:01:00+00:00")
    datetime.datetime(2026, 3, 5, 0, 1, tzinfo=datetime.timezone.utc)
    """
    try:
        until = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (until if until.tzinfo else until.replace(tzinfo=_LAST)).astimezone(UTC)


def refuse(releases: Iterable[Release], now: datetime) -> None:
    """Refuse what is under embargo at that time.

    Raises:
        EmbargoError: one of them is; it says when it may be published.
    """
    for release in releases:
        for one in release.known("embargo"):
            until = ends(one.value)
            if until is None or until > now:
                raise _refusal(release, one.value, until)


def settled(release: Release, now: datetime) -> Release:
    """Return the release with the finding of an embargo that is over as information alone."""
    known = release.known("embargo")
    over = known and all((until := ends(one.value)) is not None and until <= now for one in known)
    if not over:
        return release
    findings = (replace(one, level="info") if one.code == "embargo" else one for one in release.findings)
    return replace(release, findings=tuple(findings))


def _refusal(release: Release, value: str, until: datetime | None) -> EmbargoError:
    where = (release.headline or "the release")[:80]
    preview = "--ignore-embargo makes a pack for preview; don't post it"
    if until is None:
        return EmbargoError(
            "this release is under embargo, and it does not say until when in a way that can be read",
            where=where,
            todo=f"Look at the page. {preview[0].upper()}{preview[1:]}, unless the embargo is over.",
        )
    zone = "" if datetime.fromisoformat(value).tzinfo else " (it names no zone: the last one on Earth counts)"
    return EmbargoError(
        f"this release is under embargo until {until:%Y-%m-%d %H:%M} UTC{zone}",
        where=where,
        todo=f"Run this again then; or {preview} before.",
    )
