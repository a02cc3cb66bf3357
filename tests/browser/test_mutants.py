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

pytestmark = [pytest.mark.browser, needs.chromium]

VEILED = """(() => { document.getElementById('ui-exit').click(); return [
  getComputedStyle(document.querySelector('main')).display, getComputedStyle(document.documentElement).backgroundColor,
]; })()"""
SMALL = """() => [...document.querySelectorAll('button, select, summary, .languages a, .leave, .help a')]
  .filter((node) => node.checkVisibility())
  .filter((node) => { const box = node.getBoundingClientRect(); return box.width < 44 || box.height < 44; }).length"""

Promise = Callable[[object, list[str]], object]


def lang(page, _) -> object:
    return page.evaluate("document.documentElement.lang") == "ur" or "the language is not named"


def direction(page, _) -> object:
    return page.evaluate("getComputedStyle(document.body).direction") == "rtl" or "it is written the wrong way"


def leaving(page, _) -> object:
    if not page.locator("#ui-exit").count():
        return "there is no exit"
    state = page.evaluate(VEILED)
    return state == ["none", "rgb(255, 255, 255)"] or f"it is not blank: {state}"


def replacing(page, _) -> object:
    page.context.unroute(NETWORK)
    page.context.route(NETWORK, lambda route: route.fulfill(body="<p>Weather", content_type="text/html"))
    before = page.evaluate("history.length")
    page.evaluate("document.getElementById('ui-exit').click()")
    page.wait_for_url(NETWORK)
    return page.evaluate("history.length") == before or "one can go back to it"


def shifting(page, _) -> object:
    for _press in range(3):
        page.keyboard.press("Shift")
    return page.evaluate("getComputedStyle(document.querySelector('main')).display") == "none" or "Shift does nothing"


def sticking(page, _) -> object:
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    box = page.locator("#ui-exit").bounding_box()
    return 0 <= box["y"] < 100 or "the exit scrolls away"


def clicking(page, _) -> object:
    page.evaluate("document.getElementById('body.p2.s1').click()")
    begins = page.evaluate("Number(document.getElementById('body.p2.s1').dataset.b)")
    at = page.evaluate("document.getElementById('ui-audio').currentTime")
    return abs(at - begins) < 1 or f"it plays from {at}"


def entering(page, _) -> object:
    page.focus("#body\\.p2\\.s1")
    page.keyboard.press("Enter")
    at = page.evaluate("document.getElementById('ui-audio').currentTime")
    return at > 0 or "Enter does nothing"


def marking(page, _) -> object:
    page.evaluate("document.getElementById('body.p2.s1').click()")
    marks = page.evaluate("""[...document.querySelectorAll('.s[aria-current=true]')].map(
      (node) => [node.id, getComputedStyle(node).textDecorationLine])""")
    return marks == [["body.p2.s1", "underline"]] or f"marked by colour alone, or not at all: {marks}"


def following(page, _) -> object:
    page.set_viewport_size({"width": 600, "height": 500})
    for _step in range(20):
        page.evaluate("document.getElementById('ui-next').click()")
    top = page.evaluate("(document.querySelector('.s[aria-current]') || document.body).getBoundingClientRect().top")
    return 0 < top < 500 or "the sentence is out of sight"


def reflowing(page, _) -> object:
    page.set_viewport_size({"width": 320, "height": 640})
    width = page.evaluate("document.documentElement.scrollWidth")
    return width <= 320 or f"{width} pixels wide"


def reaching(page, _) -> object:
    page.evaluate("document.getElementById('ui-open').click()")
    return page.evaluate(SMALL) == 0 or "targets are small"


def focusing(page, _) -> object:
    for _step in range(6):
        page.keyboard.press("Tab")
    ring = page.evaluate("getComputedStyle(document.activeElement).outline")
    return ("3px" in ring and "none" not in ring) or f"the focus is not seen: {ring}"


def staying(_, requests) -> object:
    return not [one for one in requests if NETWORK.match(one)] or "it asks the network"


def forgetting(page, _) -> object:
    page.evaluate("document.getElementById('ui-open').click()")
    page.select_option("#ui-theme", "dark")
    left = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie.length, history.state]")
    return left == [0, 0, 0, None] or f"it leaves something: {left}"


def silent(page, _) -> object:
    page.wait_for_function("document.getElementById('ui-audio').readyState >= 1")
    page.wait_for_timeout(150)
    return (
        page.evaluate("(({paused, autoplay}) => paused && !autoplay)(document.getElementById('ui-audio'))")
        or "it plays by itself"
    )


def ordered(page, _) -> object:
    return (
        page.evaluate("[...document.querySelectorAll('*')].every((node) => node.tabIndex <= 0)") or "tabindex above 0"
    )


def theming(page, _) -> object:
    page.emulate_media(color_scheme="dark")
    shade = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return shade == "rgb(22, 24, 26)" or f"it is not dark: {shade}"


def contrasting(page, _) -> object:
    page.emulate_media(contrast="more")
    shade = page.evaluate("getComputedStyle(document.body).color")
    return shade == "rgb(0, 0, 0)" or f"no more contrast: {shade}"


def resting(page, _) -> object:
    page.emulate_media(reduced_motion="reduce")
    return page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto" or "it glides"


def forcing(page, _) -> object:
    page.emulate_media(forced_colors="active")
    page.evaluate("document.getElementById('body.p2.s1').click()")
    shades = page.evaluate("""['.s[aria-current]', 'body'].map(
      (name) => getComputedStyle(document.querySelector(name)).backgroundColor)""")
    return (shades[0] != shades[1] and shades[0] != "rgba(0, 0, 0, 0)") or "the mark is lost in forced colours"


def printing(page, _) -> object:
    page.emulate_media(media="print")
    return (
        page.locator(".exit, .player, audio, .languages").evaluate_all(
            "(all) => all.every((node) => !node.checkVisibility())"
        )
        or "controls are printed"
    )


def focused_lines(page, _) -> object:
    page.evaluate("document.getElementById('ui-open').click()")
    page.select_option("#ui-focus", "on")
    page.evaluate("document.getElementById('body.p2.s1').click()")
    shades = page.evaluate("""['.s[aria-current]', '.s:not([aria-current])'].map(
      (name) => getComputedStyle(document.querySelector('.text ' + name)).color)""")
    return shades[0] != shades[1] or "no line is singled out"


def callable_at_the_top(page, _) -> object:
    first = page.locator("a[href^='tel:']").first
    if not first.count():
        return "no number can be called"
    before = page.evaluate("""(() => { const call = document.querySelector("a[href^='tel:']");
      return Boolean(call.compareDocumentPosition(document.querySelector('.text')) & 4); })()""")
    return before or "the numbers come after the text"


def saying_little(page, _) -> object:
    page.keyboard.press("Shift")
    said = page.locator("#ui-status[role=status]")
    return (said.count() == 1 and 0 < len(said.inner_text()) < 100) or "the count is not announced"


def one_key_away(page, _) -> object:
    link = page.locator(".languages a[hreflang='en-GB'][lang='en-GB'][dir=ltr]")
    return (link.count() == 1 and link.inner_text() == "English") or "a language is not named in itself"


def listed(page, _) -> object:
    keys = page.locator("#ui-settings kbd").all_text_contents()
    return len(keys) == 5 or f"shortcuts are not listed: {keys}"


def outside_controls(page, _) -> object:
    page.focus("#ui-speed")
    page.keyboard.press("ArrowRight")
    return page.locator(".s[aria-current]").count() == 0 or "a shortcut works inside a control"


def written(page, _) -> object:
    return len(page.inner_text(".text")) > 200 or "there is no text without script"


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
