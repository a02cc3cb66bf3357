"""The text of a page that a script would show, from the values that the page brings for that script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import html

_STRING = re.compile(r'"((?:[^"\\\n]|\\.){400,}+)"')  # of JSON (RFC 8259, 7), long enough for an article
_MARKED = re.compile(r"(?:<|\\u003[cC])(?:\\?/)?p\b")
_PARAGRAPH = re.compile(r"<p\b", re.I)
_LEAST = 3  # paragraphs
_LARGEST = 2_000_000  # characters of a script that are looked at


def article(root: html.HtmlElement) -> str:
    """Return the HTML of the one article that a page's scripts hold as a value; the empty string if none stands out.

    A page of a single-page application has its words only there. Of several such values the longest is the article, if
    it has at least twice the words of each other.

    Args:
        root: the page as it came, its scripts still there.
    """
    found = sorted(dict.fromkeys(_values(root)), key=_words, reverse=True)
    if not found or (len(found) > 1 and _words(found[1]) * 2 > _words(found[0])):
        return ""
    return found[0]


def _values(root: html.HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        text = (script.text or "")[:_LARGEST]
        if script.get("src") or not _MARKED.search(text):
            continue
        for match in _STRING.finditer(text):
            if not _MARKED.search(match.group()):
                continue
            try:
                value = json.loads(match.group(), strict=False)
            except ValueError:
                continue
            if len(_PARAGRAPH.findall(value)) >= _LEAST:
                yield str(value)


def _words(value: str) -> int:
    return len(re.sub(r"<[^>]*>", " ", value).split())
