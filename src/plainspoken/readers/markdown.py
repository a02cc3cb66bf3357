"""Markdown to a page: CommonMark with tables, and the front matter that site generators put before it."""

from __future__ import annotations

import re
import tomllib
from html import escape

from plainspoken.readers import shell

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^([A-Za-z_][\w-]{0,40})[ \t]*:[ \t]*(.*?)[ \t]*$", re.M)
_NOTE = re.compile(r"^\[\^([^\]\s]{1,40})\]:[ \t]*(.+(?:\n[ \t]{2,}\S.*)*)$", re.M)
_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
_ALONE = re.compile(r'<p>(<img [^>]*?)title="([^"]*)"([^>]*>)</p>')


def read(text: str) -> bytes:
    """Return Markdown as a page; `title`, `date`, `author` and `lang` of its front matter are the page's own.

    HTML inside Markdown stays, and goes through all that a page's own goes through.

    >>> b"<h1>Road closed</h1>" in read("# Road closed")
    True
    """
    fields, body = front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    title = fields.get("title", "")
    content = _rendered(_noted(body))
    if "<h1" not in content and title:
        content = f"<h1>{escape(title)}</h1>{content}"
    summary = _first(fields, "summary", "standfirst", "description", "subtitle")
    if summary and summary not in body:
        content = content.replace("</h1>", f'</h1><p class="standfirst">{escape(summary)}</p>', 1)
    return shell.page(
        shell.headed(content, title), title=title, lang=_first(fields, "lang", "language", "locale"),
        published=_first(fields, "date", "published", "publishdate"), author=_first(fields, "author", "authors"),
    )  # fmt: skip


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the fields before a Markdown text, their names in lower case, and the text after them.

    Only plain `name: value` lines of YAML are understood, and TOML's texts and dates.

    >>> front_matter("---\\ntitle: 'Road closed'\\n---\\nText")
    ({'title': 'Road closed'}, 'Text')
    """
    found = _FRONT.match(text.lstrip("\ufeff"))
    if not found:
        return {}, text
    kind, fields = found.group(1), found.group(2)
    rest = text.lstrip("\ufeff")[found.end() :]
    if kind == "+++":
        return _toml(fields), rest
    return {name.lower(): _plain(value) for name, value in _FIELD.findall(fields)}, rest


def _toml(fields: str) -> dict[str, str]:
    try:
        values = tomllib.loads(fields)
    except tomllib.TOMLDecodeError:
        return {}
    return {name.lower(): str(value) for name, value in values.items() if not isinstance(value, dict | list)}


def _plain(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1].replace('\\"', '"')
    return re.sub(r"\s#.*$", "", value).strip("[]")


def _first(fields: dict[str, str], *names: str) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _noted(text: str) -> str:
    """Put footnotes after the text, as a list; their marks would be read as part of the words."""
    notes = [" ".join(note.split()) for _, note in _NOTE.findall(text)]
    body = _MARK.sub("", _NOTE.sub("", text))
    listed = "\n".join(f"{number}. {note}" for number, note in enumerate(notes, 1))
    return f"{body}\n\n{listed}\n" if notes else text


def _rendered(text: str) -> str:
    from markdown_it import MarkdownIt

    engine = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    made = str(engine.render(text))
    return _ALONE.sub(r"<figure>\1\3<figcaption>\2</figcaption></figure>", made)
