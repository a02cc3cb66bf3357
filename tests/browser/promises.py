"""What the reader promises: each a function from a page to True, or to what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.conftest import NETWORK

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


def playing(page, _) -> object:
    page.evaluate("document.getElementById('ui-play').click()")
    state = page.evaluate("[document.getElementById('ui-audio').paused, document.querySelector('.playing') !== null]")
    page.evaluate("document.getElementById('ui-play').click()")
    paused = page.evaluate("document.getElementById('ui-audio').paused")
    return (state == [False, True] and paused) or f"the button neither plays nor pauses: {state}, {paused}"


def stepping(page, _) -> object:
    at = []
    for name in ("next", "next", "next", "prev"):
        page.evaluate(f"document.getElementById('ui-{name}').click()")
        at.append(
            page.evaluate(
                "[...document.querySelectorAll('.s[data-b]')].sort((a, b) => a.dataset.b - b.dataset.b)"
                ".findIndex((node) => node.hasAttribute('aria-current'))"
            )
        )
    return at == [0, 1, 2, 1] or f"it steps to {at}"


def hurrying(page, _) -> object:
    page.select_option("#ui-speed", "1.5")
    rate = page.evaluate("document.getElementById('ui-audio').playbackRate")
    return rate == 1.5 or f"it speaks at {rate}"


def in_time(page, _) -> object:
    page.evaluate("document.getElementById('body.p2.s1').click()")
    page.evaluate("document.getElementById('ui-audio').pause()")
    late = page.evaluate("""(() => { const begins = [...document.querySelectorAll('.s[data-b]')]
      .map((node) => [Number(node.dataset.b), node.id]).sort((a, b) => a[0] - b[0]);
      return new Promise((done) => { const audio = document.getElementById('ui-audio'), wrong = []; let at = 1;
        const next = () => {
          if (at >= 6) return done(wrong);
          audio.addEventListener('seeked', () => requestAnimationFrame(() => {
            const now = document.querySelector('.s[aria-current]');
            if (!now || now.id !== begins[at][1]) wrong.push(begins[at][1]);
            at += 1; next(); }), { once: true });
          audio.currentTime = begins[at][0] + 0.1; };
        next(); }); })()""")
    return late == [] or f"not marked 100 ms after they begin: {late}"


def word_marked(page, _) -> object:
    page.evaluate("document.getElementById('body.p2.s1').click()")
    page.wait_for_timeout(200)
    words = page.evaluate("[...(CSS.highlights.get('word') || [])].map((range) => range.toString())")
    return (len(words) == 1 and words[0].strip() != "") or f"no word is marked: {words}"


def left_alone(page, _) -> object:
    page.set_viewport_size({"width": 600, "height": 300})
    page.evaluate("document.getElementById('ui-next').click()")
    page.wait_for_timeout(950)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    before = page.evaluate("scrollY")
    page.evaluate("""new Promise((done) => { const audio = document.getElementById('ui-audio');
      audio.addEventListener('seeked', () => requestAnimationFrame(done), { once: true });
      audio.currentTime = Number(document.getElementById('body.p2.s1').dataset.b) + 0.1; })""")
    return page.evaluate("scrollY") == before or "whoever scrolls away is pulled back"


LOOK = """() => { const style = getComputedStyle(document.querySelector('.text p'));
  return [style.fontSize, style.lineHeight, style.fontFamily, document.querySelector('main').clientWidth,
    getComputedStyle(document.body).backgroundColor]; }"""


def choosing(page, _) -> object:
    """Each of the settings changes what it names."""
    page.set_viewport_size({"width": 1400, "height": 700})
    page.evaluate("document.getElementById('ui-open').click()")
    still = []
    for name in page.evaluate("[...document.querySelectorAll('#ui-settings select')].map((one) => one.id)"):
        before = page.evaluate(LOOK)
        values = page.evaluate(f"[...document.getElementById('{name}').options].map((one) => one.value)")
        if name != "ui-focus":
            page.select_option(f"#{name}", values[-1])
            still += [name] if page.evaluate(LOOK) == before else []
    before = page.evaluate(LOOK)
    page.evaluate("document.getElementById('ui-larger').click()")
    still += ["size"] if page.evaluate(LOOK)[0] == before[0] else []
    return not still or f"these change nothing: {still}"


def spaced_text(page, _) -> object:
    page.set_viewport_size({"width": 320, "height": 640})
    page.add_style_tag(
        content="*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    )
    cut = page.evaluate("""[...document.querySelectorAll('p, li, h1, h2, a, button')].filter((node) => {
      const style = getComputedStyle(node), hidden = /hidden|clip/.test(style.overflowX + style.overflowY);
      return node.checkVisibility() && hidden && (node.scrollWidth > node.clientWidth + 1 ||
        node.scrollHeight > node.clientHeight + 1); }).length""")
    wide = page.evaluate("document.documentElement.scrollWidth")
    return (cut == 0 and wide <= 320) or f"with more space {cut} texts are cut, the page is {wide} wide"


def twice_as_large(page, _) -> object:
    page.set_viewport_size({"width": 640, "height": 640})
    page.add_style_tag(content=":root{--size:2!important}")
    wide = page.evaluate("document.documentElement.scrollWidth")
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.text p')).fontSize)")
    return (wide <= 640 and size >= 32) or f"at twice the size: {wide} wide, letters of {size}"


def same_sentence(page, _) -> object:
    page.evaluate("document.getElementById('body.p2.s1').click()")
    link = page.locator(".languages a[hreflang='en-GB']")
    link.evaluate("(node) => { node.addEventListener('click', (event) => event.preventDefault()); node.click(); }")
    there = link.evaluate("(node) => decodeURIComponent(node.hash)")
    return there == "#body.p2.s1" or f"the other language opens at {there!r}"


def free(page, _) -> object:
    """Tab goes on from control to control, and through all of them."""
    seen = []
    for _step in range(60):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("""(() => { const all = [...document.querySelectorAll('*')];
          return all.indexOf(document.activeElement); })()""")
        )
        if len(seen) > 5 and seen[-1] <= seen[0]:
            break
    ordered_ones = [one for one in dict.fromkeys(seen) if one > 0]
    reached = page.evaluate(
        """(seen) => { const all = [...document.querySelectorAll('*')];
      return ['ui-exit', 'ui-play', 'ui-next', 'ui-speed', 'ui-open'].filter(
        (name) => !seen.includes(all.indexOf(document.getElementById(name)))); }""",
        ordered_ones,
    )
    return not reached or f"the keyboard doesn't reach {reached}"


def mirrored(page, _) -> object:
    page.evaluate("document.querySelector('.text').insertAdjacentHTML('afterbegin', '<blockquote>-</blockquote>')")
    sides = page.locator(".text blockquote").first.evaluate(
        "(node) => ['Right', 'Left'].map((side) => parseFloat(getComputedStyle(node)[`border${side}Width`]))"
    )
    exit_at = page.locator("#ui-exit").bounding_box()["x"]
    return (sides[0] > sides[1] and exit_at < 450) or f"not mirrored: {sides}, {exit_at}"


def neutral(page, _) -> object:
    there = page.get_attribute("#ui-exit", "href")
    return there.startswith("https://www.bbc.co.uk/weather") or f"it leads to {there}"


def written(page, _) -> object:
    return len(page.inner_text(".text")) > 200 or "there is no text without script"
