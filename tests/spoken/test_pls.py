"""Lexicons: how their files are read and written, what bad ones say, how their words are said."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.engines.espeak_sounds import names
from plainspoken.errors import SourceError
from plainspoken.narration import Sound
from plainspoken.spoken import say
from plainspoken.spoken.lexicon import Lexeme, Lexicon
from plainspoken.spoken.pls import builtin, parse, read, serialize

HEAD = '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" xml:lang="en-GB">\n'
SUTHUK = Lexeme(("Southwark", "SOUTHWARK"), "en-GB", "Suthuk", "ˈsʌðək")


def document(body: str) -> bytes:
    return f"{HEAD}{body}\n</lexicon>".encode()


def test_there_and_back() -> None:
    """What is written is read again as it was, marks of XML included."""
    lexicon = Lexicon((SUTHUK, Lexeme(("B&Q",), "en-GB", "B <and> Q"), Lexeme(("Siobhan",), "en-GB", ipa="ʃɪˈvɔːn")))
    assert parse(serialize(lexicon, "en-GB")) == lexicon


def test_preferred() -> None:
    """Of several sounds the preferred one counts, else the first (PLS 4.6); white space is one space."""
    body = """<lexeme><grapheme> New
      Cross </grapheme><phoneme>njuː</phoneme><phoneme prefer="true">krɒs</phoneme>
      <alias>a</alias><alias>b</alias></lexeme>
      <lexeme><grapheme>x</grapheme><example>An x.</example><alias>ex</alias></lexeme><!-- kept out -->"""
    assert parse(document(body)).lexemes == (
        Lexeme(("New Cross",), "en-GB", "a", "krɒs"), Lexeme(("x",), "en-GB", "ex"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        (b"", "not XML"),
        (b"<lexicon", "line 1: this lexicon is not XML"),
        (b"<html/>", "names.pls, line 1: this is not a pronunciation lexicon"),
        (HEAD.replace(' xml:lang="en-GB"', "").encode() + b"</lexicon>", "line 1: the lexicon does not say its lang"),
        (HEAD.replace("en-GB", "no language").encode() + b"</lexicon>", "does not say its language"),
        (document("<lexeme><alias>x</alias></lexeme>"), "line 2: this lexeme has no grapheme"),
        (document("\n<lexeme><grapheme>x</grapheme></lexeme>"), "line 3: nothing says how 'x' is said"),
        (document("<lexeme><grapheme/><alias>x</alias></lexeme>"), "line 2: this grapheme is empty"),
        (document("<lexeme><grapheme>x</grapheme>\n<alias> </alias></lexeme>"), "line 3: this alias is empty"),
        (document("<lexeme><grapheme>x</grapheme><phoneme>SUTH</phoneme></lexeme>"), "line 2: 'S' is no sign of"),
        (
            document('<lexeme><grapheme>x</grapheme><phoneme alphabet="x-sampa">s</phoneme></lexeme>'),
            "line 2: the alphabet 'x-sampa' is not known",
        ),
        (document(f"<lexeme><grapheme>{'x' * 501}</grapheme><alias>x</alias></lexeme>"), "too long"),
        (b'<!DOCTYPE lexicon [<!ENTITY a "aaaa">]>\n' + document(""), "has a document type"),
        (
            b'<!DOCTYPE lexicon [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
            + document("<lexeme><grapheme>&a;</grapheme><alias>x</alias></lexeme>"),
            "has a document type",
        ),
        ("<lexicon>\ud800</lexicon>".encode("utf-8", "surrogatepass"), "not XML"),
    ],
)  # fmt: skip
def test_bad_files(xml: bytes, says: str) -> None:
    """A file that is no lexicon, or a hostile one, is an error that names file, line and remedy."""
    with pytest.raises(SourceError) as caught:
        parse(xml, "names.pls")
    assert says in str(caught.value)
    assert "names.pls" in str(caught.value)


def test_files(tmp_path: Path) -> None:
    """Of several files the first one counts; one that isn't there is an error that names it."""
    ours, theirs = tmp_path / "ours.pls", tmp_path / "theirs.pls"
    ours.write_bytes(serialize(Lexicon((Lexeme(("Bath",), "en", "Barth"),)), "en"))
    theirs.write_bytes(serialize(Lexicon((Lexeme(("Bath",), "en", "Bat"), Lexeme(("Ely",), "en", "Eelee"))), "en"))
    assert say("Bath and Ely.", "en", lexicon=read([ours, theirs])).text == "Barth and Eelee."
    with pytest.raises(SourceError, match=r"absent\.pls"):
        read([tmp_path / "absent.pls"])
    with pytest.raises(SourceError, match="can't be read"):
        read([tmp_path])


@pytest.mark.parametrize(
    ("written", "said", "sounds"),
    [
        ("In Southwark.", "In Suthuk.", (Sound(3, 9, "ˈsʌðək"),)),
        ("Southwark’s mayor", "Suthuk’s mayor", (Sound(0, 8, "ˈsʌðəks"),)),
        ("Southwarkers and southwark", "Southwarkers and southwark", ()),
        ("St Southwark, 101 men", "Saint Suthuk, one hundred and one men", (Sound(6, 12, "ˈsʌðək"),)),
    ],
)
def test_whole_words(written: str, said: str, sounds: tuple[Sound, ...]) -> None:
    """A lexicon knows whole words as they are written; an English sound takes its possessive along."""
    spoken = say(written, "en-US", lexicon=Lexicon((SUTHUK,)))
    assert (spoken.text, spoken.sounds) == (said, sounds)


def test_longest_first_and_before_rules() -> None:
    """A longer name is found before a shorter one, and the lexicon comes before all rules."""
    lexicon = Lexicon((
        Lexeme(("Bury",), "en", "Berry"), Lexeme(("Bury St Edmunds",), "en", "Berry Saint Edmunds"),
        Lexeme(("NSPCC",), "en", "the children's charity"), Lexeme(("101",), "en", "the police line"),
    ))  # fmt: skip
    said = say("In Bury St Edmunds and Bury the NSPCC rang 101.", "en", lexicon=lexicon).text
    assert said == "In Berry Saint Edmunds and Berry the the children's charity rang the police line."


def test_another_language_is_left_alone() -> None:
    """A lexicon of English says nothing about Spanish."""
    assert say("Vive en Southwark.", "es", lexicon=Lexicon((SUTHUK,))).text == "Vive en Southwark."


def test_the_built_in_lexicon() -> None:
    """It has the names of the samples, and every sound of it is one that the English voices have."""
    known = {grapheme for one in builtin().lexemes for grapheme in one.graphemes}
    assert {"Southwark", "Siobhan", "Nandakumar", "Pollexfen", "Calderhaugh"} <= known
    assert all(names(one.ipa, "gmw/en") for one in builtin().lexemes if one.ipa)
    assert len(builtin().lexemes) >= 70
