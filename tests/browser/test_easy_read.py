"""The page of easy read as people see it, hear it and print it; beside each rule, changes that it must notice."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

import plainspoken as ps
from plainspoken.pack import Pack
from plainspoken.stages.narrate import narrate
from plainspoken.writers.pack import publish
from tests import build, needs

pytestmark = [pytest.mark.browser, needs.chromium]

SAMPLE = Path(__file__).parents[2] / "samples" / "domestic-abuse"
NASTALIQ = Path("/usr/share/fonts/truetype/noto/NotoNastaliqUrdu-Regular.ttf")
PAGES = ["en-GB/easy/index.html", "ur/easy/index.html", "bn/easy/index.html"]
POINTS = 16 * 96 / 72  # 16 pt in CSS pixels
A4 = (210 * 72 / 25.4, 297 * 72 / 25.4)

# Rows whose picture does not stand wholly before their words, in the direction of the page's script.
BESIDE = """() => [...document.querySelectorAll('.easy .row:has(svg)')].filter((row) => {
  const [picture, words] = ['svg', '.words'].map((part) => row.querySelector(part).getBoundingClientRect());
  const mirrored = document.documentElement.dir === 'rtl';
  const apart = mirrored ? words.right <= picture.left : picture.right <= words.left;
  return !apart || words.bottom <= picture.top || picture.bottom <= words.top;
}).map((row) => row.textContent.trim())"""
# Sentences that begin in the line of another one, or not where lines begin.
SHARED = """() => [...document.querySelectorAll('.easy .words')].flatMap((words) => {
  const mirrored = document.documentElement.dir === 'rtl', ends = new Set();
  const edge = words.getBoundingClientRect();
  return [...words.querySelectorAll('.s')].filter((node) => {
    const lines = [...node.getClientRects()], first = lines[0], middle = (first.top + first.bottom) / 2;
    const opens = lines.filter((one) => one.top < middle && one.bottom > middle);
    const off = mirrored ? edge.right - Math.max(...opens.map((one) => one.right))
      : Math.min(...opens.map((one) => one.left)) - edge.left;
    const meets = [...ends].some((bottom) => first.top < bottom - 2);
    ends.add(Math.max(...lines.map((line) => line.bottom)));
    return off > 40 || meets;
  }).map((node) => node.id);
})"""
# Sentences of less than 16 pt, of less than 1.5 spacing, or with words that may be cut at a line's end.
CRAMPED = f"""() => [...document.querySelectorAll('.easy .words .s')].filter((node) => {{
  const style = getComputedStyle(node), size = parseFloat(style.fontSize);
  return size < {POINTS - 0.05} || parseFloat(style.lineHeight) < 1.5 * size - 0.05 || style.hyphens === 'auto';
}}).map((node) => node.id)"""
# Sentences whose lines don't all begin at one edge, the left (in Urdu the right), or that are set to both edges.
RAGGED = """() => [...document.querySelectorAll('.easy .words .s')].filter((node) => {
  const mirrored = document.documentElement.dir === 'rtl', style = getComputedStyle(node);
  if (!['start', mirrored ? 'right' : 'left'].includes(style.textAlign)) return true;
  const host = node.closest('p, li'), range = document.createRange();
  range.selectNodeContents(host);
  const edges = [], size = parseFloat(style.fontSize);
  let last = -Infinity;
  for (const one of [...range.getClientRects()].sort((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const middle = (one.top + one.bottom) / 2, edge = mirrored ? -one.right : one.left;
    if (middle - last > 0.6 * size) edges.push(edge);
    else edges.push(Math.min(edges.pop(), edge));
    last = middle;
  }
  return Math.max(...edges) - Math.min(...edges) > 12;
}).map((node) => node.id)"""
# Pictures whose lines are hard to see on what is behind them: a contrast of less than 3 to 1 (WCAG 2.2, 1.4.11).
FAINT = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const light = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const part = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((one) => one / 255)
      .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
  };
  const solid = (node) => {
    const colour = getComputedStyle(node).backgroundColor;
    return /, 0\\)|transparent/.test(colour) && node.parentElement ? solid(node.parentElement) : colour;
  };
  return [...document.querySelectorAll('.easy svg')].filter((node) => {
    const [one, other] = [light(getComputedStyle(node).stroke.replace('currentcolor', getComputedStyle(node).color)),
      light(solid(node))].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05) < 3;
  }).length;
}"""
# Each picture and its words become links with the row's number, which a PDF keeps with their page.
NUMBERED = """() => document.querySelectorAll('.easy .row:has(svg)').forEach((row, number) => {
  for (const part of ['picture-cell', 'words']) {
    const cell = row.querySelector(`.${part}`), link = document.createElement('a');
    cell.querySelectorAll('a').forEach((inner) => inner.replaceWith(...inner.childNodes));
    link.href = `https://${part}.example/${number}`;
    link.style.display = 'block';
    link.append(...cell.childNodes);
    cell.append(link);
  }
})"""
# How long the voice speaks, in seconds, without its pauses.
SPOKEN = """() => [...document.querySelectorAll('.text .s[data-b]')]
  .reduce((all, one) => all + (one.dataset.e - one.dataset.b), 0)"""


@pytest.fixture(scope="module")
def easy_pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """A sample with its easy read in English, Urdu and Bengali, and a tone for a voice."""
    full = ps.parse(SAMPLE / "page.html")
    easy = ps.simplify(full)
    memory = SAMPLE / "memory.tmx"
    made = [full, easy, *(ps.translate(easy, tag, engine="identity", memory=memory) for tag in ("ur", "bn"))]
    spoken = [build.narration(one) for one in made]
    return publish(made, spoken, into=tmp_path_factory.mktemp("easy"))


@pytest.fixture
def shown(opened, easy_pack) -> Callable[..., object]:
    """Open an easy-read page, with a change to its style that a test must notice, or none."""

    def show(path: str, change: str = "", media: str = "screen", **options: object) -> object:
        page = opened(url=(easy_pack.folder / path).as_uri(), **options).page
        page.emulate_media(media=media)
        if change:
            page.add_style_tag(content=change)
        return page

    return show


@pytest.mark.parametrize("width", [1000, 412])
@pytest.mark.parametrize("path", PAGES)
def test_picture_first_then_words(shown, path, width):
    """The picture stands left of its words, in Urdu right of them, at any width of a page or a telephone."""
    page = shown(path, viewport={"width": width, "height": 800})
    assert page.locator(".easy .row:has(svg)").count() >= 15
    assert page.evaluate(BESIDE) == []


@pytest.mark.parametrize(
    "change",
    [".easy .row{display:block!important}", ".easy .picture-cell{order:2}", ".easy .row{direction:rtl}",
     ".easy .picture-cell{position:absolute}"],
)  # fmt: skip
def test_a_picture_elsewhere_is_noticed(shown, change):
    """The test of where pictures stand fails where they stand above, after, mirrored or over the words."""
    assert shown(PAGES[0], change).evaluate(BESIDE) != []


def test_an_unmirrored_page_is_noticed(shown):
    """In Urdu, a picture at the left is a fault."""
    assert shown(PAGES[1], ".easy .row{direction:ltr}").evaluate(BESIDE) != []


@pytest.mark.parametrize("path", PAGES)
def test_one_sentence_a_line(shown, opened, path):
    """Each sentence begins a line of its own, those that share a picture too."""
    assert shown(path).evaluate(SHARED) == []
    shared = opened("ur/easy/index.html" if path.startswith("ur") else "en-GB/easy/index.html").page
    assert shared.locator(".easy .words:has(.s ~ .s, p ~ p) .s").count() >= 2
    assert shared.evaluate(SHARED) == []


def test_two_sentences_in_a_line_are_noticed(opened):
    """The test of lines fails where sentences run on."""
    page = opened("en-GB/easy/index.html").page
    page.add_style_tag(content=".easy .words p{display:inline!important}")
    assert page.evaluate(SHARED) != []


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("path", PAGES)
def test_large_and_spaced(shown, path, media):
    """On screen and on paper words are 16 point or more with 1.5 spacing, never cut, and begin at one edge."""
    page = shown(path, media=media)
    assert page.evaluate(CRAMPED) == [] and page.evaluate(RAGGED) == []


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        (CRAMPED, ".easy{font-size:1rem!important}"),
        (CRAMPED, ".easy{line-height:1.3!important}"),
        (CRAMPED, ".easy .words p{hyphens:auto!important}"),
        (RAGGED, ".easy .words p{text-align:justify!important}"),
        (RAGGED, ".easy .words p{text-align:center!important}"),
        (RAGGED, ".easy .words p{text-indent:3em}"),
    ],
)
def test_small_or_cramped_words_are_noticed(shown, rule, change):
    """The tests of size, spacing and edge fail on small, close, cut, justified, centred and indented words."""
    assert shown(PAGES[0], change).evaluate(rule) != []


