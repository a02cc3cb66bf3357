"""A real browser on packs made from small releases: Debian's Chromium, with no network."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from plainspoken.pack import Pack
from plainspoken.writers.pack import publish
from tests import build

NETWORK = re.compile("^https?://(?!127)")
SWITCHES = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--mute-audio", "--no-first-run",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=shutil.which("chromium"), args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """The release of `tests.build` and its easy read, in English and Urdu, with a tone for a voice."""
    editions = build.editions()
    return publish(editions, [build.narration(one) for one in editions], into=tmp_path_factory.mktemp("packs"))


@dataclass
class Watched:
    """A page, with what it asked for and what went wrong on it."""

    page: object
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture
def opened(browser, pack) -> Iterator[Callable[..., Watched]]:
    """Open a page of the pack; requests to the network get no content, and are noted.

    The driver's own waiting needs `eval`, which the pages' policy forbids: it is passed by, but for the tests of it.
    """
    contexts = []

    def show(
        path: str = "en-GB/index.html", *, url: str | None = None, fragment: str = "", **options: object
    ) -> Watched:
        context = browser.new_context(**{"viewport": {"width": 1000, "height": 800}, "bypass_csp": True, **options})
        contexts.append(context)
        seen = Watched(context.new_page())
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
        seen.page.on("console", lambda message: seen.errors.append(message.text) if message.type == "error" else None)
        context.route(NETWORK, lambda route: route.fulfill(status=204))  # no content: the page stays, and can be seen
        seen.page.goto((url or (pack.folder / path).as_uri()) + fragment)
        return seen

    yield show
    for context in contexts:
        context.close()
