"""Lint: anyone's easy-read text, held to the rules of easy read that a machine can check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plainspoken.findings import Finding
from plainspoken.opening import open_words

if TYPE_CHECKING:
    from plainspoken.hard_words import HardWords


def lint(
    source: str | bytes | Path, *, lang: str | None = None, easy_glossary: HardWords | Path | str | None = None
) -> tuple[Finding, ...]:
    """Return where a text breaks the rules of easy read, with its line.

    Args:
        source: plain text, Markdown, HTML or Word: its text, bytes or file.
        lang: the language that it is in (BCP 47); if None, the one that its page names, else English.
        easy_glossary: hard words of your own that need an explanation, or a CSV file of them.

    Raises:
        SourceError: the source can't be read.
        UsageError: `lang` is not a language tag.

    >>> [(one.at, one.code) for one in lint("You can't come.\\nIt is free.")]
    [('line 1', 'easy-contraction')]
    """
    from plainspoken.checks import lint as checks
    from plainspoken.hard_words import known_words
    from plainspoken.readers import written

    text = written.read(source, lang)
    return checks.lint(text, known_words(open_words(easy_glossary), text.lang))
