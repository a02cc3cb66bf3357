"""What would serve a language, were it installed."""

from __future__ import annotations

import pytest

from plainspoken import lang
from plainspoken.engines import coverage


@pytest.mark.parametrize("tag", [tag for tag in lang.COMMUNITY if tag != "en"])
def test_every_community_language_has_an_answer(tag: str) -> None:
    """Of each language that packs are made for, something is known that would translate it."""
    assert coverage.options("en", tag)


BEYOND = (
    "libretranslate, with a server that has NLLB models",
    "chat, with a model that knows the language",
    "people who translate",
)


def test_what_argos_lacks_is_not_promised() -> None:
    """Argos has no packages for ten of the community languages; they need servers, chat models or people."""
    lacking = {tag for tag in lang.COMMUNITY if tag != "en" and not coverage.argos_has("en", tag)}
    assert lacking == {"gu", "pa", "so", "ta", "cy", "ku", "ti", "am", "ps", "vi"}


def test_ways_to_get_it() -> None:
    """Each way names its command; the best comes first."""
    assert coverage.options("en", "pt") == (
        "argos, after `plainspoken languages add pt`",
        "apertium, after `apt install apertium apertium-eng-spa apertium-es-pt`",
        *BEYOND,
    )
    assert coverage.options("ur", "pl")[0] == "argos, after `plainspoken languages add pl --from ur`"
    assert coverage.options("cy", "fr") == BEYOND


def test_script_counts_and_region_does_not() -> None:
    """`pt-BR` is served as Portuguese, `pa-Arab` is not served as Panjabi, traditional Chinese has its own package."""
    assert coverage.options("en-GB", "pt-BR")[0] == "argos, after `plainspoken languages add pt-BR`"
    assert coverage.options("en", "pa-Arab") == ()
    assert coverage.options("en", "zh-Hant")[0] == "argos, after `plainspoken languages add zh-Hant`"
    assert coverage.options("en", "en-US") == ()
    assert coverage.voices_for("pa-Arab") == ()


def test_voices() -> None:
    """Somali and Pashto have no voice that we know of; Farsi has none that sends its text away."""
    assert coverage.voices_for("so") == coverage.voices_for("ps") == ()
    assert [voice.split(",")[0] for voice in coverage.voices_for("fa")] == ["espeak", "piper"]
