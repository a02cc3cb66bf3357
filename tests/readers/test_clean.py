"""What goes before the article is looked for, and what stays in spite of its name."""

from __future__ import annotations

import pytest
from lxml import html

from plainspoken.readers import clean
from tests.readers.pages import PROSE


def cleaned(markup: str) -> str:
    """Return the words that are left of a page's body."""
    root = html.document_fromstring(f"<body>{markup}</body>")
    clean.drop_furniture(root)
    return " ".join(root.text_content().split())


@pytest.mark.parametrize("name", ["newsletter-box", "cookie-notice", "share-links", "related", "author-bio"])
def test_furniture_goes_by_its_name(name: str) -> None:
    """A box that is named as furniture goes if the text stands elsewhere."""
    assert cleaned(
        f"<div class=story>{f'<p>{PROSE} </p>' * 8}</div><div class={name}><p>{PROSE}</p></div>"
    ) == " ".join([PROSE] * 8)


@pytest.mark.parametrize("name", ["newsletter-email", "related", "promo"])
def test_what_holds_the_text_stays(name: str) -> None:
    """A box that holds nearly all of a page's prose is no furniture, whatever its name is."""
    assert cleaned(f"<div class={name}>{f'<p>{PROSE} </p>' * 12}</div>") == " ".join([PROSE] * 12)


@pytest.mark.parametrize(
    "teaser",
    [
        "<article><a href='/other'><img src='a.jpg'><h3>Another story</h3></a></article>",
        "<div><div><a href='/a'><img src='a.jpg'><h3>Another story</h3></a></div>"
        "<div><a href='/b'><img src='b.jpg'><h3>Another story</h3></a></div></div>",
    ],
    ids=["an article in the article", "two cards with pictures"],
)
def test_cards_in_the_text_go(teaser: str) -> None:
    """An article within the article that is a linked heading is a teaser, and so are two cards with a picture each."""
    text = f"<p>{PROSE}</p>"
    assert cleaned(f"<article><h1>Shut</h1>{text} {teaser}{text}</article>") == f"Shut{PROSE} {PROSE}"


def test_a_heading_that_is_a_link_stays() -> None:
    """A single heading of the text that is a link is no teaser."""
    assert "The plan" in cleaned(
        f"<article><p>{PROSE}</p><h2><a href='/plan'>The plan</a></h2><p>{PROSE}</p></article>"
    )


def test_help_in_a_box_stays() -> None:
    """A box beside the text that says whom to call for help stays; a box of the same name with anything else goes."""
    story = f"<div class=story>{f'<p>{PROSE} </p>' * 4}</div>"
    advice = "<aside><h3>In a cardiac arrest</h3><ol><li>Call 999 and stay on the phone.</li></ol></aside>"
    assert cleaned(f"{story}{advice}").endswith("In a cardiac arrestCall 999 and stay on the phone.")
    assert cleaned(f"{story}<aside><h3>More of this</h3><ol><li>A walk along the wall.</li></ol></aside>").endswith(
        PROSE
    )


@pytest.mark.parametrize("name", ["footer", "sidebar-left", "newsletter"])
def test_help_in_a_foot_goes(name: str) -> None:
    """What a site says on each page is no advice of the release, even if it is whom to call."""
    story = f"<div class=story>{f'<p>{PROSE} </p>' * 4}</div>"
    assert cleaned(f"{story}<div class={name}><p>In an emergency call 999.</p></div>").endswith(PROSE)


def test_component_is_no_consent_box() -> None:
    """`cmp` begins the names of components of one large CMS and the names of consent boxes: only these go."""
    text = f"<div class=cmp-text>{f'<p>{PROSE} </p>' * 2}</div>" * 4
    assert cleaned(f"{text}<div class=cmp-banner><p>We value your choice.</p></div>") == " ".join([PROSE] * 8)
