"""The engine `apertium`: its directions, its alignment, what it would wreck, and its failures."""

from __future__ import annotations

import os
import re
import signal
import stat
import sys
from pathlib import Path

import pytest

from plainspoken.engines import apertium_mode
from plainspoken.engines.apertium import Apertium
from plainspoken.engines.protocols import Draft
from plainspoken.errors import EngineError
from tests import needs

ENGINE = Apertium()


def links(text: str, draft: Draft) -> list[tuple[str, str]]:
    """The words that answer to one another."""
    return [
        (text[link.source_start : link.source_end], draft.text[link.target_start : link.target_end])
        for link in draft.alignment or ()
    ]


def into(text: str, target: str = "es") -> Draft:
    return ENGINE.translate([text], "en", target)[0]


@needs.apertium
def test_routes() -> None:
    """A direction that is installed is taken; else one other language is passed through; else there is no route."""
    assert ENGINE.route("en-GB", "es") == ("en", "es")
    assert ENGINE.route("en", "pt") == ("en", "es", "pt")
    assert ENGINE.route("en", "fr") == ("en", "ca", "fr")
    assert ENGINE.route("en", "it") == ("en", "es", "it")
    assert ENGINE.route("en", "ur") is None
    assert ENGINE.route("en", "en-GB") is None


def test_missing_says_what_to_install(tmp_path: Path) -> None:
    """Where no direction is installed the engine is not ready, and names Debian's packages."""
    probe = Apertium(modes=tmp_path).probe()
    assert not probe.ready
    assert "apt install apertium apertium-eng-spa" in probe.remedy
    with pytest.raises(EngineError, match="apt install"):
        Apertium(modes=tmp_path).translate(["x"], "en", "es")


@needs.apertium
def test_alignment_by_units() -> None:
    """The words of a translation are linked to the units they come from, units of several words whole."""
    text = "Welsh police will act because of the fire."
    draft = into(text)
    assert draft.text == "La policía galesa obrará debido al fuego."
    assert links(text, draft) == [
        ("Welsh", "galesa"),
        ("police", "policía"),
        ("act", "obrará"),
        ("because of", "debido al"),
        ("the", "debido al"),
        ("fire", "fuego"),
        (".", "."),
    ]


@needs.apertium
@pytest.mark.parametrize("target", ["es", "ca", "gl", "fr", "pt", "it"])
def test_keeps_what_apertium_would_wreck(target: str) -> None:
    """Addresses, phone numbers, times and the shape of quotation marks come out as they went in."""
    text = (
        "He said: “Call 0800 555 111 at 9am, see https://www.gov.example/help/me?x=1 or mail help.me@police.example.”"
    )
    out = into(text, target).text
    for kept in ("0800 555 111", "9am", "https://www.gov.example/help/me?x=1", "help.me@police.example", "“", "”"):
        assert kept in out


@needs.apertium
def test_unknown_words() -> None:
    """A word that the dictionary lacks stays as it is, without Apertium's star, and is named."""
    draft = into("The zorble arrived in Harlow.")
    assert draft.unknown == ("zorble", "Harlow")
    assert draft.text == "El zorble llegó en Harlow."


@needs.apertium
@needs.apertium
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 'missing' girl is safe.", "La 'chica' desaparecida es segura."),
        ("The ‘missing’ girl is safe.", "La ‘chica’ desaparecida es segura."),
        ("The “missing” girl is safe.", "La “chica” desaparecida es segura."),
    ],
)
def test_single_quotation_marks(text: str, expected: str) -> None:
    """A word in single quotation marks is read as in double ones, and they come back as they were."""
    assert into(text).text == expected


@needs.apertium
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Necesito agua para vivir.", "per"),
        ("Para los niños es gratis.", "Per"),
        ("Lo digo para que venga.", "perché|affinché"),
        ("El autobús para en Madrid.", "ferma"),
    ],
)
def test_for_is_no_birth(text: str, expected: str) -> None:
    """Spanish "para" before what one does something for is a preposition; no sentence gives birth."""
    (draft,) = ENGINE.translate([text], "es", "it")
    assert re.search(rf"\b({expected})\b", draft.text)
    assert "partorisc" not in draft.text.casefold()


