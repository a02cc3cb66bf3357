"""The servers that packs are posted to, one after the other, and what stands there afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from plainspoken.posting import place, secrets
from plainspoken.posting.link import Link
from tests.posting import servers


@pytest.fixture(params=servers.ALL)
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """A server's address for posting, and what opens it."""
    folder = tmp_path / "server"
    folder.mkdir()
    with request.param(folder) as (target, opens):
        yield target, opens


@pytest.fixture
def at() -> Callable[[str, Mapping[str, str]], dict[str, bytes]]:
    """Return what stands at a place, by its path."""

    def found(target: str, opens: Mapping[str, str]) -> dict[str, bytes]:
        known = secrets.load(None, opens)
        there = place.find(target, known)
        link = Link(there, known, servers.no_wait)
        start = there.root.strip("/")
        try:
            paths = link.do(lambda site: site.find(there.root))
        except FileNotFoundError:
            return {}
        return {
            path.strip("/").removeprefix(start).strip("/"): link.do(lambda site, path=path: site.cat_file(path))
            for path in paths
        }

    return found
