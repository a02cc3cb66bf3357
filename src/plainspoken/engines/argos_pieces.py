"""Texts as the pieces that an Argos model reads and writes, each with its place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import Protocol

SPACE = "▁"  # how SentencePiece writes a space

Span = tuple[int, int]


class Tokenizer(Protocol):
    """Argos's tokenizers, of which SentencePiece's has a `processor` too."""

    def encode(self, sentence: str) -> list[str]:
        """Return the pieces of a text."""

    def decode(self, tokens: list[str]) -> str:
        """Return the text of pieces."""


class Processor(Protocol):
    """What is used of SentencePiece's processor, alike in 0.2.0 and later ones, whose other offsets differ."""

    def normalize(self, input: str, with_offsets: bool) -> tuple[str, list[int]]:
        """Return the text as the model sees it and, for each of its characters, where it stands in `input`."""

    def decode_pieces(self, input: list[str]) -> str:
        """Return the text of pieces."""

    def piece_to_id(self, piece: str) -> int:
        """Return the number of a piece."""

    def unk_id(self) -> int:
        """Return the number of the pieces that the model does not know."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text and its pieces.

    Attributes:
        text: the text.
        pieces: the pieces, as the model knows them.
        spans: where each piece stands in the text; None where that can't be told.
        strange: the places of the pieces that the model does not know.
    """

    text: str
    pieces: tuple[str, ...]
    spans: tuple[Span, ...] | None
    strange: tuple[Span, ...] = ()


def spell(text: str, tokenizer: Tokenizer) -> Spelled:
    """Return a text with its pieces."""
    pieces = tuple(tokenizer.encode(text))
    processor = _processor(tokenizer)
    if processor is None:
        return Spelled(text, pieces, None)
    seen, offsets = processor.normalize(text, with_offsets=True)
    if "".join(pieces) != seen:
        return Spelled(text, pieces, None)
    ends = _ends(pieces)
    spans = tuple((offsets[end - len(piece)], offsets[end]) for piece, end in zip(pieces, ends, strict=True))
    unknown = processor.unk_id()
    strange = [span for span, piece in zip(spans, pieces, strict=True) if processor.piece_to_id(piece) == unknown]
    return Spelled(text, pieces, spans, tuple(strange))


def say(pieces: Sequence[str], tokenizer: Tokenizer) -> Spelled:
    """Return the text of pieces that a model wrote.

    Unlike Argos's own `decode`, an underscore of the text (in an address) stays an underscore.
    """
    processor = _processor(tokenizer)
    if processor is None:
        return Spelled(tokenizer.decode(list(pieces)).strip(), tuple(pieces), None)
    surfaces = _surfaces(pieces, processor)
    whole = "".join(surfaces)
    lead = len(whole) - len(whole.lstrip(" "))
    text = whole.strip(" ")
    places = [min(max(place - lead, 0), len(text)) for place in (0, *_ends(surfaces))]
    return Spelled(text, tuple(pieces), tuple(pairwise(places)))


def _processor(tokenizer: Tokenizer) -> Processor | None:
    lazy = getattr(tokenizer, "lazy_processor", None)
    processor: Processor | None = lazy() if lazy else None
    return processor


def _surfaces(pieces: Sequence[str], processor: Processor) -> list[str]:
    """Return what each piece stands for; a run of byte pieces (`<0xE2>`) counts for its first."""
    if not any(map(_is_byte, pieces)):
        return [piece.replace(SPACE, " ") for piece in pieces]
    surfaces: list[str] = []
    for is_byte, run in groupby(pieces, key=_is_byte):
        same = list(run)
        if is_byte:
            surfaces += [processor.decode_pieces(same), *[""] * (len(same) - 1)]
        else:
            surfaces += [piece.replace(SPACE, " ") for piece in same]
    return surfaces


def _is_byte(piece: str) -> bool:
    return len(piece) == 6 and piece.startswith("<0x") and piece.endswith(">")


def _ends(parts: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, parts)))
