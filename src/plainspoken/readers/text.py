"""Plain text to a page: its paragraphs, headings and lists, told by how the lines stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from plainspoken.readers import shell

_RULE = re.compile(r"\s*(=|-|~|\*|_|#)\1{2,}\s*")
_BULLET = re.compile(r"\s*(?:[-*•▪‣●◦·–]|o(?=\s{2}))\s+(?=\S)")
_NUMBER = re.compile(r"\s*\(?\d{1,2}[.)]\s+(?=\S)")
_PART = re.compile(
    r"(notes? (to|for) (the )?editors?|editors?['’]? notes?|"
    r"(media|press|news)? ?(contacts?|enquir(y|ies)|inquir(y|ies))( details)?|"
    r"further information|more information|background|about [\w .&'’-]{2,60}|help and support|"
    r"hinweise? (an|für) die redaktion(en)?|pressekontakt|kontakt|contact presse|à propos|notas? (a|para)"
    r"( los| as)? (editores|redactores)|contacto( de prensa)?)\s*:?",
    re.I,
)
_WIDEST = 120  # characters; longer lines were not wrapped by hand or by a mail program


def read(text: str, *, title: str = "", published: str = "", author: str = "") -> bytes:
    """Return plain text as a page.

    Args:
        text: paragraphs apart by empty lines; lines may be wrapped at any width.
        title: its subject, where it came by mail.
        published: ISO 8601.
        author: who sent it.

    >>> b"<h1>Road closed</h1>" in read("Road closed\\n\\nThe road is closed. Use the ferry.")
    True
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n").split("\n")
    body = "".join(_markup(lines))
    return shell.page(shell.headed(body, title), title=title, published=published, author=author)


def _markup(lines: Sequence[str]) -> Iterator[str]:
    width = _width(lines)
    headed = False
    for block in _blocks(lines):
        level = _level(block, headed)
        if level:
            headed = True
            words = " ".join(line.strip() for line in block if not _RULE.fullmatch(line))
            yield f"<h{level}>{escape(words)}</h{level}>"
        else:
            yield from _body([line for line in block if not _RULE.fullmatch(line)], width)


def _width(lines: Sequence[str]) -> int:
    """Return where lines were wrapped; 0 where each is a paragraph of its own."""
    longest = max((len(line.rstrip()) for line in lines if "://" not in line), default=0)
    return longest if longest <= _WIDEST else 0


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield runs of lines without an empty one; a heading and its underline are a run by themselves."""
    block: list[str] = []
    for line in lines:
        if _RULE.fullmatch(line) and len(block) == 1 and len(line.strip()) * 2 >= len(block[0].strip()):
            yield [*block, line]
            block = []
        elif line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _level(block: Sequence[str], headed: bool) -> int:
    """Return the level of the heading that a run of lines is; 0 if it is none."""
    text = " ".join(line.strip() for line in block)
    if len(block) == 2 and _RULE.fullmatch(block[1]) and not _RULE.fullmatch(block[0]) and len(block[0].strip()) <= 160:
        return 1 if not headed and shell.may_head(block[0]) else 2
    if len(block) > 2 or _BULLET.match(block[0]) or _NUMBER.match(block[0]):
        return 0
    if len(block) == 1 and _PART.fullmatch(text.strip()):
        return 2
    if text.isupper() and shell.may_head(text) and len(text.split()) > 1:
        return 2 if headed else 1
    return 0


def _body(lines: Sequence[str], width: int) -> Iterator[str]:
    if len(lines) > 1 and (table := _table(lines)):
        yield table
        return
    items: list[str] = []
    tag = ""
    prose: list[str] = []
    for line in lines:
        mark = _BULLET.match(line) or _NUMBER.match(line)
        if mark:
            yield from _paragraphs(prose, width)
            prose = []
            tag = tag or ("ol" if _NUMBER.match(line) else "ul")
            items.append(line[mark.end() :].strip())
        elif items:
            items[-1] += f" {line.strip()}"
        else:
            prose.append(line)
    yield from _paragraphs(prose, width)
    if items:
        yield f"<{tag}>" + "".join(f"<li>{shell.linked(item)}</li>" for item in items) + f"</{tag}>"


def _paragraphs(lines: Sequence[str], width: int) -> Iterator[str]:
    """Join wrapped lines: a line was wrapped if the next line's first word had no room on it."""
    if not lines:
        return
    if not width:
        yield from (f"<p>{shell.linked(line.strip())}</p>" for line in lines)
        return
    text = shell.linked(lines[0].strip())
    for before, line in pairwise(lines):
        room = width - len(before.rstrip()) - 1
        wrapped = len(line.split()[0]) > room - 8
        text += (" " if wrapped else "<br>") + shell.linked(line.strip())
    yield f"<p>{text}</p>"


def _table(lines: Sequence[str]) -> str:
    """Return lines of cells, apart by tabs or upright strokes, as a table; empty if they are none."""
    for mark in ("\t", "|"):
        rows = [[cell.strip() for cell in line.strip().strip("|").split(mark)] for line in lines]
        if len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
            made = "".join("<tr>" + "".join(f"<td>{shell.linked(cell)}</td>" for cell in row) + "</tr>" for row in rows)
            return f"<table>{made}</table>"
    return ""
