"""Hearing the page: the voice, the mark that follows it, going from sentence to sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plainspoken.narration import Cue
from plainspoken.writers.pack import publish
from tests import build, needs

pytestmark = [pytest.mark.browser, needs.chromium]

CURRENT = "(document.querySelector('.s[aria-current]') || {}).id"
LATE = """() => { /* notes, whenever the mark moves, how far the voice is from the beginning of the sentence */
  const audio = document.getElementById('ui-audio'); window.late = [];
  new MutationObserver((changes) => changes.forEach((change) => {
    const node = change.target;
    if (node.hasAttribute('aria-current')) window.late.push(audio.currentTime - Number(node.dataset.b));
  })).observe(document.querySelector('main'), {subtree: true, attributes: true, attributeFilter: ['aria-current']});
}"""


def playing(page) -> bool:
    return not page.evaluate("document.getElementById('ui-audio').paused")


def at(page, ident: str) -> None:
    page.wait_for_function(f"{CURRENT} === '{ident}'")


def test_nothing_plays_by_itself(opened):
    """A page is silent until somebody asks for its sound."""
    page = opened().page
    page.wait_for_function("document.getElementById('ui-audio').readyState >= 1")
    assert not playing(page) and page.evaluate(CURRENT) is None


def test_the_mark_follows_the_voice(opened):
    """Each sentence is marked within 100 ms of its beginning, by aria-current and by more than colour."""
    page = opened().page
    page.evaluate(LATE)
    page.evaluate("document.getElementById('ui-audio').playbackRate = 2")
    page.click("#ui-play")
    at(page, "body.p2.s1")
    late = page.evaluate("window.late")
    assert len(late) == 5 and max(map(abs, late)) <= 0.1
    style = page.evaluate("getComputedStyle(document.querySelector('.s[aria-current]')).textDecorationLine")
    assert style == "underline"
    assert page.locator("[aria-current=true]").count() == 1


def test_the_word_is_marked(opened):
    """The word that is said is painted, without changing the text."""
    page = opened().page
    page.click("#body\\.p1\\.s2")
    page.wait_for_function("window.CSS.highlights.has('word')")
    word = page.evaluate("[...CSS.highlights.get('word')][0].toString()")
    assert word in ["He", "pleaded", "guilty", "to", "three", "charges."]


def test_the_word_is_found_beyond_markup(opened):
    """Words are counted in the plain text of a sentence, whatever elements stand in it."""
    page = opened().page
    page.evaluate("document.getElementById('ui-audio').currentTime = "
                  "Number(document.getElementById('help.p2.s1').dataset.e) - 0.02")  # fmt: skip
    page.wait_for_function("window.CSS.highlights.has('word')")
    assert page.evaluate("[...CSS.highlights.get('word')][0].toString()") == "247."


def test_play_becomes_pause(opened):
    """One button plays and pauses, and its name says which."""
    page = opened().page
    button = page.locator("#ui-play")
    assert button.inner_text().strip() == "Play"
    button.click()
    page.wait_for_function("document.querySelector('#ui-play').innerText.trim() === 'Pause'")
    assert page.inner_text("#ui-status") == "Playing"
    button.click()
    page.wait_for_function("document.querySelector('#ui-play').innerText.trim() === 'Play'")
    assert not playing(page)


def test_a_click_on_a_sentence_plays_from_there(opened):
    """A sentence that is clicked is heard from its beginning."""
    page = opened().page
    page.click("#body\\.p3\\.s2")
    at(page, "body.p3.s2")
    begins = page.evaluate("Number(document.getElementById('body.p3.s2').dataset.b)")
    assert playing(page) and 0 <= page.evaluate("document.getElementById('ui-audio').currentTime") - begins < 1


def test_a_click_on_a_link_follows_the_link(opened):
    """A link in a sentence is a link: clicking it does not play."""
    page = opened().page
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault(), true)")
    page.click("#body\\.p2\\.s1 a")
    assert not playing(page)


def test_enter_plays_the_sentence_that_has_the_focus(opened):
    """Enter does on a sentence what a click does."""
    page = opened().page
    page.focus("#body\\.p1\\.s2")
    page.keyboard.press("Enter")
    at(page, "body.p1.s2")
    assert playing(page)


def test_sentences_are_no_tab_stops(opened):
    """A page of fifty sentences takes no fifty presses of Tab; no element has a tabindex above 0."""
    page = opened().page
    assert page.evaluate("[...document.querySelectorAll('.s')].every((node) => node.tabIndex === -1)")
    assert page.evaluate("[...document.querySelectorAll('[tabindex]')].every((node) => node.tabIndex <= 0)")


def test_next_and_previous_step_by_sentence(opened):
    """The buttons go one sentence on and back; while nothing plays, nothing starts to."""
    page = opened().page
    page.click("#ui-next")
    at(page, "headline.h1.s1")
    page.click("#ui-next")
    at(page, "standfirst.p1.s1")
    page.click("#ui-prev")
    at(page, "headline.h1.s1")
    page.click("#ui-prev")
    at(page, "headline.h1.s1")
    assert not playing(page)
    page.click("#ui-play")
    at(page, "standfirst.p1.s1")


@pytest.mark.parametrize(("path", "forward", "back"), [
    ("en-GB/index.html", "ArrowRight", "ArrowLeft"),
    ("ur/index.html", "ArrowLeft", "ArrowRight"),
])  # fmt: skip
def test_arrow_keys_go_the_way_of_the_script(opened, path, forward, back):
    """Outside controls, the arrow that points onwards in the page's script goes to the next sentence."""
    page = opened(path).page
    for _ in range(3):
        page.keyboard.press(forward)
    page.keyboard.press(back)
    at(page, "standfirst.p1.s1")


