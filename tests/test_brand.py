"""A brand's file: what is taken, what is refused, and how the pages look with it."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plainspoken as ps
from plainspoken.brand import Accent, Brand
from plainspoken.brand.contrast import contrast, least, nearest, on
from plainspoken.brand.own import DARK, LIGHT
from plainspoken.errors import SourceError
from plainspoken.pictures.photo import JpegError, bared
from tests import build

CSS = (Path(ps.__file__).parent / "writers/templates/reader.css").read_text()
COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
SQUARE = '<rect width="9" height="9"/>'


def jpeg(size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(out, "JPEG", **options)
    return out.getvalue()


def written(folder: Path, text: str, **files: bytes | str) -> Path:
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / "brand.toml").write_text(text, encoding="utf-8")
    return folder / "brand.toml"


def test_a_whole_brand(tmp_path):
    """Every key of the file has its place; colours are written out."""
    text = """
        name = "Wessex  Valley Police"
        lang = "EN-gb"
        home = "https://wessex.example/"
        accent = "#035"
        accent-dark = "#9cf"
        logo = "logo.svg"
        licence = "Open Government Licence v3.0"
        licence-url = "https://licence.example/3"
    """
    brand = Brand.read(written(tmp_path, text, logo_svg=SVG.format(SQUARE)))
    assert brand.logo is not None and brand.logo.kind == "image/svg+xml" and b"<rect" in brand.logo.content
    assert brand == Brand(
        "Wessex Valley Police", "en-GB", "https://wessex.example/", Accent("#003355", "#99ccff"), brand.logo,
        "Open Government Licence v3.0", "https://licence.example/3",
    )  # fmt: skip


@pytest.mark.parametrize(("text", "says"), [
    ("name = ", "no TOML"),
    ("nome = 'A'", "no such key as 'nome'"),
    ("name = 3", "name is to be a text"),
    ("name = ''", "name is to be a text"),
    ("accent = 'teal'", "'teal' is no colour"),
    ("accent = '#12345'", "no colour"),
    ("accent = '#ff0000'", "The nearest colour that has enough is #de0000."),
    ("accent = '#ffcc00'", "has a contrast of 1.33 on light paper, and text needs 4.5"),
    ("accent = '#003355'\naccent-dark = '#003355'", "on dark paper"),
    ("accent-dark = '#99ccff'", "no accent for light paper"),
    ("name = 'A'\nhome = 'javascript:alert(1)'", "no web address"),
    ("name = 'A'\nhome = 'https://a b/'", "no web address"),
    ("name = 'A'\nhome = 'https://me@site.example'", "no web address"),
    ("home = 'https://a.example/'", "needs a name"),
    ("lang = 'english!'", "is no language"),
    ("name = 'A'\nlogo = '../logo.svg'", "there is no file"),
    ("name = 'A'\nlogo = 'none.svg'", "there is no file"),
])  # fmt: skip
def test_what_is_refused(tmp_path, text, says):
    """What can't be taken is refused, and the message says what would be."""
    (tmp_path / "in").mkdir()
    (tmp_path / "logo.svg").write_text(SVG.format(SQUARE))
    with pytest.raises(SourceError, match=re.escape(says)):
        Brand.read(written(tmp_path / "in", text))


@pytest.mark.parametrize("inside", [
    "<script>alert(1)</script>",
    '<rect width="9" height="9" onload="alert(1)"/>',
    '<image href="https://tracker.example/i.png"/>',
    '<a xlink:href="javascript:alert(1)"><rect width="9" height="9"/></a>',
    '<use xlink:href="https://site.example/x.svg#a"/>',
    "<style>@import url(https://site.example/x.css)</style>",
    "<style>.a{fill:url(https://site.example/x)}</style>",
    '<rect width="9" height="9" style="fill:url(//site.example/x)"/>',
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    "<text>Name</text>",
])  # fmt: skip
def test_hostile_logos_are_refused(tmp_path, inside):
    """A drawing that runs or loads something is refused whole, even where a harmless one could be made of it."""
    path = written(tmp_path, "name = 'A'\nlogo = 'logo.svg'", logo_svg=SVG.format(SQUARE + inside))
    with pytest.raises(SourceError, match=r"logo\.svg can't be taken"):
        Brand.read(path)


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\nIHDR", b"<html/>", b"x" * 100_001]
)
def test_what_is_no_picture_is_refused(tmp_path, content):
    """A logo is known by what is in the file, not by its name."""
    with pytest.raises(SourceError):
        Brand.read(written(tmp_path, "name = 'A'\nlogo = 'logo.png'", logo_png=content))


