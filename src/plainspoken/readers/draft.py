"""A block before it has a place: what the page's elements become, and what the roles are told by."""

from __future__ import annotations

from dataclasses import dataclass, field

from plainspoken.model import Kind, Merged
from plainspoken.readers.runs import BREAK, Runs, words


@dataclass(frozen=True, slots=True)
class Draft:
    """A block without an id, its text still whole.

    Attributes:
        kind: what it is.
        parts: its texts by the name of their part; running text has the name `""`.
        level: of a heading.
        src: of a figure.
        ordered: whether a list is numbered.
        shape: rows and columns of a table.
        header_rows: of a table.
        header_columns: of a table.
        merged: the cells of a table that cover several places.
        speaker: who says it.
        speaker_title: what the page says the speaker is.
        said: whether a paragraph is a quotation as a whole; it becomes a quote when its role is known.
        hints: class names and ids of the element and those round it.
        box: those of the elements round it alone.
        guessed: whether a heading was told by its looks, not by its tag.
        word_list: whether a paragraph is a list item in disguise (Word's).
        indent: how far a paragraph is set in: Word's list level, or its margin in points; 0 where nothing is said.
        media: whether a figure stands for a film or sound.
    """

    kind: Kind
    parts: tuple[tuple[str, Runs], ...]
    level: int | None = None
    src: str | None = None
    ordered: bool = False
    shape: tuple[int, int] | None = None
    header_rows: int = 0
    header_columns: int = 0
    merged: tuple[Merged, ...] = ()
    speaker: str | None = None
    speaker_title: str | None = None
    said: bool = False
    hints: str = ""
    box: str = ""
    guessed: bool = False
    word_list: bool = False
    indent: float = 0
    media: bool = False
    _text: list[str] = field(default_factory=list, init=False, repr=False, compare=False)  # joined once, when asked for

    @property
    def runs(self) -> Runs:
        """The running text."""
        return next((runs for name, runs in self.parts if name == ""), ())

    @property
    def text(self) -> str:
        """All words on one line."""
        if not self._text:
            self._text.append(" ".join([words(runs) for _, runs in self.parts]).replace(BREAK, " ").strip())
        return self._text[0]
