"""The headline, without the site's name and without what stands above it."""

from __future__ import annotations

import pytest

from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read

TEXT = "<p>Hadley Council will open the Mill Bridge again on 3 May 2026, and drivers must not use the ford.</p>" * 2
NAME = "The bridge will open again in May"


def headline(head: str, body: str) -> str | None:
    return read(Page(f'<html lang="en-GB"><head>{head}</head><body><main>{body}{TEXT}</main>'.encode())).headline


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<title>{NAME} | Hadley Council</title>", f"<h1>{NAME}</h1>"),
        (f"<title>{NAME} - News - Hadley Council</title>", ""),
        (f'<title>{NAME} | Hadley</title><meta property="og:title" content="{NAME}">', "<h1>News and media</h1>"),
        (f"<title>{NAME}</title>", f'<h1><span class="kicker">Roads</span> {NAME}</h1>'),
        (f"<title>Roads and rivers: {NAME}</title>", f'<h1><span class="top-line">Roads</span> - {NAME}</h1>'),
        (f'<title>X</title><meta property="og:title" content="{NAME}">', f"<h1><b>Roads:</b> {NAME}</h1>"),
        (f"<title>{NAME}</title>", f'<h1 class="breadcrumb">Our bridges, our roads</h1><h2>{NAME}</h2>'),
        ("", f"<h1>{NAME}</h1>"),
    ],
)
def test_the_name_alone(head: str, body: str) -> None:
    """What the places of the page agree on is the headline; the site's name and a kicker are none of it."""
    assert headline(head, body) == NAME


def test_a_heading_of_two_lines() -> None:
    """Where the page calls itself by both lines of its heading, both are the headline."""
    head = f'<title>Mill Bridge: {NAME} | Council</title><meta property="og:title" content="Mill Bridge: {NAME}">'
    assert headline(head, f"<h1><span>Mill Bridge</span> <span>{NAME}</span></h1>") == f"Mill Bridge {NAME}"


def test_what_the_page_shows_counts() -> None:
    """A heading that the page shows is believed before names that only machines see."""
    head = '<title>Win a prize now</title><meta property="og:title" content="Win a prize now">'
    assert headline(head, f"<h1>{NAME}</h1>") == NAME