def test_composed_alignment() -> None:
    """Through a third language the links lead from the source to the final words."""
    text = "The judge sees three houses."
    draft = into(text, "fr")
    assert {("sees", "voit"), ("three", "trois"), ("houses", "maisons")} <= set(links(text, draft))


@needs.apertium
@pytest.mark.parametrize(
    "text", ["[[w:1]]x[[/]]", "^a/b<n>$", "\\", "a\x00b", "[]", "the", "~ ~a", "{x} <y> @z #w *v", "\ud800"]
)
def test_hostile_text(text: str) -> None:
    """Signs of Apertium's own stream format are text like any other, and nothing of the format comes out."""
    draft = into(text)
    assert "w:1" not in draft.text or "w:1" in text
    assert draft.text.count("[]") == text.count("[]")
    assert into("The house.").text == "La casa."


@needs.apertium
def test_a_dead_pipeline_is_started_anew() -> None:
    """When a program of the pipeline dies, the call fails with an engine error; the next one works."""
    assert into("The house.").text == "La casa."
    mode = apertium_mode.running(Path("/usr/share/apertium/modes/eng-spa.mode"))
    assert mode._parts is not None
    os.killpg(mode._parts[2]._shell.pid, signal.SIGKILL)
    with pytest.raises(EngineError, match="ended"):
        into("The house.")
    assert into("The house.").text == "La casa."


def test_the_tagger_forgets(tmp_path: Path) -> None:
    """Where the tagger says that it learnt from a text, every text is tagged as if it were the first."""
    tagger = tmp_path / "tagger.py"
    tagger.write_text(
        "import sys\n"
        "learnt = 0\n"
        "for text in sys.stdin.buffer.read().split(b'\\0')[:-1]:\n"
        "    learnt += b'odd' in text\n"
        "    if b'odd' in text: print('Error: A new ambiguity class was found.', file=sys.stderr)\n"
        "    sys.stdout.buffer.write(text + b' %d\\0' % learnt)\n"
        "sys.stdout.buffer.write(b'\\0')\n"
    )
    ask = apertium_mode._Tagger(f"{sys.executable} {tagger}").ask
    assert ask(["one", "odd", "two"], 30) == ["one 0", "odd 1", "two 0"]
    assert ask([f"text {number}" for number in range(20)], 30) == [f"text {number} 0" for number in range(20)]
    with pytest.raises(EngineError, match="ended in the middle"):
        apertium_mode._Tagger("true").ask(["one"], 30)


@needs.apertium
def test_order_changes_nothing() -> None:
    """A text's translation doesn't depend on those that this process translated before."""
    texts = ["He lives near Mills.", "I worried about the bus.", "The council closed C-SPAN.", "She said it was seen."]
    one_by_one = [into(text).text for text in texts]
    assert [draft.text for draft in ENGINE.translate(texts[::-1] * 2, "en", "es")] == one_by_one[::-1] * 2


def test_a_hung_pipeline_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that stays silent is ended after the time it was given, with an engine error."""
    program = tmp_path / "apertium-wblank-mode"
    program.write_text("#!/bin/sh\necho 'sleep 60 | apertium-wblank-attach | cat'\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "eng-spa.mode").write_text("sleep 60")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(EngineError, match=r"silent for 0\.3 seconds"):
        Apertium(modes=tmp_path, timeout=0.3).translate(["The house."], "en", "es")


@needs.apertium
def test_signature() -> None:
    """The signature differs between routes, and is the same from call to call."""
    assert ENGINE.signature("en", "es") != ENGINE.signature("en", "fr")
    assert ENGINE.signature("en", "es") == Apertium().signature("en-GB", "es")
