"""PNG files of others: pixels and colours alone."""

from __future__ import annotations

import pytest

from plainspoken.pictures.raster import PngError, stripped
from tests.pictures.files import chunk, png


def test_notes_are_stripped() -> None:
    """Where and by whom a picture was made goes; the picture stays."""
    noted = png(2, 2, chunk(b"tEXt", b"Author\0Ana"), chunk(b"eXIf", b"x"), chunk(b"gAMA", b"\0\0\0\1"))
    assert stripped(noted) == png(2, 2, chunk(b"gAMA", b"\0\0\0\1"))
    assert stripped(png() + b"<script>") == png()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (png()[:-3], "broken"),
        (png()[:30], "broken"),
        (png().replace(b"IDAT", b"IDAX"), "broken"),
        (b"\x89PNG\r\n\x1a\n", "broken"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), "broken"),
        (png(9_000, 1), "more than 4000 a side"),
        (png(0, 1), "more than 4000 a side"),
    ],
)
def test_refused(content: bytes, why: str) -> None:
    """A file that is cut, changed, empty or huge is refused."""
    with pytest.raises(PngError, match=why):
        stripped(content)
