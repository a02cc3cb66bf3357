# ruff: noqa: E501 - a mutant reads best on a line
"""The promises of the reader, each kept by the page as it is and broken by a page that is spoilt on purpose.

A promise is a function from a page to what is wrong with it; a mutant is the page's own file with one thing changed. What
the browser tests ask stays worth asking only as long as a spoilt page fails: here it has to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import needs
from tests.browser.conftest import NETWORK
from tests.browser.promises import (
    Promise,
    callable_at_the_top,
    choosing,
    clicking,
    contrasting,
    direction,
    entering,
    focused_lines,
    focusing,
    following,
    forcing,
    forgetting,
    free,
    hurrying,
    in_time,
    lang,
    leaving,
    left_alone,
    listed,
    marking,
    mirrored,
    neutral,
    one_key_away,
    ordered,
    outside_controls,
    playing,
    printing,
    reaching,
    reflowing,
    replacing,
    resting,
    same_sentence,
    saying_little,
    shifting,
    silent,
    spaced_text,
    staying,
    stepping,
    sticking,
    theming,
    twice_as_large,
    word_marked,
    written,
)

pytestmark = [pytest.mark.browser, needs.chromium]

S = re.DOTALL
# What is spoilt, the promise that it breaks, and how: a pattern and what stands in its place.
MUTANTS: dict[str, tuple[Promise, str, str]] = {
    "no lang": (lang, r'<html lang="ur"', "<html"),
    "wrong dir": (direction, r'dir="rtl" class', 'dir="ltr" class'),
    "no exit": (leaving, r'<section class="exit".*?</section>', ""),
    "exit without blanking": (leaving, r'root\.classList\.add\("veil"\);', ""),
    "exit that can be gone back from": (replacing, r"location\.replace\((.*?)\);", r"location.assign(\1);"),
    "Shift unheard": (shifting, r"if \(presses >= 3\) return leave\(\);", ""),
    "exit that scrolls away": (sticking, r"position:sticky", "position:static"),
    "exit count unsaid": (saying_little, r'id="ui-status" class="unseen" role="status"', 'id="ui-status" class="unseen"'),
    "no click to seek": (clicking, r'text\.addEventListener\("click"', 'text.addEventListener("clack"'),
    "no Enter": (entering, r'event\.key === "Enter"', 'event.key === "Entre"'),
    "mark by colour alone": (marking, r"text-decoration:underline 2px var\(--line\)", "text-decoration:none"),
    "no aria-current": (marking, r'now\.setAttribute\("aria-current", "true"\);', ""),
    "no follow": (following, r"if \(goes\) bring\(now\);", ""),
    "fixed width": (reflowing, r"</style>", "main{width:800px;max-inline-size:none!important}</style>"),
    "small targets": (reaching, r"</style>", "button{min-block-size:0!important;block-size:20px!important}</style>"),
    "missing focus ring": (focusing, r"</style>", "*:focus-visible{outline:none!important}</style>"),
    "remote request": (staying, r"</body>", '<img src="https://tracker.example/i.gif" alt=""></body>'),
    "storage left": (forgetting, r'part\("player"\)\.hidden = false;', 'localStorage.setItem("seen", "1"); \\g<0>'),
    "state left in the history": (forgetting, r'part\("player"\)\.hidden = false;', 'history.replaceState(1, ""); \\g<0>'),
    "plays by itself": (silent, r"<audio ", "<audio autoplay muted "),
    "positive tabindex": (ordered, r'<main id="ui-main" tabindex="-1"', '<main id="ui-main" tabindex="1"'),
    "never dark": (theming, r"prefers-color-scheme:dark", "prefers-color-scheme:dusk"),
    "no more contrast": (contrasting, r"prefers-contrast:more", "prefers-contrast:most"),
    "gliding for everyone": (resting, r"\(prefers-reduced-motion:no-preference\)", "all"),
    "no forced colours": (forcing, r"forced-color-adjust:none;background:Highlight", "background:Canvas"),
    "controls on paper": (printing, r"@media print", "@media plotter"),
    "no line focus": (focused_lines, r":root\[data-focus=on\]", ":root[data-focus=never]"),
    "numbers that can't be called": (callable_at_the_top, r'href="tel:', 'href="#tel:'),
    "no help at the top": (callable_at_the_top, r'<section class="help".*?</section>', ""),
    "languages unmarked": (one_key_away, r' lang="en-GB" dir="ltr" data-language', " data-language"),
    "shortcuts unlisted": (listed, r'<ul class="keys">.*?</ul>', ""),
    "button that doesn't play": (playing, r'part\("play"\)\.addEventListener\("click"', 'part("play").addEventListener("clack"'),
    "previous that goes on": (stepping, r"step\(-1\)\)", "step(1))"),
    "speed ignored": (hurrying, r"audio\.playbackRate = ", ""),
    "mark too late": (in_time, r"const early = 0\.02", "const early = -0.3"),
    "words unmarked": (word_marked, r'CSS\.highlights\.set\("word", new Highlight\(.*?\)\);', ";"),
    "pulled back after scrolling": (left_alone, r"const goes = forced \|\| follows\(before\);", "const goes = true;"),
    "pulled back on low screens": (left_alone, r'if \(getComputedStyle\(player\).*?;', ""),
    "text size ignored": (choosing, r'root\.style\.setProperty\("--size".*?\);', ""),
    "spacing ignored": (choosing, r":root\[data-spacing=wide\]", ":root[data-spacing=never]"),
    "width ignored": (choosing, r":root\[data-width=wide\]", ":root[data-width=never]"),
    "colours ignored": (choosing, r":root\[data-theme=contrast\]", ":root[data-theme=never]"),
    "text cut when spaced": (spaced_text, r"</style>", "p{block-size:1.2em!important;overflow:hidden}</style>"),
    "letters of one size": (twice_as_large, r"</style>", ".text p{font-size:18px!important}</style>"),
    "too wide at twice the size": (twice_as_large, r"</style>", ".text{min-inline-size:40rem}</style>"),
    "place lost with the language": (same_sentence, r"link\.hash = here \? here\.id : \"\";", ""),
    "keyboard trap": (free, r'part\("player"\)\.hidden = false;', '\\g<0> addEventListener("keydown", (event) => { if (event.key === "Tab" && document.activeElement.id === "ui-exit") event.preventDefault(); });'),
    "control out of the keyboard's reach": (free, r'id="ui-play"', 'id="ui-play" tabindex="-1"'),
    "sides that don't turn": (mirrored, r"border-inline-start:\.25rem", "border-left:.25rem"),
    "exit to a telling page": (neutral, r"https://www\.bbc\.co\.uk/weather", "https://shelter.example/"),
    "shortcuts inside controls": (outside_controls, r"if \(isControl\(event\.target\)\) return;", ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def spoilt(browser) -> Iterator[Callable[[Path], tuple[object, list[str]]]]:
    """Open a file in a context of its own, with the requests that it makes; the policy is passed by, as it would stop
    most mutants before the promise is asked."""
    contexts = []

    def show(file: Path, **options: object) -> tuple[object, list[str]]:
        while contexts:
            contexts.pop().close()
        settings = {"viewport": {"width": 900, "height": 700}, "bypass_csp": True, "reduced_motion": "reduce"}
        context = browser.new_context(**{**settings, **options})
        contexts.append(context)
        requests: list[str] = []
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        context.route(NETWORK, lambda route: route.fulfill(status=204))
        page.goto(file.as_uri())
        return page, requests

    yield show
    for context in contexts:
        context.close()


@pytest.mark.parametrize("promise", dict.fromkeys(one for one, _, _ in MUTANTS.values()), ids=lambda one: one.__name__)
def test_the_page_keeps_its_promise(spoilt, pack, promise):
    """The page as it is does what it promises."""
    assert promise(*spoilt(pack.folder / "ur/index.html")) is True


@pytest.mark.parametrize("name", MUTANTS)
def test_a_spoilt_page_breaks_it(spoilt, pack, name):
    """The page with one thing spoilt fails, and says how."""
    promise, pattern, instead = MUTANTS[name]
    page, count = re.subn(pattern, instead, (pack.folder / "ur/index.html").read_text(), flags=S)
    assert count, f"nothing to spoil: {pattern}"
    file = pack.folder / "ur/spoilt.html"
    file.write_text(page)
    try:
        assert isinstance(promise(*spoilt(file)), str)
    finally:
        file.unlink()


def test_text_only_by_script_is_found(spoilt, pack):
    """With scripts off the page has its text; one that a script writes has none."""
    page = pack.folder / "ur/index.html"
    assert written(*spoilt(page, java_script_enabled=False)) is True
    hidden = page.read_text().replace("</style>", ":root:not(.scripted) .text{display:none}</style>")
    file = pack.folder / "ur/spoilt.html"
    file.write_text(hidden)
    try:
        told = spoilt(file, java_script_enabled=False)[0].locator(".text").is_visible()
    finally:
        file.unlink()
    assert told is False