def test_keys_are_left_to_controls(opened):
    """A control that has the focus gets its own keys."""
    page = opened().page
    page.focus("#ui-speed")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.evaluate(CURRENT) is None and not playing(page)


def test_space_plays_and_pauses(opened):
    """Space outside controls plays and pauses."""
    page = opened().page
    page.keyboard.press("Space")
    page.wait_for_function("!document.getElementById('ui-audio').paused")
    page.keyboard.press("Space")
    page.wait_for_function("document.getElementById('ui-audio').paused")


def test_speed(opened):
    """The voice speaks as fast as the reader chooses."""
    page = opened().page
    page.select_option("#ui-speed", "1.5")
    assert page.evaluate("document.getElementById('ui-audio').playbackRate") == 1.5


def test_the_sentence_is_kept_in_view(opened):
    """The page scrolls with the voice, clear of the bars at its edges."""
    page = opened(viewport={"width": 600, "height": 500}, reduced_motion="reduce").page
    page.click("#ui-next")
    for _ in range(22):
        page.click("#ui-next")
    box = page.locator("[aria-current=true]").bounding_box()
    top = page.locator(".exit").bounding_box()
    bottom = page.locator("#ui-player").bounding_box()
    assert box["y"] >= top["y"] + top["height"] and box["y"] + box["height"] <= bottom["y"]


def test_whoever_scrolls_away_is_left_alone(opened):
    """A reader who scrolls to another place stays there while the voice goes on."""
    page = opened(viewport={"width": 600, "height": 500}, reduced_motion="reduce").page
    page.click("#body\\.p1\\.s1")
    at(page, "body.p1.s1")
    page.evaluate("new Promise((done) => setTimeout(done, 950))")  # the page's own scrolling has ended
    page.mouse.wheel(0, 5000)
    page.wait_for_function("scrollY + innerHeight > document.documentElement.scrollHeight - 20")
    before = page.evaluate("scrollY")
    page.evaluate("document.getElementById('ui-audio').playbackRate = 2")
    at(page, "body.p2.s1")
    assert page.evaluate("scrollY") == before


def test_the_end_clears_the_mark(opened):
    """When the voice has ended, no sentence is marked."""
    page = opened().page
    page.evaluate("{const a = document.getElementById('ui-audio'); a.currentTime = a.duration - 0.3; a.play();}")
    page.wait_for_function("document.getElementById('ui-audio').ended")
    page.wait_for_function(f"{CURRENT} === undefined")


def test_nothing_is_marked_while_something_is_announced(opened, tmp_path):
    """From "Quote from ..." until the next sentence no sentence is marked, and the place in the text is kept."""
    made = build.editions()[0]
    narration = build.narration(made)
    before, quote = narration.cues[3], narration.cues[4]
    aside = Cue(quote.id, "Quote from Jane Roe", before.ends + 0.06, before.ends + 0.12)
    pack = publish([made], [replace(narration, asides=(aside,))], into=tmp_path)
    seen = opened(url=(pack.folder / "en-GB" / "index.html").as_uri())
    page = seen.page

    def marked(time: float) -> tuple[object, bool]:
        page.evaluate(f"document.getElementById('ui-audio').currentTime = {time}")
        page.wait_for_function("!document.getElementById('ui-audio').seeking")
        page.evaluate("new Promise(requestAnimationFrame)")
        return page.evaluate(CURRENT), page.evaluate("window.CSS.highlights.has('word')")

    page.wait_for_function("document.getElementById('ui-audio').readyState >= 1")
    assert marked(before.ends - 0.1) == (before.id, True)
    assert marked(aside.begins + 0.01) == (None, False)
    assert marked(aside.ends + 0.03) == (None, False)  # the pause after it
    assert marked(before.ends - 0.1) == (before.id, True)  # back again
    assert marked(aside.begins + 0.01) == (None, False)
    page.keyboard.press("ArrowRight")
    at(page, quote.id)
    assert marked(aside.begins + 0.01) == (None, False)
    page.click("#ui-prev")
    at(page, narration.cues[2].id)
    assert seen.errors == []
