"""Whether a page shows only the start of its text, and keeps the rest for subscribers."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NEAR = 80  # characters round a cue in which the words of the pattern stand
_CUES = (
    "reading", "to read", "to unlock", "subscribers", "members", "weiterlesen mit", "abonnez-vous pour", "aux abonnés",
    "para leer", "para seguir", "para suscriptores", "agli abbonati",
)  # fmt: skip
_TEASER = 1500  # characters; what is longer is hardly a teaser
_CLOSED = re.compile(r'"isAccessibleForFree"\s*:\s*(?:"?false"?)', re.I)
_ASKS = re.compile(
    r"(subscribe|sign up|register|log in|become a member) (now )?(to|and) (continue|keep) reading|"
    r"subscribe (now )?to (read|unlock)|(this|the) (article|story|content) is (for|available to|only for) "
    r"(subscribers|members)|(jetzt )?weiterlesen mit|abonnez-vous pour (lire|continuer)|réservé aux abonnés|"
    r"suscríb[ae]te para (leer|seguir)|solo para suscriptores|contenuto riservato agli abbonati",
    re.I,
)


def is_teaser(source: str, length: int, body: str) -> bool:
    """Tell whether a short text is the start of one that has to be paid for.

    Args:
        source: the page's text.
        length: how many characters of the release were found.
        body: the article as the page's JSON-LD has it.

    >>> is_teaser("<p>The bridge … <b>Subscribe to continue reading</b>", 120, "")
    True
    """
    if length > _TEASER or (body and length * 2 > len(body)):
        return False
    if "isAccessibleForFree" in source and _CLOSED.search(source):
        return True
    said = source.lower()
    return any(_ASKS.search(said, max(0, at - _NEAR), at + _NEAR) for cue in _CUES for at in _places(cue, said))


def _places(cue: str, text: str) -> Iterator[int]:
    """Yield where a cue stands: to look for plain words first is much cheaper than the pattern on a whole page."""
    at = text.find(cue)
    while at >= 0:
        yield at
        at = text.find(cue, at + len(cue))
