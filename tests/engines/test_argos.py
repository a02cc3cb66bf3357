"""The engine `argos`, on two tiny real packages."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tools.argos_tiny import corpus

from plainspoken.engines import argos_model
from plainspoken.engines.argos import Argos
from plainspoken.engines.protocols import Draft, Probe, Translator
from plainspoken.errors import EngineError
from tests import needs

pytestmark = needs.argos

SENTENCE = "The council will open a new community centre in Hackney on Monday 3 June."
SPANISH = "El ayuntamiento abrirá un nuevo centro comunitario en Hackney el lunes 3 de junio."


def one(text: str, target: str = "es") -> Draft:
    return Argos().translate([text], "en", target)[0]


def pairs(text: str, draft: Draft) -> list[tuple[str, str]]:
    return [
        (text[link.source_start : link.source_end], draft.text[link.target_start : link.target_end])
        for link in draft.alignment or ()
    ]


def test_is_a_translator(packages: Path) -> None:
    """It keeps the protocol, is a value, and travels to other processes."""
    engine = Argos(beam=2)
    assert isinstance(engine, Translator)
    assert (engine.name, engine.remote) == ("argos", False)
    assert pickle.loads(pickle.dumps(engine)) == engine


def test_pairs_and_routes(packages: Path) -> None:
    """A pair is served directly, or through one language; region does not matter, script does."""
    engine = Argos()
    assert engine.pairs() == {("en", "es"), ("es", "pt")}
    assert engine.route("en-GB", "es-MX") == ("en", "es")
    assert engine.route("en", "pt") == ("en", "es", "pt")
    assert engine.route("pt", "en") is None
    assert engine.route("en", "en-GB") is None
    assert engine.route("en", "es-Cyrl") is None


def test_translates(packages: Path) -> None:
    """A sentence that the package knows comes out whole, sure of itself, word linked to word."""
    draft = one(SENTENCE)
    assert draft.text == SPANISH
    assert draft.score is not None and 0.9 < draft.score <= 1
    assert draft.unknown == ()
    linked = pairs(SENTENCE, draft)
    assert ("Hackney", "Hackney") in linked
    assert ("Monday", "lunes") in linked
    assert (".", ".") in linked


def test_translates_through_a_third_language(packages: Path) -> None:
    """Two packages make one translation: the alignment spans both, and the score is that of both."""
    draft, half = one(SENTENCE, "pt"), one(SENTENCE)
    assert draft.text.startswith("A câmara municipal abrirá um novo centro comunitário em Hackney")
    assert ("Monday", "segunda-feira") in pairs(SENTENCE, draft)
    assert draft.score is not None and half.score is not None and draft.score < half.score


def test_a_batch_is_its_sentences(packages: Path) -> None:
    """What a sentence becomes does not depend on what stands beside it, in which order, or how often."""
    texts = corpus.sentences("en", 12, seed=4)
    together = Argos().translate([*texts, *reversed(texts)], "en", "pt")
    alone = [one(text, "pt") for text in texts]
    assert [draft.text for draft in together] == [draft.text for draft in [*alone, *reversed(alone)]]
    assert [draft.alignment for draft in together[:12]] == [draft.alignment for draft in alone]
    assert [draft.score for draft in together[:12]] == pytest.approx([draft.score for draft in alone], rel=1e-3)


def test_says_what_argos_says(packages: Path, tmp_path: Path) -> None:
    """Word for word what `argostranslate.translate` says of each sentence, directly and through a third language."""
    texts = [text for text in corpus.sentences("en", 60, seed=5) if not text.isupper()][:50]
    theirs = _argos_alone(texts)
    for target, said in theirs.items():
        assert [draft.text for draft in Argos().translate(texts[: len(said)], "en", target)] == said


def _argos_alone(texts: list[str]) -> dict[str, list[str]]:
    """Argos's own API in its own process: it reads its settings once, when it is imported."""
    code = """
import json, sys
import argostranslate.translate as argos
class Whole:
    def split_sentences(self, text):
        return [text]
for language in argos.get_installed_languages():
    for translation in language.translations_from:
        if hasattr(translation, "underlying"):
            translation.underlying.sentencizer = Whole()
texts = json.load(sys.stdin)
told = {to: [argos.translate(text, "en", to) for text in texts[:some]] for to, some in (("es", 50), ("pt", 10))}
json.dump(told, sys.stdout)
"""
    run = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