@pytest.mark.parametrize("progressive", [False, True])
def test_a_photo_keeps_its_picture_and_nothing_else(progressive):
    """Of a JPEG file the pixels stay; comments, places and cameras go."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x010F] = "Camera of Priya"
    content = jpeg(comment=b"secret", exif=exif, progressive=progressive) + b"trailing secret"
    kept = bared(content)
    assert b"secret" not in kept and b"Priya" not in kept and bared(kept) == kept
    with Image.open(BytesIO(content)) as one, Image.open(BytesIO(kept)) as other:
        assert one.tobytes() == other.tobytes()


@given(st.integers(2, 600))
def test_a_cut_photo_is_refused(length):
    """A JPEG file that ends too early is refused, wherever it was cut."""
    content = jpeg()
    with pytest.raises(JpegError):
        bared(content[: min(length, len(content) - 3)])


def test_a_photo_too_large_is_refused():
    """A JPEG file of more pixels than a page needs is refused."""
    with pytest.raises(JpegError, match="4001 by 8 pixels"):
        bared(jpeg((4001, 8)))


@given(COLOURS)
def test_the_nearest_colour_passes_and_no_nearer_one_is_passed_by(colour):
    """Whatever colour is asked for, the one offered is seen well on every ground; one that is seen well is kept."""
    for grounds in (LIGHT, DARK):
        found = nearest(colour, grounds)
        assert found is not None and least(found, grounds) >= 4.5
        assert (found == colour) == (least(colour, grounds) >= 4.5)
    assert contrast(on(colour), colour) >= 4.5


def test_the_grounds_are_those_of_the_style_sheet():
    """Contrast is counted on the very colours that the pages have."""
    names = ("paper", "raised", "care", "help")

    def grounds(rules: str) -> tuple[str, ...]:
        return tuple(re.findall(rf"--{name}:(#\w+)", rules)[0] for name in names)

    light, dark = CSS.partition(":root{")[2], CSS.partition(":root[data-theme=dark]{")[2]
    assert (grounds(light), grounds(dark)) == (LIGHT, DARK)


def test_a_brand_on_every_page(tmp_path):
    """Name, logo, licence and colour are on each page, the page's policy knows its style, and bytes are the same."""
    file = written(
        tmp_path, "name = 'Wessex <&> Police'\nhome = 'https://wessex.example/'\naccent = '#003355'\nlogo = 'a.jpg'\n"
        "licence = 'OGL'\nlicence-url = 'https://licence.example/'", a_jpg=jpeg(),
    )  # fmt: skip
    packs = [ps.publish(build.editions(), into=tmp_path / name, brand=file) for name in ("one", "two")]
    for path in ("index.html", "en-GB/index.html", "ur/easy/index.html"):
        page = (packs[0].folder / path).read_text()
        assert '<span lang="en" dir="ltr">Wessex &lt;&amp;&gt; Police</span></a>' in page
        assert 'src="data:image/jpeg;base64,' in page and 'href="https://licence.example/" rel="license' in page
        assert "--accent:#003355;--on-accent:#ffffff" in page and f"--accent:{nearest('#003355', DARK)}" in page
    archives = [pack.archive.read_bytes() for pack in packs if pack.archive]
    assert len(archives) == 2 and archives[0] == archives[1]


def test_a_neutral_title_tells_nothing(tmp_path):
    """Titles and descriptions tell nothing of the subject, in the page's language; headings say what they said."""
    pack = ps.publish(build.editions(), into=tmp_path, neutral_title=True)
    heads = {}
    for path in ("index.html", "en-GB/index.html", "en-GB/easy/index.html", "ur/index.html"):
        page = (pack.folder / path).read_text()
        heads[path] = re.findall(r"<title>(.*?)</title>", page)[0]
        assert 'name="description"' not in page
        assert not re.search("jailed|Wessex|court", page.partition("<style>")[0])
        assert re.search(r"<h1>.*\w.*</h1>", page, re.DOTALL)
    assert heads == {
        "index.html": "Choose your language", "en-GB/index.html": "More information",
        "en-GB/easy/index.html": "Easy read – More information", "ur/index.html": heads["ur/index.html"],
    }  # fmt: skip
    assert re.search("[\u0600-\u06ff]", heads["ur/index.html"])
    assert "jailed" in (pack.folder / "en-GB/index.html").read_text()
