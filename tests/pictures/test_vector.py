"""SVG files of others: what is harmless stays as it looks, nothing else stays."""

from __future__ import annotations

import pytest

from plainspoken.pictures.vector import SvgError, harmless

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8"'


def cleaned(inside: str, attributes: str = "") -> str:
    """What is left inside the root."""
    text = harmless(f"{HEAD} {attributes}>{inside}<path d='M0 0'/></svg>".encode()).decode()
    return text.partition(">")[2].removesuffix('<path d="M0 0"/></svg>')


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x()</script>",
        "<style>@import url(https://a.example/x); path{fill:red}</style>",
        "<title>A bus</title><desc>x</desc><metadata><x/></metadata><!-- x --><?x y?>",
        "<a xlink:href='https://a.example'><path d='M0 0'/></a>",
        "<set attributeName='d' to='x'/><animate attributeName='x'/>",
        "words <x:p xmlns:x='https://a.example'/>",
        "<html:script xmlns:html='http://www.w3.org/1999/xhtml'>x()</html:script>",
    ],
)
def test_left_out(inside: str) -> None:
    """Scripts, sheets, notes, links, animation, words and other vocabularies are left out."""
    assert cleaned(inside) == ""


@pytest.mark.parametrize(
    "attribute",
    [
        "onload='x()'", "onclick='x()'", "href='javascript:x()'", "xlink:href='https://a.example/x'",
        "fill='url(https://a.example/x)'", "style='fill:url(//a.example/x)'", "fill='URL( &quot;x&quot; )'",
        "style='background:url(x)'", r"style='fill:u\72l(x)'", "fill='expression(x)'", "fill='image-set(x)'",
        "class='unknown'", "data-x='1'",
    ],
)  # fmt: skip
def test_attributes_left_out(attribute: str) -> None:
    """No attribute of a shape runs, loads or names anything outside."""
    assert cleaned(f"<path {attribute}/>") == "<path/>"


def test_looks_stay() -> None:
    """Own style and the style of classes become attributes; a gradient stays, and what points at it."""
    assert cleaned("<style>.a,.b{fill:#123}/* .c{} */.a{stroke:red}</style><path class='a' style='opacity:.5'/>") == (
        '<path fill="#123" stroke="red" opacity=".5"/>'
    )
    assert cleaned(
        "<defs><linearGradient id='g'><stop offset='1' style='stop-color:#fff'/></linearGradient></defs>"
        "<path fill='url(#g)' transform='translate(1 2)'/>"
    ) == (
        '<defs><linearGradient id="g"><stop offset="1" stop-color="#fff"/></linearGradient></defs>'
        '<path fill="url(#g)" transform="translate(1 2)"/>'
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("<svg", "neither SVG nor PNG"),
        ("GIF89a", "neither SVG nor PNG"),
        ("<html/>", "neither SVG nor PNG"),
        ("<svg viewBox='0 0 1 1'><path/></svg>", "neither SVG nor PNG"),
        (f"{HEAD}></svg>", "nothing is drawn"),
        (f"<!DOCTYPE svg [<!ENTITY a 'x'>]>{HEAD}><path/></svg>", "declares entities"),
        (
            f"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>{HEAD}><path d='M0'/>&a;</svg>",
            "declares entities",
        ),
        (f"{HEAD}><image xlink:href='https://a.example/x'/></svg>", "<image>"),
        (f"{HEAD}><text>Hello</text></svg>", "<text>"),
        (f"{HEAD}><foreignObject/></svg>", "<foreignObject>"),
        (f"{HEAD}><path id='a'/><use xlink:href='#a'/></svg>", "<use>"),
        (HEAD + ">" + "<g>" * 90 + "<path/>" + "</g>" * 90 + "</svg>", "nested too deeply"),
        (HEAD + ">" + "<path/>" * 6_000 + "</svg>", "too many parts"),
        ("<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='1'><path/></svg>", "how large"),
    ],
)
def test_refused(content: str, why: str) -> None:
    """What is no drawing, or would look otherwise without what can't be kept, is refused."""
    with pytest.raises(SvgError, match=why):
        harmless(content.encode())


def test_size_becomes_a_field() -> None:
    """A drawing that only says its width and height gets the field that lets it be scaled."""
    content = b"<svg xmlns='http://www.w3.org/2000/svg' width='20px' height='10'><path d='M0 0'/></svg>"
    assert b'viewBox="0 0 20 10"' in harmless(content)


def test_the_same_from_run_to_run() -> None:
    """What was made harmless stays as it is."""
    once = harmless(f"{HEAD}><g fill='red'><circle r='1'/></g></svg>".encode())
    assert harmless(once) == once