def test_alignment_finds_phrases(packages: Path) -> None:
    """Of phrases whose translation is known by construction, most are found exactly."""
    rows = corpus.pairs("en", "es", 120, seed=9)
    drafts = Argos().translate([row.source for row in rows], "en", "es")
    right = total = 0
    for row, draft in zip(rows, drafts, strict=True):
        if draft.text == row.target:
            for start, end, there, until in row.phrases:
                links = [link for link in draft.alignment or () if link.source_start < end and start < link.source_end]
                total += 1
                right += bool(links) and (
                    min(link.target_start for link in links),
                    max(link.target_end for link in links),
                ) == (there, until)
    assert total > 250
    assert right / total > 0.9


def test_words_it_does_not_know(packages: Path) -> None:
    """A word with a piece that the model never saw is named."""
    assert one("The council offers 😀 to Zoë in Camden.").unknown == ("😀", "Zoë")


def test_what_has_no_word_is_copied(packages: Path) -> None:
    """Numbers, signs and nothing at all stay as they are, in their place."""
    texts = ["", "  ", "020 7946 0012", SENTENCE, "—"]
    drafts = Argos().translate(texts, "en", "es")
    assert [draft.text for draft in drafts] == ["", "  ", "020 7946 0012", SPANISH, "—"]
    assert pairs(texts[2], drafts[2]) == [("020", "020"), ("7946", "7946"), ("0012", "0012")]


def test_headings_in_capitals(packages: Path) -> None:
    """A heading in capitals is translated both ways; the surer one counts, and is in capitals."""
    for row in corpus.pairs("en", "es", 300, seed=8):
        if row.source.isupper() and len(row.source) > 20:
            draft, calm = one(row.source), one(row.source.capitalize())
            assert draft.text == draft.text.upper()
            assert draft.score is not None and draft.score >= (calm.score or 0) - 1e-3


def test_a_long_text_loses_no_end(packages: Path) -> None:
    """A text longer than the model can read is translated in parts, none of it left out."""
    text = " ".join(f"The council offers free advice to local residents in {town}." for town in corpus.TOWNS)
    draft = one(text)
    assert draft.text.count("ofrece asesoramiento gratuito a los vecinos en") == len(corpus.TOWNS)
    assert [town for town in corpus.TOWNS if town not in draft.text] == []
    assert one(text, "pt").text.count("oferece aconselhamento gratuito") == len(corpus.TOWNS)
    assert draft.alignment is not None
    assert all(link.target_end <= len(draft.text) and link.source_end <= len(text) for link in draft.alignment)
    starts = [link.target_start for link in draft.alignment]
    assert max(starts) > len(draft.text) * 0.9


def test_what_can_not_be_said_is_named(packages: Path) -> None:
    """An endless word that no part of can be translated is copied, named as unknown, and trusted by no one."""
    endless = "x" * 3000
    assert one(endless) == Draft(endless, 0.0, one(endless).alignment, (endless,))


@pytest.mark.parametrize(
    "text", ["a\x00b council", "the\ncouncil offers", "\ud800 the council", "▁the▁council", "</s> <unk>"]
)
def test_hostile_characters(packages: Path, text: str) -> None:
    """No character of a page breaks the engine, and every link stays inside its text."""
    draft = one(text)
    assert all(link.source_end <= len(text) and link.target_end <= len(draft.text) for link in draft.alignment or ())
    assert "▁" not in draft.text


