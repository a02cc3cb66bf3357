"""Compare the engine `apertium` through our pipeline with Apertium's own output, on reference translations.

    python benchmarks/apertium.py NTREX [SENTENCES]

NTREX is a folder with `src.eng.txt` and `ref.spa.txt` etc., a sentence a line. Plain text is translated by ours and by
`apertium` itself; tagged text (every third to fifth word strong, the phrase after it a link) by ours and piece by piece
between the tags. Printed is chrF, and the share of sentences that came out with all their codes round words.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from plainspoken.engines.apertium import Apertium
from plainspoken.model import Block, Inline, Release, Section, Segment
from plainspoken.stages.translate import translate
from plainspoken.tagged import tagged

FILES = {"es": "spa", "ca": "cat", "gl": "glg", "pt": "por", "fr": "fra", "it": "ita"}
MODES = {
    "es": ("eng-spa",), "ca": ("eng-cat",), "gl": ("en-gl",), "pt": ("eng-spa", "es-pt"), "fr": ("eng-cat", "cat-fra"),
    "it": ("eng-spa", "spa-ita"),
}  # fmt: skip
ORDER, BETA = 6, 2.0  # of chrF: Popović, 2015


def main() -> None:
    """Print a row for each language."""
    folder, most = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300
    sources = lines(folder / "src.eng.txt")[:most]
    print(f"{'':4}{'Apertium':>10}{'ours':>8}{'tagged, ours':>14}{'in pieces':>11}{'all codes':>11}", flush=True)
    for to, name in FILES.items():
        references = lines(folder / f"ref.{name}.txt")[:most]
        marked = [spans(source) for source in sources]
        plain = [(Inline("text", source),) for source in sources]
        ours, tags = through(plain, to), through(marked, to)
        kept = sum(codes(one.spans) == codes(before) for one, before in zip(tags, marked, strict=True))
        figures = (
            chrf(raw(sources, to), references),
            chrf([one.text for one in ours], references),
            chrf([one.text for one in tags], references),
            chrf(in_pieces(marked, to), references),
        )
        shown = "".join(f"{figure:>{width}.2f}" for figure, width in zip(figures, (10, 8, 14, 11), strict=True))
        print(f"{to:4}{shown}{kept / len(marked):>11.1%}", flush=True)


def lines(path: Path) -> list[str]:
    """Return the lines of a file."""
    return path.read_text(encoding="utf-8").splitlines()


def spans(sentence: str) -> tuple[Inline, ...]:
    """Return a sentence with its fourth word strong and its seventh and eighth linked."""
    words = sentence.split(" ")
    if len(words) < 9:
        return (Inline("text", sentence),)
    return (
        Inline("text", " ".join(words[:3]) + " "), Inline("strong", words[3]),
        Inline("text", " " + " ".join(words[4:6]) + " "), Inline("link", " ".join(words[6:8]), href="/a"),
        Inline("text", " " + " ".join(words[8:])),
    )  # fmt: skip


def through(sentences: Sequence[tuple[Inline, ...]], to: str) -> list[Segment]:
    """Translate sentences as a release."""
    segments = tuple(Segment(f"body.p1.s{place}", one) for place, one in enumerate(sentences, 1))
    whole = Release("en", (Section("body", "body", (Block("body.p1", "paragraph", segments),)),))
    return list(translate(whole, to, engine=Apertium()).segments())


def codes(sentence: Sequence[Inline]) -> Counter[str]:
    """Count the codes that stand round words, by kind."""
    return Counter(code.mark.kind for code in tagged(sentence).codes if code.end > code.start)


def raw(texts: Sequence[str], to: str) -> list[str]:
    """Return what Apertium itself says, each sentence a paragraph; text it does not know without its star."""
    said = "\n\n".join(texts)
    for mode in MODES[to]:
        said = subprocess.run(
            ["apertium", "-u", "-f", "txt", mode], input=said, capture_output=True, text=True, check=True
        ).stdout
    return [one.strip() for one in said.split("\n\n")]


def in_pieces(sentences: Sequence[tuple[Inline, ...]], to: str) -> list[str]:
    """Translate each piece between tags alone, as tools do that know no codes."""
    pieces = [span.text for sentence in sentences for span in sentence]
    said = iter(draft.text for draft in Apertium().translate([piece.strip() for piece in pieces], "en", to))
    return [" ".join(next(said) for _ in sentence) for sentence in sentences]


def chrf(texts: Sequence[str], references: Sequence[str]) -> float:
    """Return the chrF of texts against references, 0 to 100: character n-grams without spaces, over all sentences."""
    totals = [[0, 0, 0] for _ in range(ORDER)]
    for text, reference in zip(texts, references, strict=True):
        for order, total in enumerate(totals, 1):
            ours, theirs = grams(text, order), grams(reference, order)
            for place, count in enumerate((ours & theirs, ours, theirs)):
                total[place] += count.total()
    precision = sum(same / max(ours, 1) for same, ours, _ in totals) / ORDER
    recall = sum(same / max(theirs, 1) for same, _, theirs in totals) / ORDER
    return 100 * (1 + BETA**2) * precision * recall / max(BETA**2 * precision + recall, 1e-9)


def grams(text: str, order: int) -> Counter[str]:
    """Count a text's runs of `order` characters."""
    joined = "".join(text.split())
    return Counter(joined[start : start + order] for start in range(len(joined) - order + 1))


if __name__ == "__main__":
    main()
