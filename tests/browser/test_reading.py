"""Reading the page: from a folder or a server, on a small screen, large, mirrored, without script, printed."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from itertools import pairwise

import pytest

from plainspoken.writers.pack import publish
from tests import build, needs

pytestmark = [pytest.mark.browser, needs.chromium]

PAGES = ["index.html", "en-GB/index.html", "en-GB/easy/index.html", "ur/index.html", "ur/easy/index.html"]
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""  # WCAG 2.2, 1.4.12
CONTROLS = "button, select, summary, .button, .languages a, .files > li > a, .marks a, .leave, .help a[href^='tel:']"
SMALL = f"""() => [...document.querySelectorAll("{CONTROLS}")].filter((node) => node.checkVisibility()).map((node) => {{
  const box = node.getBoundingClientRect();
  return [node.id || node.textContent.trim(), Math.round(box.width), Math.round(box.height)];
}}).filter(([, width, height]) => width < 44 || height < 44)"""

PARTS = ".controls > *, .exit a:not(.skip), .settings button, .settings select, .settings label"
CRAMPED = f"""() => [...document.querySelectorAll('{PARTS}')]
  .filter((node) => {{
    const box = node.getBoundingClientRect();
    return box.left < -0.5 || box.right > 320.5 || node.scrollWidth > node.clientWidth + 4;
  }}).map((node) => node.id || node.textContent)"""


@pytest.mark.parametrize("path", PAGES)
def test_the_page_works_under_its_own_policy(opened, pack, path):
    """From a folder, with the policy in force, nothing is refused, nothing fails, nothing of others is fetched."""
    seen = opened(path, bypass_csp=False)
    assert seen.errors == []
    own = pack.folder.as_uri()
    assert all(url.startswith((own, "data:")) for url in seen.requests)
    assert seen.page.evaluate("document.documentElement.className.includes('scripted')")


@pytest.mark.parametrize("path", ["en-GB/index.html", "ur/easy/index.html"])
def test_the_voice_plays_under_the_policy(opened, path):
    """The policy lets the page's own sound play, from a folder, and the words be marked."""
    seen = opened(path, bypass_csp=False)
    seen.page.click("#ui-play")
    seen.page.wait_for_selector(".s[aria-current]")
    assert seen.errors == []


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def served(pack) -> Iterator[str]:
    """The pack beneath a path of a site on this machine."""
    folder = pack.folder.parent
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{pack.slug}"
    server.shutdown()
    server.server_close()


def test_the_page_works_on_a_site(opened, served):
    """On any path of a site the page and its sound load, and nothing else is asked for."""
    seen = opened(url=f"{served}/ur/index.html", bypass_csp=False)
    seen.page.click("#ui-play")
    seen.page.wait_for_selector(".s[aria-current]")
    assert seen.errors == []
    assert {url.removeprefix(served) for url in seen.requests} <= {"/ur/index.html", "/ur/audio/release.mp3", "data:,"}


def test_every_link_of_the_pack_leads_to_a_file(opened, pack):
    """Links between the pack's pages and files lead somewhere, in a folder too."""
    for path in PAGES:
        page = opened(path).page
        for href in page.evaluate(
            "[...document.querySelectorAll('[href], source')].map((node) => node.href || node.src)"
        ):
            if href.startswith("file:"):
                target = href.removeprefix("file://").partition("#")[0]
                assert target.startswith(str(pack.folder)), (path, href)
                assert (pack.folder / target).is_file(), (path, href)


def test_a_language_is_one_link_away(opened):
    """From the first page to Urdu and from there to English, by links in their own languages."""
    page = opened("index.html").page
    page.click("a[hreflang=ur] >> nth=0")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ur", "rtl"]
    link = page.locator(".languages a[hreflang='en-GB']")
    assert (link.inner_text(), link.get_attribute("lang"), link.get_attribute("dir")) == ("English", "en-GB", "ltr")
    link.click()
    assert page.evaluate("document.documentElement.lang") == "en-GB"


def test_the_same_sentence_in_the_other_language(opened):
    """Changing the language keeps the sentence that was being heard: it is marked and in view there."""
    page = opened(viewport={"width": 600, "height": 500}).page
    page.click("#body\\.p3\\.s2")
    page.click(".languages a[hreflang=ur]")
    page.wait_for_selector("#body\\.p3\\.s2[aria-current]")
    assert page.evaluate("document.documentElement.lang") == "ur"
    page.wait_for_function("document.getElementById('body.p3.s2').getBoundingClientRect().top < innerHeight")
    assert page.evaluate("document.getElementById('ui-audio').paused")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("extra", ["", "spacing", "size"])
