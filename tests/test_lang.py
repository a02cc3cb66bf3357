"""Language tags: canonical form, script, direction, names."""

from __future__ import annotations

import pytest

from plainspoken import Error, lang


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("en", "en"),
        ("EN_gb", "en-GB"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("kmr", "ku"),
        ("pa-arab", "pa-Arab"),
        ("es-419", "es-419"),
        (" ur ", "ur"),
        ("en-XA", "en-XA"),
    ],
)
def test_canonical(given: str, canonical: str) -> None:
    """A tag is written as BCP 47 recommends."""
    assert lang.canonical(given) == canonical


@pytest.mark.parametrize("given", ["", "xx", "english", "e", "en-!", "../en", "en-abcdefghi", "klingon", "12"])
def test_no_language(given: str) -> None:
    """What is no tag of a known language is refused, with exit code 2."""
    with pytest.raises(Error, match="not a language tag") as raised:
        lang.canonical(given)
    assert raised.value.exit_code == 2


@pytest.mark.parametrize(
    ("tag", "script", "direction"),
    [
        ("ur", "Arab", "rtl"),
        ("pa", "Guru", "ltr"),
        ("pa-Arab", "Arab", "rtl"),
        ("ku", "Latn", "ltr"),
        ("ku-Arab", "Arab", "rtl"),
        ("ckb", "Arab", "rtl"),
        ("fa", "Arab", "rtl"),
        ("ps", "Arab", "rtl"),
        ("he", "Hebr", "rtl"),
        ("am", "Ethi", "ltr"),
        ("zh", "Hans", "ltr"),
        ("zh-TW", "Hant", "ltr"),
        ("en-GB", "Latn", "ltr"),
    ],
)
def test_script_and_direction(tag: str, script: str, direction: str) -> None:
    """The script is CLDR's likely one unless the tag names another; the direction follows the script."""
    assert (lang.script(tag), lang.direction(tag)) == (script, direction)


def test_names() -> None:
    """A language is named in the reader's language, and in itself."""
    assert lang.name("ur", "en") == "Urdu"
    assert lang.name("en", "es") == "inglés"
    assert lang.autonym("cy") == "Cymraeg"


@pytest.mark.parametrize("tag", lang.COMMUNITY)
def test_every_community_language_is_known(tag: str) -> None:
    """CLDR names and writes dates in each language that packs are made for."""
    assert lang.canonical(tag) == tag
    assert lang.locale(tag).language == tag
    assert lang.autonym(tag) != tag


def test_same() -> None:
    """Two tags are one language only when they are read by the same people."""
    assert lang.same("en-GB", "en")
    assert not lang.same("pa", "pa-Arab")
    assert not lang.same("zh-Hans", "zh-Hant")
