"""A media overlay: which sound belongs to which piece of a document (EPUB 3.3, 9.2; SMIL 3.0)."""

from __future__ import annotations

from plainspoken.writers.epub.documents import Document
from plainspoken.writers.epub.markup import xml


def overlay(document: Document) -> bytes:
    """Return the overlay of a document; a piece that nobody says has text alone, which a reading system may speak."""
    pieces = [
        {
            "id": f"par{number}",
            "text": f"{document.path}#{mark.id}",
            "audio": mark.sound,
            "begins": clock(mark.span[0]),
            "ends": clock(mark.span[1]),
        }
        if mark.cue
        else {"id": f"par{number}", "text": f"{document.path}#{mark.id}", "audio": None}
        for number, mark in enumerate(document.marks, 1)
    ]
    return xml("overlay.smil", pieces=pieces, document=document.path)


def clock(seconds: float) -> str:
    """Return a clock value to the millisecond (EPUB 3.3, 9.3.2.3).

    >>> clock(75.25)
    '0:01:15.250'
    """
    whole, rest = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}.{rest:03d}"
