"""How an edition is said before anybody has said it: the lexicons that a run was given, the voice's script."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plainspoken.model import Release

if TYPE_CHECKING:
    from plainspoken.spoken.lexicon import Lexicon


def open_lexicon(lexicon: Lexicon | Path | str | Sequence[Path] | None) -> Lexicon | None:
    """Return the lexicon, read from its PLS files where paths are given; the first that knows a word counts."""
    from plainspoken.spoken.lexicon import Lexicon

    if lexicon is None or isinstance(lexicon, Lexicon):
        return lexicon
    from plainspoken.spoken import pls

    return pls.read([Path(lexicon)] if isinstance(lexicon, str | Path) else lexicon)


def script(
    release: Release, *, lexicon: Lexicon | Path | None = None, describe: bool = False
) -> list[tuple[str, str, str, str]]:
    """Return what a voice is given for an edition, in order: sentence, language, what is written, what is said.

    An announcement has no sentence and nothing written. The lexicon's sounds stand in slashes after what is said.

    >>> from plainspoken.steps import parse
    >>> page = "<main><h1>Road closed</h1><p>The bridge is closed until 3 May. Ring 101 by 9.40pm.</p></main>"
    >>> script(parse(page, lang="en"))[-1]
    ('lead.p1.s2', 'en', 'Ring 101 by 9.40pm.', 'Ring one oh one by nine forty p m.')
    """
    from plainspoken.spoken.pls import builtin
    from plainspoken.stages.script import passages

    known = open_lexicon(lexicon)
    read = passages(release, known + builtin() if known else builtin(), describe=describe)
    return [row for passage in read for line in passage.lines for row in line.rows(release.lang)]