@pytest.mark.parametrize(
    "look",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"},
     {"forced_colors": "active", "color_scheme": "dark"}],
    ids=["light", "dark", "forced", "forced dark"],
)  # fmt: skip
def test_pictures_are_seen_in_any_colours(shown, look):
    """The lines of a picture stand out from what is behind them: light, dark, and in colours that the reader forces."""
    page = shown(PAGES[0])
    page.emulate_media(**look)
    assert page.evaluate(FAINT) == 0
    page.add_style_tag(content=".easy svg{forced-color-adjust:none;color:#8a8a8a!important}.picture-cell svg"
                       "{background:#777!important}")  # fmt: skip
    assert page.evaluate(FAINT) > 10


@pytest.mark.parametrize("path", PAGES)
def test_no_picture_is_parted_from_its_words(shown, path):
    """Printed on A4, each picture is on the page of its words, and on no other."""
    pages, parted = printed(shown(path))
    assert len(pages) >= 3 and parted == set()
    assert all(abs(size[0] - A4[0]) < 2 and abs(size[1] - A4[1]) < 2 for size in pages)


def test_a_parted_picture_is_noticed(shown):
    """The test of paper fails where rows may break: at one of a few heights of the page a picture then stays behind."""
    change = ".easy .row{break-inside:auto!important;display:block!important}main{padding-block-start:%dpx}"
    assert any(printed(shown(PAGES[0], change % space))[1] for space in range(0, 160, 40))


