"""The search of a site's page in a browser: from a folder, in every script; the list without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.site import index
from plainspoken.writers.pack import publish
from tests import site_packs

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site")
    site_packs.bridge(place)
    site_packs.court(place)
    index(place)
    return place


def shown(page) -> list[str]:
    """The packs whose rows are to be seen."""
    links = page.locator("#ui-stories li:visible h2 a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    return [link.removeprefix("../").split("/")[0] for link in links]


def search(page, text: str) -> list[str]:
    page.fill("#ui-query", text)
    page.press("#ui-query", "Enter")
    return shown(page)


@pytest.mark.parametrize(
    ("tag", "asked", "slugs"),
    [
        ("en-GB", "", ["bridge", "court"]),
        ("en-GB", "cafe", ["bridge"]),
        ("en-GB", "CAFÉ bri", ["bridge"]),
        ("en-GB", "lyna", ["bridge"]),
        ("en-GB", "Marlbrook", ["court"]),
        ("en-GB", "wessex", ["court"]),
        ("en-GB", "47", ["bridge", "court"]),
        ("en-GB", "ridge", []),
        ("en-GB", "bridge court", []),
        ("en-GB", "<zz>", []),
        ("ar", "الجسر", ["bridge"]),
        ("ar", "اغلاق", ["bridge"]),
        ("ar", "47", ["bridge"]),
        ("ar", "مدرسة", []),
        ("bn", "সেতু", ["bridge"]),
        ("bn", "সতু", []),
        ("bn", "47", ["bridge"]),
        ("zh", "关闭", ["bridge"]),
        ("zh", "桥", ["bridge"]),
        ("zh", "闭关", []),
        ("zh", "修好螺栓", ["bridge"]),
        ("ur", "عدالت", ["court"]),
    ],
)
def test_search(opened, site, tag, asked, slugs):
    """Accents, Arabic vowel signs, digits' script and case don't matter; Bengali vowels and Chinese order do."""
    seen = opened(url=(site / tag / "index.html").as_uri())
    assert search(seen.page, asked) == slugs
    told = seen.page.text_content("#ui-found")
    assert (str(len(slugs)) in told) if asked and any(map(str.isalnum, asked)) else told == ""
    assert seen.errors == []


def test_it_finds_while_one_types_and_says_how_many(opened, site):
    """The list follows the field; a screen reader hears the count, and emptying the field brings all back."""
    page = opened(url=(site / "en-GB/index.html").as_uri()).page
    page.type("#ui-query", "caf")
    page.wait_for_function("document.querySelectorAll('#ui-stories li:not([hidden])').length === 1")
    assert page.text_content("#ui-found") == "Found: 1"
    assert page.get_attribute("#ui-found", "role") == "status"
    assert search(page, "") == ["bridge", "court"]


def test_the_button(opened, site):
    """Who sees a button presses it, with a finger or by the keyboard."""
    page = opened(url=(site / "en-GB/index.html").as_uri()).page
    page.fill("#ui-query", "cafe")
    page.click("#ui-search button")
    assert shown(page) == ["bridge"] and page.url.endswith("/en-GB/index.html")


def test_a_strangers_headline_is_found_as_words(opened, tmp_path):
    """A headline that looks like a page's own markup, in the list and in what the search looks in, runs nothing."""
    evil = "</script><script>window.ran=1</script><img src=x onerror=window.ran=1> ' \" {{7*7}} ${7*7} \u2028 __proto__"
    for number, head in enumerate((evil, "Quiet news")):
        release = site_packs.small((head, "Some words of a release."), "en-GB", url=f"https://a.example/{number}")
        publish([release], into=tmp_path, slug=f"pack-{number}", formats=["txt"], safety=False)
    index(tmp_path, title=evil)
    seen = opened(url=(tmp_path / "en-GB/index.html").as_uri())
    assert search(seen.page, "onerror __proto__") == ["pack-0"]
    assert search(seen.page, "constructor") == []
    assert search(seen.page, "<img src=x onerror=window.ran=1>") == ["pack-0"]
    assert seen.page.evaluate("window.ran === undefined && document.images.length === 0")
    assert seen.errors == [] and [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
    assert "<img src=x" in seen.page.text_content("#ui-stories li:visible h2")


def test_nothing_is_asked_for_or_kept(opened, site):
    """Searching asks no network, leaves no address, stores nothing, and keeps to the page's policy."""
    seen = opened(url=(site / "en-GB/index.html").as_uri(), bypass_csp=False)
    search(seen.page, "cafe")
    assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
    assert seen.page.url.endswith("/en-GB/index.html") and seen.errors == []
    stored = "localStorage.length + sessionStorage.length + document.cookie.length"
    assert seen.page.evaluate(stored) == 0


def test_without_scripts(opened, site):
    """Without JavaScript the whole list is there, and no field that does nothing."""
    page = opened(url=(site / "en-GB/index.html").as_uri(), java_script_enabled=False).page
    assert page.locator("#ui-stories li").count() == 2
    assert not page.locator("#ui-search").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("tag", ["en-GB", "ur"])
def test_it_fits(opened, site, tag, width):
    """Nothing is wider than a small screen, and what one presses is 44 pixels high."""
    page = opened(url=(site / tag / "index.html").as_uri(), viewport={"width": width, "height": 700}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    measure = "all => all.map(one => one.getBoundingClientRect().height)"
    heights = page.locator("main a:visible, main input").evaluate_all(measure)
    assert min(heights) >= 44


def test_keyboard(opened, site):
    """From the top, the tab key comes by the languages, the field and each release."""
    page = opened(url=(site / "zh/index.html").as_uri()).page
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.getAttribute('href') || ''"))
    assert reached.index("ui-query") < reached.index("../bridge/zh/index.html")
