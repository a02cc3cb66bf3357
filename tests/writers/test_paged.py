"""What WeasyPrint is given: drawings as images that are told, lines that break where they should."""

from __future__ import annotations

import re
from base64 import b64decode

import pytest

from plainspoken.writers.paged import paged
from tests import needs

pytestmark = needs.modules("weasyprint")


def test_drawings_become_images():
    """A drawing is an image with the words of its holder, the names of SVG as they are, its ink the page's."""
    drawing = '<svg viewBox="0 0 64 64" stroke="currentColor"><path d="M0 0h9"/></svg>'
    made = paged(f'<div role="img" aria-label="A phone">{drawing} beside</div>')
    (source,) = re.findall(r'<img src="data:image/svg\+xml;base64,([\w+/=]+)" alt="A phone"> beside', made)
    assert b64decode(source).decode() == (
        '<svg viewBox="0 0 64 64" stroke="#1d1b18" xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9" /></svg>'
    )
    assert "role=" not in made and "aria-label" not in made


def test_a_drawing_that_nobody_tells_is_decoration():
    """A drawing whose holder is no image has an empty text."""
    assert 'alt="">' in paged("<p><svg viewBox='0 0 1 1'></svg> Words</p>")


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Call <a>999</a> or <b>101</b>.", "Call<span> </span><a>999</a> or<span> </span><b>101</b>."),
        ("<a>999</a><b>101</b>", "<a>999</a><b>101</b>"),
        ("(<a>999</a>)", "(<a>999</a>)"),
        (" <a>999</a>", " <a>999</a>"),
    ],
)
def test_spaces_before_runs(words: str, made: str) -> None:
    """Every space that parts words from a run stands alone, between the same words; nothing else changes."""
    assert f"<p>{made.replace(' or<', ' or<')}</p>" in paged(f"<p>{words}</p>")
    assert re.sub(r"<[^>]+>", "", paged(f"<p>{words}</p>")) == re.sub(r"<[^>]+>", "", words)


def test_no_first_word_stands_alone():
    """A line that its words fill, but not the space after them, breaks after them, however wide the paper is."""
    assert "To" in _first_lines(_PARAGRAPHS), "WeasyPrint breaks such lines well by now: paged() need not help it"
    assert "To" not in _first_lines(paged(_PARAGRAPHS))


_WORDS = "To report domestic abuse when it is not an emergency, call <b>101</b>."
_PARAGRAPHS = "<style>p{font:16pt 'DejaVu Sans','Noto Sans'}@page{size:A3}</style>" + "".join(
    f'<p style="width:{width}px">{_WORDS}</p>' for width in range(500, 720, 3)
)


def _first_lines(page: str) -> set[str]:
    import weasyprint

    boxes = [box for one in weasyprint.HTML(string=page).render().pages for box in one._page_box.descendants()]
    blocks = [box for box in boxes if box.element_tag == "p" and hasattr(box, "children")]
    return {_text(box.children[0]) for box in blocks if type(box).__name__ == "BlockBox"}


def _text(line: object) -> str:
    return "".join(getattr(box, "text", "") for box in line.descendants()).strip()  # type: ignore[attr-defined]