def test_no_scrolling_sideways_at_320_pixels(opened, path, extra):
    """At 320 CSS pixels the text reflows, with WCAG's text spacing and at twice the size too."""
    page = opened(path, viewport={"width": 320, "height": 640}).page
    if extra == "spacing":
        page.add_style_tag(content=SPACING)
    if extra == "size":
        page.evaluate("document.documentElement.style.setProperty('--size', 2)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large(opened, path, width):
    """Every control is at least 44 by 44 pixels (WCAG 2.2, 2.5.5)."""
    page = opened(path, viewport={"width": width, "height": 800}).page
    if page.locator("#ui-open").count():
        page.click("#ui-open")
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("path", ["en-GB/index.html", "ur/index.html"])
def test_controls_do_not_lie_on_each_other(opened, path):
    """On the smallest screen the player's controls stand side by side within it."""
    page = opened(path, viewport={"width": 320, "height": 640}).page
    boxes = [node.bounding_box() for node in page.locator(".controls > *").all()]
    spans = sorted((box["x"], box["x"] + box["width"]) for box in boxes)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert spans[0][0] >= 0 and spans[-1][1] <= 320


def test_urdu_is_mirrored(opened):
    """In a language written from the right, what stood at the left stands at the right."""

    def lefts(path: str) -> list[bool]:
        page = opened(path).page
        x = {
            name: page.locator(name).bounding_box()["x"] for name in ("#ui-prev", "#ui-next", "#ui-exit", ".exit .hint")
        }
        return [x["#ui-prev"] < x["#ui-next"], x[".exit .hint"] < x["#ui-exit"]]

    assert lefts("en-GB/index.html") == [True, True]
    assert lefts("ur/index.html") == [False, False]


@pytest.mark.parametrize(("path", "before"), [("en-GB/easy/index.html", True), ("ur/easy/index.html", False)])
def test_easy_read_pictures_stand_where_reading_begins(browser, tmp_path, path, before):
    """Beside easy words the picture stands left, in Urdu right; one sentence a line, 16 point or more."""
    from dataclasses import replace

    pictured = [one.map(lambda segment: replace(segment, picture="prison")) for one in build.editions()]
    pack = publish(pictured, into=tmp_path)
    page = browser.new_page()
    page.goto((pack.folder / path).as_uri())
    row = page.locator(".row:has(svg)").first
    picture, words = row.locator("svg").bounding_box(), row.locator(".words").bounding_box()
    assert (picture["x"] < words["x"]) is before
    assert (
        float(page.evaluate("getComputedStyle(document.querySelector('.easy .s')).fontSize").removesuffix("px")) >= 21.3
    )
    tops = [node.bounding_box()["y"] for node in page.locator(".easy .row .s").all()]
    assert len(set(tops)) == len(tops)
    page.close()


@pytest.mark.parametrize("path", ["en-GB/easy/index.html", "ur/easy/index.html"])
def test_on_paper_no_picture_is_parted_from_its_words(opened, path):
    """Printed, each row of easy read stays whole, its words are 16 point, and paper has room at its sides."""
    page = opened(path).page
    page.emulate_media(media="print")
    rows = page.evaluate("[...document.querySelectorAll('.easy .row')].map(row => getComputedStyle(row).breakInside)")
    assert set(rows) == {"avoid"}
    size = page.evaluate("getComputedStyle(document.querySelector('.easy .words')).fontSize")
    assert float(size.removesuffix("px")) >= 21.3
    assert page.evaluate("[...document.styleSheets[0].cssRules].some(rule => rule.cssText.startsWith('@page'))")


@pytest.mark.parametrize("path", PAGES)
def test_without_script_all_is_there(opened, path):
    """With scripts off the text, the sound and the links are there, and no button that does nothing."""
    page = opened(path, java_script_enabled=False).page
    assert page.locator("h1").is_visible()
    assert page.locator("button:visible, select:visible").count() == 0
    if path != "index.html":
        assert page.locator("audio[controls]").is_visible()
        assert page.locator(".text .s").first.is_visible()
        assert page.locator("a[href^='tel:']").first.is_visible()
        page.click(".languages a >> nth=0")
    else:
        page.click(".cards a >> nth=0")
    assert page.url.endswith("en-GB/index.html") or page.url.endswith("en-GB/easy/index.html")


def test_settings_change_the_page(opened):
    """Size, colours, spacing, width, letters and focus are set at once, and reset at once."""
    page = opened().page
    page.click("#ui-open")
    assert page.get_attribute("#ui-open", "aria-expanded") == "true"
    look = """() => { const style = getComputedStyle(document.querySelector('.text p'));
      return [style.fontSize, style.color, style.lineHeight, style.fontFamily,
              document.querySelector('.text').clientWidth]; }"""
    before = page.evaluate(look)
    page.click("#ui-larger")
    for name, value in [("theme", "dark"), ("spacing", "wide"), ("letters", "plain"), ("width", "narrow")]:
        page.select_option(f"#ui-{name}", value)
    after = page.evaluate(look)
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert page.inner_text("#ui-size") == "125%" and page.inner_text("#ui-status") == "Text size: 125%"
    page.click("#ui-reset")
    assert page.evaluate(look) == before
    page.keyboard.press("Escape")
    assert page.locator("#ui-settings").is_hidden()
    assert page.evaluate("document.activeElement.id") == "ui-open"


def test_colours_follow_the_device(opened):
    """Without a choice the page is light or dark as the device is."""
    shade = "getComputedStyle(document.body).backgroundColor"
    light = opened(color_scheme="light").page.evaluate(shade)
    dark = opened(color_scheme="dark").page.evaluate(shade)
    assert (light, dark) == ("rgb(253, 252, 249)", "rgb(22, 24, 26)")


def test_the_focus_is_seen(opened):
    """Whatever the keyboard reaches shows a ring of 3 pixels."""
    page = opened().page
    rings = set()
    for _ in range(25):
        page.keyboard.press("Tab")
        rings.add(
            page.evaluate("""() => { const style = getComputedStyle(document.activeElement);
          return document.activeElement.tagName === 'AUDIO' ? '3px' : style.outlineWidth; }""")
        )
    assert rings == {"3px"}


def test_paper_has_the_text_alone(opened):
    """Printed, the page has its text and its notices, no controls."""
    page = opened("ur/index.html").page
    page.emulate_media(media="print")
    assert page.locator(".text").is_visible() and page.locator(".notice").is_visible()
    for name in (".exit", ".player", "audio", ".languages", ".skip >> nth=0"):
        assert page.locator(name).is_hidden()


STOP = """(stop) => { const link = document.querySelector(".help a[href^='tel:']"), range = document.createRange();
  range.selectNodeContents(link.nextSibling);
  return [link.nextSibling.textContent[0], range.getClientRects()[0].top < link.getBoundingClientRect().bottom]; }"""


def test_a_full_stop_stays_with_the_number_before_it(browser, tmp_path):
    """In Chinese, on whatever width, no line begins with the full stop that ends a sentence with a number."""
    release = build.editions()[0]
    chinese = build.translated(release, "zh", ("如果您有紧急危险，请拨打 999。" for _ in range(99)))
    made = publish([release, chinese], into=tmp_path, formats=["txt"])
    page = browser.new_page()
    page.goto((made.folder / "zh/index.html").as_uri())
    found = []
    for width in range(280, 420, 4):
        page.set_viewport_size({"width": width, "height": 600})
        found.append(page.evaluate(STOP))
    page.close()
    assert found == [["。", True]] * len(found)


def test_a_download_is_named_with_its_kind_and_size(opened):
    """The link itself says what the file is and how large, as many hear links without the words round them."""
    page = opened().page
    names = page.locator("#ui-download ~ .files > li > a").evaluate_all("(all) => all.map((one) => one.textContent)")
    assert [re.sub(r" \d[\d.]*", " #", name) for name in names] == [
        "Audio (MP3, # kB)", "Captions (VTT, # kB)", "Plain text (TXT, # kB)", "Book (EPUB, # kB)",
    ]  # fmt: skip


def test_every_language_fits_the_smallest_screen(browser, tmp_path):
    """With the words of each community language, and with lengthened ones, nothing is cut or overlaps at 320 pixels."""
    from plainspoken.lang import COMMUNITY, PSEUDO
    from plainspoken.words import catalogues

    tags = [tag for tag in (*COMMUNITY, PSEUDO) if tag in (*catalogues(), PSEUDO) and tag != "en"]
    made = [build.release(), *(build.translated(build.release(), tag, ["x"], engine="argos") for tag in tags)]
    pack = publish(made, [build.narration(one, sections=["headline"]) for one in made], into=tmp_path)
    page = browser.new_page(viewport={"width": 320, "height": 640})
    found = {}
    for one in made:
        page.goto((pack.folder / one.lang / "index.html").as_uri())
        page.click("#ui-open")
        found[one.lang] = page.evaluate(f"[document.documentElement.scrollWidth, ({SMALL})(), ({CRAMPED})()]")
    page.close()
    assert {tag: wrong for tag, wrong in found.items() if wrong != [320, [], []]} == {}