def printed(page) -> tuple[list[tuple[float, float]], set[str]]:
    """Print a page on A4: return the sizes of its sheets, and the rows whose picture and words are on different."""
    page.evaluate(NUMBERED)
    sheets = pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True, format="A4"))).pages
    places: dict[str, dict[str, set[int]]] = {}
    for number, sheet in enumerate(sheets):
        for part, row in _links(sheet):
            places.setdefault(row, {}).setdefault(part, set()).add(number)
    assert len(places) >= 15 and all(len(parts) == 2 for parts in places.values())
    parted = {row for row, parts in places.items() if len(set().union(*parts.values())) > 1}
    return [(float(one.mediabox[2]), float(one.mediabox[3])) for one in sheets], parted


def _links(sheet) -> Iterator[tuple[str, str]]:
    for one in sheet.get("/Annots") or ():
        address = str(one.get("/A", {}).get("/URI", ""))
        if ".example/" in address and address.startswith(("https://picture-cell", "https://words")):
            part, _, row = address.removeprefix("https://").partition(".example/")
            yield part, row.strip("/")


@needs.files(NASTALIQ)
def test_no_ink_above_a_heading_on_paper(shown):
    """No letter of Urdu's sloping script reaches above its box: from the top of a sheet it would reach another."""
    page = shown("ur/easy/index.html", media="print")
    assert stray(page) == 0
    page.add_style_tag(content="*{padding-block-start:0!important}")
    assert stray(page) > 0


def stray(page) -> int:
    """Return above how many headings and rows something is drawn, in the space that is free."""
    page.add_style_tag(content=".easy :is(h2,.row){margin-block:40px!important}.picture-cell{visibility:hidden}")
    boxes = [one.bounding_box() for one in page.locator(".easy h2, .easy .row .words > *").all()]
    shot = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("L")
    dark = 0
    for box in boxes:
        left, top = round(box["x"]), round(box["y"])
        above = shot.crop((left, top - 18, left + round(box["width"]), top - 1))
        dark += above.getextrema()[0] < 128
    return dark


@pytest.mark.parametrize("path", PAGES)
def test_it_has_its_own_audio(shown, easy_pack, path):
    """The page plays the easy reading, not that of the full text, and says its length."""
    page = shown(path)
    source = page.evaluate(
        "document.getElementById('ui-audio').currentSrc || document.querySelector('audio source').src"
    )
    assert source == (easy_pack.folder / path.split("/")[0] / "audio" / "easy.mp3").as_uri()
    page.wait_for_function("document.getElementById('ui-audio').readyState >= 1")
    assert page.evaluate("document.getElementById('ui-audio').duration") > 10


@needs.modules("espeakng_loader")
def test_its_voice_is_slower(opened, tmp_path):
    """The same sentences take the voice a tenth longer in the easy reading; at the usual pace the test fails."""
    from plainspoken.choice import choose_voice

    made = build.easy()
    full = replace(made, edition="full")
    engine, voice = choose_voice("en-GB", "espeak", None)
    usual = narrate(full, engine=engine, voice=voice)

    def heard(easy: object, name: str) -> float:
        pack = publish([full, made], [usual, easy], into=tmp_path / name)
        lengths = [
            opened(url=(pack.folder / path).as_uri()).page.evaluate(SPOKEN)
            for path in ("en-GB/index.html", "en-GB/easy/index.html")
        ]
        return lengths[1] / lengths[0]

    assert heard(narrate(made, engine=engine, voice=voice), "slower") >= 1.1
    assert heard(narrate(made, engine=engine, voice=voice, pace=1.0), "usual") < 1.1


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (PAGES[0], "Nobody has checked this easy read version yet."),
        (PAGES[1], "پڑھنے میں آسان"),
        (PAGES[2], "সহজপাঠ্য"),
    ],
)
@pytest.mark.parametrize("media", ["screen", "print"])
def test_it_says_who_has_checked_it(shown, path, said, media):
    """Above the text, on screen and on paper, stands that nobody has checked it yet, in the page's language."""
    page = shown(path, media=media)
    notice = page.locator(".notice")
    assert notice.is_visible() and said in notice.inner_text()
    assert notice.bounding_box()["y"] < page.locator(".easy .row").first.bounding_box()["y"]
    page.add_style_tag(content=".notice{display:none}")
    assert not notice.is_visible()
