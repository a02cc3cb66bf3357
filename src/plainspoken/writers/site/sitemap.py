"""The map of a site for search engines: each page with its counterparts in other languages (sitemaps.org 0.9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from lxml import etree

from plainspoken.writers.site.story import Story

_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_MOST = 2_000  # pages a file, each with up to 28 counterparts: below the protocol's 50,000 and 50 MB


def sitemaps(stories: Sequence[Story], tags: Sequence[str], base: str) -> Mapping[str, bytes]:
    """Return the map of a site; one of maps, by their path, where the pages are more than one file may hold.

    Args:
        stories: the packs.
        tags: the languages of the site.
        base: the address of the site, ending with a slash.
    """
    pages = list(_pages(stories, tags, base))
    parts = [pages[at : at + _MOST] for at in range(0, len(pages), _MOST)]
    if len(parts) == 1:
        return {"sitemap.xml": _urls(parts[0])}
    names = {f"sitemap-{number}.xml": _urls(part) for number, part in enumerate(parts, start=1)}
    root = etree.Element(f"{{{_MAP}}}sitemapindex", nsmap={None: _MAP, "xhtml": _XHTML})  # type: ignore[dict-item]
    for name in names:
        etree.SubElement(etree.SubElement(root, f"{{{_MAP}}}sitemap"), f"{{{_MAP}}}loc").text = base + name
    return {"sitemap.xml": _written(root), **names}


_Page = tuple[str, dict[str, str], str | None]


def _pages(stories: Sequence[Story], tags: Sequence[str], base: str) -> Iterator[_Page]:
    """Yield each page's address, its counterparts by language, and the day that it is of."""
    lists = {**{tag: f"{base}{tag}/" for tag in tags}, "x-default": base}
    yield from ((url, lists, None) for url in lists.values())
    for story in stories:
        start, day = f"{base}{quote(story.slug)}/", (story.published or "")[:10] or None
        full = {one.lang: start + one.page.removesuffix("index.html") for one in story.tellings if not one.is_easy}
        easy = {one.lang: start + one.page.removesuffix("index.html") for one in story.tellings if one.is_easy}
        texts = {**full, "x-default": start}
        yield from ((url, texts, day) for url in texts.values())
        yield from ((url, easy, day) for url in easy.values())


def _urls(pages: Sequence[_Page]) -> bytes:
    root = etree.Element(f"{{{_MAP}}}urlset", nsmap={None: _MAP, "xhtml": _XHTML})  # type: ignore[dict-item]
    for url, others, day in pages:
        entry = etree.SubElement(root, f"{{{_MAP}}}url")
        etree.SubElement(entry, f"{{{_MAP}}}loc").text = url
        if day:
            etree.SubElement(entry, f"{{{_MAP}}}lastmod").text = day
        for tag, other in others.items():
            marks = {"rel": "alternate", "hreflang": tag, "href": other}
            etree.SubElement(entry, f"{{{_XHTML}}}link", marks)
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))