def test_a_target_prefix_is_not_said(packages: Path) -> None:
    """A package that is told its language by a first piece, as those of many languages are, does not say it."""
    folder = packages / "translate-en_es-1_0"
    said = json.loads((folder / "metadata.json").read_text()) | {"target_prefix": "@"}
    (folder / "metadata.json").write_text(json.dumps(said))
    draft = one(SENTENCE)
    assert draft.text and not draft.text.startswith("@")
    assert ("Hackney", "Hackney") in pairs(SENTENCE, draft)


def test_a_package_spelled_otherwise(packages: Path) -> None:
    """A package with byte pairs instead of SentencePiece works; it can't say which words answer to which."""
    folder = packages / "translate-en_es-1_0"
    (folder / "sentencepiece.model").unlink()
    (folder / "bpe.model").write_text("#version: 0.2\nt h\n")
    draft = one("a b c")
    assert draft.text
    assert (draft.alignment, draft.unknown) == (None, ())


def test_from_many_threads(packages: Path) -> None:
    """A model is loaded once, whoever asks first, and threads get what one alone gets."""
    argos_model.forget()
    texts = corpus.sentences("en", 4, seed=2)
    with ThreadPoolExecutor(8) as pool:
        drafts = list(pool.map(lambda text: one(text, "pt").text, texts * 2))
    assert drafts == [one(text, "pt").text for text in texts] * 2


def test_opens_no_socket(packages: Path) -> None:
    """Loading and translating never touch the network: a process without sockets does it too."""
    code = f"""
import socket
class Refused(socket.socket):
    def __init__(self, *_, **__):
        raise AssertionError("a socket was opened")
socket.socket = Refused
socket.create_connection = socket.getaddrinfo = Refused
from plainspoken.engines.argos import Argos
print(Argos().translate([{SENTENCE!r}], "en", "es")[0].text)
"""
    assert _python(code).strip() == SPANISH


def test_probing_imports_nothing(packages: Path) -> None:
    """What is there can be told without loading Argos, CTranslate2 or numpy."""
    code = """
import sys
from plainspoken.engines.argos import Argos
probe = Argos().probe()
assert probe.ready and probe.version.endswith("2 packages"), probe
assert Argos().route("en", "pt") and Argos().signature("en", "pt")
print(*(name for name in ("argostranslate", "ctranslate2", "numpy", "sentencepiece") if name in sys.modules))
"""
    assert _python(code).strip() == ""


def _python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_not_installed(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a part of it is missing, it says what to install, when probed and when asked to translate."""
    monkeypatch.setitem(sys.modules, "argostranslate.package", None)
    argos_model.forget()
    with pytest.raises(EngineError, match=r"not installed.*pip install 'plainspoken\[argos\]'"):
        one(SENTENCE)
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    assert Argos().probe() == Probe(ready=False, remedy="Install it: pip install 'plainspoken[argos]'.")


def test_no_package_for_the_pair(packages: Path) -> None:
    """A pair without packages is an error that names the command to try."""
    with pytest.raises(EngineError, match=r"no Argos package .* English into Polish.*languages add pl") as caught:
        one("Hello", "pl")
    assert caught.value.exit_code == 4


def test_signature_tells_models_apart(packages: Path) -> None:
    """Another model, another option or another way is another signature; the same ones are the same."""
    signature = Argos().signature("en", "es")
    assert signature == Argos().signature("en-GB", "es")
    assert signature != Argos(beam=1).signature("en", "es")
    assert signature != Argos().signature("en", "pt")
    weights = packages / "translate-en_es-1_0" / "model" / "model.bin"
    weights.write_bytes(weights.read_bytes()[:-1] + b"~")
    assert signature != Argos().signature("en", "es")


def test_a_broken_model_is_an_error_of_ours(packages: Path) -> None:
    """A package that got damaged says so, with what to do."""
    (packages / "translate-en_es-1_0" / "model" / "model.bin").write_bytes(b"not a model")
    with pytest.raises(EngineError, match=r"does not load.*languages add es"):
        one(SENTENCE)
