from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.parse import markup, ours
from benchmarks.parse.gold import Gold, halves, load
from benchmarks.parse.score import Output, figures
from benchmarks.parse.words import furniture, pairs, score, text_counts

PAGES = Path(__file__).parent / "pages"
ROOT = Path(__file__).parents[2]


def test_folder() -> None:
    """Notes are apart from the blocks of the text, and the host says which site a page is from."""
    lock, swim = load(PAGES)
    assert [kind for kind, _ in lock.gold.blocks or ()] == [
        "paragraph", "heading", "list_item", "list_item", "paragraph", "caption",
    ]  # fmt: skip
    assert (lock.gold.notes[0], lock.gold.site, swim.gold.site) == (
        "Notes to editors", "alder.example", "brackwater.example",
    )  # fmt: skip


def test_halves() -> None:
    """No site stands in both halves."""
    lock, swim = load(PAGES)
    assert halves([lock, swim, lock]) == ([lock, lock], [swim])


def test_ours_on_two_pages() -> None:
    """A reader that finds everything has 1 everywhere and no furniture."""
    found = figures([(page.gold, ours.output(page.html())) for page in load(PAGES)], least=1)
    assert (found.text, found.structure, found.kinds["caption"]) == (1.0, 1.0, 1.0)
    assert (found.title, found.date, found.standfirst) == (1.0, 1.0, 1.0)
    assert (found.quotes, found.notes, found.furniture) == (1.0, 1.0, 0.0)


def test_nothing_found() -> None:
    """An extractor that finds nothing has 0 in what it gives and no figure in what it doesn't."""
    found = figures([(page.gold, Output(blocks=(), title="")) for page in load(PAGES)], least=1)
    assert (found.text, found.structure, found.title) == (0.0, 0.0, 0.0)
    assert (found.date, found.quotes, found.notes, found.furniture) == (None, None, None, None)


def test_running_text() -> None:
    """The running text is what the blocks say that are no captions; an extractor without blocks has none."""
    gold = Gold(text="a b c d e\nf g h i j")
    blocks = (("paragraph", "a b c d e"), ("caption", "k l m n o"), ("paragraph", "f g h i j"))
    found = figures([(gold, Output(text="a b c d e\nk l m n o\nf g h i j", blocks=blocks))], least=1)
    assert found.running == 1.0
    assert found.text is not None
    assert found.text < 1.0
    assert figures([(gold, Output(text=gold.text))]).running is None


def test_text() -> None:
    """Runs of four words count; those of ignored texts are never wrong."""
    assert text_counts("a b c d e", "a b c d x", ()) == (1 / 3, 1 / 3, 1 / 3)
    assert text_counts("a b c d", "a b c d", ["k l m n"]) == (1.0, 0.0, 0.0)
    assert text_counts("a b c d", "k l m n", ["k l m n"]) == (0.0, 0.0, 1.0)
    assert score([(0.5, 0.5, 0.0), (0.0, 0.0, 1.0)]) == pytest.approx(0.5)


def test_pairs() -> None:
    """Equal blocks come first, the nearest of them; then those that share 80 % of their words."""
    assert pairs([["a"], ["b"], ["a"]], [["a"], ["a"], ["b"]]) == [(0, 0), (1, 2), (2, 1)]
    assert pairs([list("abcde")], [list("vwxyz"), list("abcdx")]) == [(0, 1)]
    assert pairs([list("abcde")], [list("abcxy")]) == []


def test_wrong_kind() -> None:
    """A heading that comes as a paragraph is missed as the one and too many as the other."""
    gold = Gold(text="One two", blocks=(("heading", "One"), ("paragraph", "Two")))
    found = figures([(gold, Output("One two", (("paragraph", "One"), ("paragraph", "Two"))))], least=1)
    assert found.kinds["heading"] == 0.0
    assert found.kinds["paragraph"] == pytest.approx(2 / 3)


def test_furniture() -> None:
    """Words count as the page's own if no run of four with them stands in the gold; short blocks count as a whole."""
    assert furniture(["One two three four five", "Share this"], ["one two three four"]) == (3, 7)
    assert furniture(["Two three"], ["one two three four"]) == (0, 2)


def test_markup() -> None:
    """A peer's HTML becomes blocks: the innermost list item, quote, caption or row wins."""
    made = markup.blocks(
        "<div>Loose<h2>Head</h2><p>One<br>two</p><ul><li>First<ul><li>Inner</li></ul></li></ul>"
        "<blockquote><p>Said</p></blockquote><table><tr><td>a</td><td>b</td></tr></table><script>x</script></div>"
    )
    assert made == (
        ("paragraph", "Loose"), ("heading", "Head"), ("paragraph", "One two"), ("list_item", "First"),
        ("list_item", "Inner"), ("quote", "Said"), ("table_row", "a | b"),
    )  # fmt: skip


def test_command() -> None:
    """The command prints a table with a row for ours, for the folder and each half of it."""
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "parse", PAGES, "--split", "--only", "ours", "--least", "1"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    rows = [line for line in done.stdout.splitlines() if line.startswith("| ours | 1.000 |")]
    assert len(rows) == 3
