"""How the reader looks: four scripts, three widths, light and dark, held against pictures that somebody has looked at.

`PLAINSPOKEN_LOOKS=write pytest tests/browser/test_looks.py` takes the pictures anew; look at them before keeping them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

import plainspoken as ps
from plainspoken.pack import Pack
from tests import build, needs

pytestmark = [pytest.mark.browser, needs.chromium]

HERE = Path(__file__).parent / "looks"
SAMPLE = Path(__file__).parents[2] / "samples/domestic-abuse"
WRITES = os.environ.get("PLAINSPOKEN_LOOKS") == "write"
CHINESE = (
    "法院于星期一判处他有期徒刑二十六个月。",
    "如果您有紧急危险，请拨打 999。",
    "全国家庭暴力求助热线全天二十四小时免费开放。",
)
SCALE, BLOCK = 4, 5  # pixels of the screen to one of the picture; pixels of the picture to a block
FAINT, FEW = 16, 0.005  # of 255: a block differs; the share of blocks that may (two runs differ in none)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """A sample in four scripts; Chinese has stock sentences, as nobody has translated it."""
    release = ps.parse(SAMPLE / "page.html")
    made = [release, *(ps.translate(release, tag, memory=SAMPLE / "memory.tmx") for tag in ("ur", "bn"))]
    chinese = build.translated(release, "zh", (CHINESE[place % 3] for place in range(999)))
    return ps.publish([*made, chinese], into=tmp_path_factory.mktemp("looks"), formats=["txt"])


@pytest.fixture(scope="module")
def same_fonts(browser) -> Iterator[None]:
    """Skip where letters are drawn by other fonts or another browser than in the pictures."""
    asked = [f"{face}:lang={tag}" for face in ("sans", "Noto Serif", "Noto Sans") for tag in ("en", "ur", "bn", "zh")]
    found = [subprocess.check_output(["fc-match", "-f", "%{family} %{fontversion}", one], text=True) for one in asked]
    digest = hashlib.sha256("\n".join([*found, browser.version.partition(".")[0]]).encode()).hexdigest()[:16]
    kept = HERE / "fonts.txt"
    if WRITES:
        HERE.mkdir(exist_ok=True)
        kept.write_text(digest + "\n")
    elif not shutil.which("fc-match") or kept.read_text().strip() != digest:
        pytest.skip("the fonts or the browser are not those of the pictures; PLAINSPOKEN_LOOKS=write takes them anew")
    yield


def small(content: bytes) -> Image.Image:
    with Image.open(BytesIO(content)) as shot:
        return shot.convert("RGB").reduce(SCALE).quantize(64, dither=Image.Dither.NONE)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of blocks that differ."""
    if one.size != other.size:
        return 1.0
    red, green, blue = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).split()
    blocks = ImageChops.lighter(ImageChops.lighter(red, green), blue).reduce(BLOCK)
    return sum(value > FAINT for value in blocks.tobytes()) / (blocks.width * blocks.height)


def shot(browser, file: Path, width: int, scheme: str, style: str = "") -> Image.Image:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    try:
        page.goto(file.as_uri())
        if style:
            page.add_style_tag(content=style)
        return small(page.screenshot())
    finally:
        page.close()


@pytest.mark.parametrize("lang", ["en-GB", "ur", "bn", "zh"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_page_looks_as_it_did(browser, same_fonts, sample, lang, scheme, width):
    """At most one block of two hundred differs from the picture."""
    now = shot(browser, sample.folder / lang / "index.html", width, scheme)
    kept = HERE / f"{lang}-{width}-{scheme}.png"
    if WRITES:
        now.save(kept, optimize=True)
    with Image.open(kept) as before:
        assert difference(before, now) <= FEW


@pytest.mark.parametrize("style", [
    ".opening{margin-block-start:6rem}", ":root{--paper:#fdc!important}", "h1{font-size:1rem}", ".exit{display:none}",
    "body{direction:ltr!important;text-align:left}", ":root{--accent:#a33!important}", "main{padding-inline:0}",
    "h1{margin:0}", ".opening{color:#777}", ".exit a{background:#333!important}",
    "h1{font-family:sans-serif!important}",
])  # fmt: skip
def test_another_look_is_seen(browser, same_fonts, sample, style):
    """A page whose colour, margin, letters or direction is another differs by more than the tolerance."""
    spoilt = shot(browser, sample.folder / "ur/index.html", 768, "light", style)
    with Image.open(HERE / "ur-768-light.png") as before:
        assert difference(before, spoilt) > FEW


def test_the_pictures_are_small():
    """All pictures together take little room in the project."""
    assert sum(one.stat().st_size for one in HERE.glob("*.png")) < 1_500_000
