"""What is known of a release: from where, and how sure."""

from __future__ import annotations

import pytest

from plainspoken.model import Metadatum, Release
from plainspoken.readers.evidence import Claim, settle
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read

TEXT = "<p>Hadley Council will open the Mill Bridge again on 3 May 2026, and drivers must not use the ford.</p>"


def release(head: str, body: str = "", lang: str = "en-GB") -> Release:
    page = f"""<html lang="{lang}"><head>{head}</head><body><main><h1>The bridge will open again in May</h1>
        {body}{TEXT}{TEXT}</main></body></html>"""
    return read(Page(page.encode()))


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


ARTICLE = '{"@type": "NewsArticle", "headline": "x", "datePublished": "2026-02-10T14:05:00Z"'


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE + "}",
        f"[{ARTICLE}}}]",
        f'{{"@graph": [{{"@type": "WebSite"}}, {ARTICLE}}}]}}',
        f'{{"@graph": {{"@graph": [[{ARTICLE}}}]]}}}}',
        f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}}}',
        f"<!-- {ARTICLE}}} -->",
        f"//<![CDATA[\n{ARTICLE}}}\n//]]>",
        ARTICLE + ",};",
        ARTICLE + ', "keywords": ["a", "b",]}',
        ARTICLE + ', "description": "two\nlines and a \\d"}',
        f'{{"@type": "Thing"}} {ARTICLE}}}',
        (ARTICLE + "}").replace("NewsArticle", "https://schema.org/NewsArticle"),
        (ARTICLE + "}").replace('"', "&quot;"),
    ],
)
def test_linked_data(text: str) -> None:
    """JSON-LD is read however it is nested, and with the faults that JSON on pages has."""
    assert release(linked(text)).known("published") == (
        Metadatum("published", "2026-02-10T14:05:00+00:00", "json-ld", 0.9),
    )


@pytest.mark.parametrize("text", ["", "{", "null", "[[[[", '"text"', '{"@graph": 5}', '{"@type": ["NewsArticle"]}'])
def test_linked_data_that_is_none(text: str) -> None:
    """What is no JSON-LD of an article says nothing, and does no harm."""
    assert release(linked(text)).published is None


def test_references() -> None:
    """An object that others point at by its `@id` is read in their place."""
    text = f"""{{"@graph": [{ARTICLE}, "publisher": {{"@id": "#us"}}, "author": {{"@id": "#jo"}}}},
        {{"@id": "#us", "@type": "GovernmentOrganization", "name": "Hadley Council"}},
        {{"@id": "#jo", "@type": "Person", "name": "Jo Vale"}}]}}"""
    found = release(linked(text))
    assert found.publisher == "Hadley Council"
    assert found.known("author") == (Metadatum("author", "Jo Vale", "json-ld", 0.9),)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2026-02-10">', ""),
        ('<meta name="parsely-pub-date" content="2026-02-10">', ""),
        ('<meta name="citation_publication_date" content="2026/02/10">', ""),
        ('<meta name="dcterms.issued" content="2026-02-10">', ""),
        ("", '<span itemprop="datePublished" content="2026-02-10"></span>'),
        ("", '<span property="schema:datePublished" content="2026-02-10"></span>'),
        ("", '<p class="byline"><time datetime="2026-02-10">last month</time></p>'),
        ("", '<p class="post-date">10 February 2026</p>'),
    ],
)
def test_where_a_date_stands(head: str, body: str) -> None:
    """The day of publishing is found in each of the usual places."""
    assert (release(head, body).published or "")[:10] == "2026-02-10"


def test_agreement_makes_sure() -> None:
    """Places that agree make a date surer, places that differ less sure, and a person is told."""
    one = linked(ARTICLE + "}")
    agree = one + '<meta property="article:published_time" content="2026-02-10T14:05:00+00:00">'
    differ = one + '<meta property="article:published_time" content="2026-02-19T14:05:00+00:00">'
    sure = [release(head).known("published")[0].sure for head in (differ, one, agree)]
    assert sure == sorted(set(sure))
    assert "date-differs" in [found.code for found in release(differ).findings]
    assert "date-differs" not in [found.code for found in release(agree).findings]


def test_modified_is_not_published() -> None:
    """The day of the last change is kept apart from the day of publishing."""
    found = release(linked(ARTICLE + ', "dateModified": "2026-02-20T09:00:00Z"}'))
    assert [one.value for one in found.known("modified")] == ["2026-02-20T09:00:00+00:00"]
    assert found.published == "2026-02-10T14:05:00+00:00"
    assert "date-differs" not in [one.code for one in found.findings]


@pytest.mark.parametrize(("lang", "stamp", "told"), [
    ("en-GB", "2026-07-10T14:05:00+01:00", []), ("en", "2026-07-10T14:05:00", ["zone-unknown"]),
])  # fmt: skip
def test_zone(lang: str, stamp: str, told: list[str]) -> None:
    """A time without a zone has that of the page's region; where there is none, a person is told."""
    found = release('<meta property="article:published_time" content="2026-07-10T14:05">', lang=lang)
    assert found.published == stamp
    assert [one.code for one in found.findings if one.code == "zone-unknown"] == told


def test_json_and_back() -> None:
    """What is known goes through JSON unchanged."""
    found = release(linked(ARTICLE + "}"))
    assert Release.from_json(found.to_json()).metadata == found.metadata


def test_the_most_supported_wins() -> None:
    """Two places that agree outweigh one that is better by itself; order decides where they are equal."""
    claims = [Claim("a", "x", 0.6), Claim("b", "y", 0.5), Claim("b", "z", 0.5), Claim("b", "z", 0.5)]
    assert settle("n", claims, str.__eq__) == Metadatum("n", "b", "y, z", 0.52)
    assert settle("n", claims, str.__eq__, by_weight=False) == Metadatum("n", "a", "x", 0.3)
    assert settle("n", [], str.__eq__) is None
