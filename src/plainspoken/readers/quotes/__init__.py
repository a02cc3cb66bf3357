"""Who says what: the speaker of each quotation, by the words round it."""

from __future__ import annotations

from collections.abc import Sequence

from plainspoken.readers.draft import Draft
from plainspoken.readers.quotes import blocks, passes, verbs


def attribute(drafts: Sequence[Draft], lang: str = "en") -> list[Draft]:
    """Return the drafts with the speaker of every quotation that has one.

    A pull quote that repeats the text is left out. A quotation goes on over paragraphs as long as it isn't closed; each
    paragraph then opens with a mark of its own. A paragraph that is a quotation as a whole is marked as `said`
    (`blocks.is_quotation` decides).

    Args:
        drafts: the blocks of the article, in reading order.
        lang: the language of the page (BCP 47).
    """
    return passes.read(blocks.without_pulled(drafts), verbs.of(lang))
