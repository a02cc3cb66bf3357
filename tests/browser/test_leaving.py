"""The quick exit: for somebody at whose door another person stands."""

from __future__ import annotations

import pytest

from tests import build, needs
from tests.browser.conftest import NETWORK

pytestmark = [pytest.mark.browser, needs.chromium]

PAGES = ["index.html", "en-GB/index.html", "en-GB/easy/index.html", "ur/index.html", "ur/easy/index.html"]
BLANK = """[
  getComputedStyle(document.querySelector('main')).display === 'none',
  getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 255, 255)',
  document.body.innerText.trim().length < 80,
  document.elementFromPoint(200, 200).id === 'ui-veil',
]"""


@pytest.mark.parametrize("path", PAGES)
def test_a_click_blanks_at_once_and_replaces_the_page(opened, path):
    """Before the click's own work is done the page is blank; the other site takes its place in the history."""
    seen = opened(path)
    with seen.page.expect_request("https://www.bbc.co.uk/weather"):
        state = seen.page.evaluate(f"document.getElementById('ui-exit').click(), {BLANK}")
    assert state == [True] * 4


def test_the_pages_place_in_the_history_is_taken(opened):
    """Going back from the other site does not lead to the page."""
    seen = opened()
    seen.page.context.unroute(NETWORK)
    seen.page.context.route(NETWORK, lambda route: route.fulfill(body="<p>Weather", content_type="text/html"))
    before = seen.page.evaluate("history.length")
    seen.page.click("#ui-exit")
    seen.page.wait_for_url("https://www.bbc.co.uk/weather")
    assert seen.page.evaluate("history.length") == before


def test_shift_three_times(opened):
    """Three presses of Shift leave the page; the first two say how many are left."""
    page = opened().page
    page.keyboard.press("Shift")
    assert page.inner_text("#ui-status") == "Press Shift two more times to leave this page."
    page.keyboard.press("Shift")
    assert page.inner_text("#ui-status") == "Press Shift one more time to leave this page."
    page.keyboard.press("Shift")
    assert page.evaluate(BLANK) == [True] * 4
    assert page.locator("#ui-veil[role=alert]").text_content() == "Leaving this page"


def test_shift_is_counted_in_the_readers_language(opened):
    """In Urdu the count is said in Urdu."""
    page = opened("ur/index.html").page
    page.keyboard.press("Shift")
    assert page.inner_text("#ui-status").endswith("۔") and "Shift" in page.inner_text("#ui-status")


def test_capitals_do_not_leave(opened):
    """Shift held for capital letters counts for nothing."""
    page = opened().page
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("x")
    page.keyboard.press("Shift")
    assert page.inner_text("#ui-status") == "Press Shift two more times to leave this page."


def test_the_count_is_forgotten_after_five_seconds(opened):
    """Presses that are further apart than five seconds don't add up."""
    page = opened().page
    page.clock.install()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.fast_forward(5100)
    page.keyboard.press("Shift")
    assert page.evaluate(BLANK)[0] is False
    assert page.inner_text("#ui-status") == "Press Shift two more times to leave this page."


def test_the_voice_is_silent_at_once(opened):
    """Leaving stops the sound before anything else can be heard."""
    page = opened().page
    page.click("#ui-play")
    page.wait_for_function("!document.getElementById('ui-audio').paused")
    assert page.evaluate("document.getElementById('ui-exit').click(), document.getElementById('ui-audio').paused")


def test_a_page_shown_again_is_whole_again(opened):
    """A page that the browser brings back from its cache is not blank and counts from none."""
    page = opened().page
    title = page.title()
    page.evaluate("document.getElementById('ui-exit').click()")
    assert page.title() != title
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert page.evaluate(BLANK)[0] is False
    assert page.title() == title


@pytest.mark.parametrize("path", PAGES)
def test_the_exit_is_always_in_reach(opened, path):
    """The link stays in view however far the page is scrolled; a second one follows the skip link."""
    page = opened(path, viewport={"width": 320, "height": 500}).page
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    assert page.evaluate("scrollY > 0") or path == "index.html"
    box = page.locator("#ui-exit").bounding_box()
    assert 0 <= box["y"] < 100 and box["height"] >= 44
    order = page.evaluate("[...document.querySelectorAll('a, button')].slice(0, 2).map((node) => node.className)")
    assert order == ["skip", "skip skip-exit"]
    assert page.get_attribute("#ui-exit", "rel") == "nofollow noreferrer"


def test_the_second_link_leaves_too(opened):
    """The link beside the skip link, seen when it has the focus, leaves as the button does."""
    page = opened().page
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip skip-exit"
    assert page.locator(".skip-exit").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate(BLANK) == [True] * 4


def test_nothing_is_left_behind(opened):
    """No page stores anything, whatever is done on it."""
    page = opened().page
    page.click("#ui-open")
    page.select_option("#ui-theme", "dark")
    page.click("#ui-larger")
    page.click("#ui-play")
    page.wait_for_function("!document.getElementById('ui-audio').paused")
    left = page.evaluate("""async () => [
      document.cookie.length, localStorage.length, sessionStorage.length,
      (await indexedDB.databases()).length, history.state,
    ]""")
    assert left == [0, 0, 0, 0, None]


def test_without_a_helpline_there_is_no_exit(browser, tmp_path):
    """A release whose subject doesn't need it carries no exit, unless one is asked for."""
    from dataclasses import replace

    from plainspoken.writers.pack import publish

    calm = build.release()
    calm = replace(calm, sections=tuple(one for one in calm.sections if one.role != "helpline"))
    plain = publish([calm], into=tmp_path / "plain")
    safe = publish([calm], into=tmp_path / "safe", safety=True)
    page = browser.new_page()
    page.goto((plain.folder / "en-GB/index.html").as_uri())
    assert page.locator("[data-exit]").count() == 0
    page.goto((safe.folder / "en-GB/index.html").as_uri())
    assert page.locator("[data-exit]").count() == 2
    page.close()
