"""The spoken form of English, as British newsrooms write it; dates in figures as the country of the tag writes them."""

from __future__ import annotations

import re

from plainspoken.spoken.english import addresses, amounts, names, times
from plainspoken.spoken.english import calls as numbers_to_call
from plainspoken.spoken.rules import SHORT, Rule, of_figures, shadow


def table(tag: str, region: str) -> tuple[Rule, ...]:
    """Return the rules of English in a country: `en-US` writes the month before the day.

    Phone numbers without a country code are those of the region.
    """
    dates = times.AMERICAN if tag.endswith(("-US", "-PH")) else times.RULES
    return (
        *addresses.RULES, *of_figures(numbers_to_call.rules(region)), *of_figures(dates, times.WITHOUT_FIGURES),
        *of_figures(amounts.RULES), *names.RULES, *of_figures(amounts.LAST),
    )  # fmt: skip


def calls(text: str) -> bool:
    """Tell whether the short numbers of an English sentence are numbers to call; so they are where it has none.

    >>> calls("Call 101."), calls("He met 101 people."), calls("")
    (True, False, True)
    """
    found = list(re.finditer(SHORT, shadow(text)))
    return not found or any(numbers_to_call.short(match) for match in found)


def possessive(ipa: str) -> str:
    """Return how the `'s` after a sound is said (IPA).

    >>> possessive("ʃɪˈvɔːn"), possessive("ˈsʌðək"), possessive("ˈbɔɪʒ")
    ('z', 's', 'ɪz')
    """
    if ipa.endswith(("s", "z", "ʃ", "ʒ")):
        return "ɪz"
    return "s" if ipa.endswith(("p", "t", "k", "f", "θ")) else "z"


def keys(text: str) -> frozenset[str]:
    """Return the numbers that an English sentence asks people to key in.

    >>> sorted(keys("Press 55 when asked.")), sorted(keys("55 people came."))
    (['55'], [])
    """
    return frozenset(match["x"] for match in numbers_to_call.KEYS.pattern.finditer(shadow(text)))
