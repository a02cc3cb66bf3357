"""The simplifier `spacy`: the rules' cuts held against a parse, by a real spaCy pipeline made in the test."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import plainspoken as ps
from plainspoken.choice import choose_simplifier
from plainspoken.cli import main
from plainspoken.engines import registry, spacy_model
from plainspoken.engines.contract import check_simplifier
from plainspoken.engines.grammar import Clause, doubt
from plainspoken.engines.protocols import Proposer, Simple
from plainspoken.engines.rules import Rules
from plainspoken.engines.spacy_simplifier import SpacyRules
from plainspoken.errors import EngineError
from plainspoken.record import Maker
from plainspoken.recording import record
from tests import needs, spacy_pipeline

BOTH = "The council closed the pool, and it opened the library."
CUT = (Simple("The council closed the pool.", "two-clauses"), Simple("It opened the library.", "two-clauses"))
OTHERS = "who does “{}” is not who does it in the source"
NOT = "its “not” at “chase” is not that of the source"
needs_spacy = needs.modules("spacy")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return spacy_pipeline.save(tmp_path_factory.mktemp("models") / "told")


@pytest.fixture
def chosen(model: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(spacy_model.SETTING, str(model))
    yield model
    spacy_model._pipeline.cache_clear()


def parsed(model: Path, text: str) -> tuple[Clause, ...]:
    return spacy_model.parse(text, str(model))


@needs_spacy
@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("The man chased the boy.", [Clause("chase", "man", "boy", is_root=True)]),
        ("The boy was chased by the man.", [Clause("chase", "boy", "", is_passive=True, is_root=True)]),
        ("The man did not chase the boy.", [Clause("chase", "man", "boy", is_negated=True, is_root=True)]),
        ("The man who fled was ill.", [Clause("flee", "man"), Clause("be", "man", "ill", is_root=True)]),
        ("The man was ill.", [Clause("be", "man", "ill", is_root=True)]),
        (BOTH, [Clause("close", "council", "pool", is_root=True), Clause("open", "it", "library")]),
        ("Officers searched the house and found a knife.",
         [Clause("search", "officer", "house", is_root=True), Clause("find", "officer", "knife")]),
        ("Call 101.", [Clause("call", "", "101", is_root=True)]),
        ("The long pool.", []),
    ],
)  # fmt: skip
def test_who_does_what(model: Path, text: str, clauses: list[Clause]) -> None:
    """A clause has its verb, its doer (shared with the verb before it, or the noun that a "who" is) and its "not"."""
    assert list(parsed(model, text)) == clauses


@needs_spacy
@pytest.mark.parametrize(
    ("source", "made", "why"),
    [
        (BOTH, ["The council closed the pool.", "It opened the library."], ""),
        (BOTH, ["The council closed the pool."], ""),
        (BOTH, ["It opened the library."], "it loses “close”, which the source hangs on"),
        (BOTH, ["The council closed the pool.", "The long pool."], "a part of it has no verb to hang on"),
        (BOTH, ["This closed the pool.", "It opened the library."], ""),
        ("The man chased the boy.", ["The boy chased the man."], OTHERS.format("chase")),
        ("The boy was chased by the man.", ["The boy chased the man."], OTHERS.format("chase")),
        ("The boy was chased by the man.", ["The man chased the boy."], ""),
        ("The man chased the boy.", ["The man did not chase the boy."], NOT),
        ("The man did not chase the boy.", ["The man chased the boy."], NOT),
        ("The man who fled was ill.", ["The man was ill.", "The man fled."], ""),
        ("The man who fled was ill.", ["The man was ill.", "The nurse fled."],
         OTHERS.format("flee")),
        ("People can apply online.", ["You can apply online."], ""),
        ("The man fled.", ["The nurse fled."], OTHERS.format("flee")),
        ("Officers searched the house and found a knife.", ["Officers found a knife."],
         "it loses “search”, which the source hangs on"),
    ],
)  # fmt: skip
def test_what_speaks_against_a_cut(model: Path, source: str, made: list[str], why: str) -> None:
    """Another doer, another "not", a part without a verb and a lost root speak against a cut; a "this" does not."""
    assert doubt(parsed(model, source), [parsed(model, one) for one in made]) == why


def test_turned_from_active_to_passive() -> None:
    """Who was done to stays the same where a verb turns round."""
    active, passive = Clause("chase", "man", "boy", is_root=True), Clause("chase", "boy", is_passive=True, is_root=True)
    assert doubt([active], [[passive]]) == doubt([passive], [[active]]) == ""
    wrong = Clause("chase", "man", is_passive=True, is_root=True)
    assert doubt([active], [[wrong]]) != "" and doubt([wrong], [[active]]) != ""


@needs_spacy
def test_a_cut_that_holds(model: Path) -> None:
    """What the rules make, and the parse bears out, is taken as it is."""
    engine = SpacyRules(str(model))
    assert Rules().simplify([BOTH], "en")[0] == CUT
    assert engine.simplify([BOTH], "en-GB") == [CUT]


@needs_spacy
def test_a_cut_that_does_not_hold(tmp_path: Path) -> None:
    """A cut that the parse speaks against is taken back, with the reason; a short sentence then stands whole."""
    other = (
        "The/DET/det/2 council/NOUN/nsubj/3 closed/VERB/ROOT/3/close the/DET/det/5 pool/NOUN/dobj/3 ,/PUNCT/punct/3 "
        "and/CCONJ/cc/3 it/PRON/nsubj/9 opened/NOUN/conj/3/open the/DET/det/11 library/NOUN/dobj/9 ./PUNCT/punct/3"
    )
    fragment = "It/PRON/ROOT/1 opened/ADJ/amod/1 the/DET/det/4 library/NOUN/dobj/1 ./PUNCT/punct/1"
    engine = SpacyRules(str(spacy_pipeline.save(tmp_path / "other", extra=(other, fragment))))
    (got,) = engine.propose([BOTH], "en")
    assert got.sentences == (Simple(BOTH, "verbatim"),)
    assert got.doubts == ("a part of it has no verb to hang on",) and not got.failed
    long = SpacyRules(engine.model, longest=8)
    assert long.simplify([BOTH], "en") == [()]


@needs_spacy
def test_quotations_and_whole_sentences_are_not_parsed(tmp_path: Path) -> None:
    """What stands as it was written needs no parse: a model that isn't there isn't missed."""
    engine = SpacyRules(str(tmp_path / "none"))
    texts = ["“We are sorry.”", "Go home.", ""]
    assert engine.simplify(texts, "en") == Rules().simplify(texts, "en")


@needs_spacy
def test_the_contract(chosen: Path) -> None:
    """It keeps the contract of a simplifier."""
    check_simplifier(SpacyRules(), "en-GB")
    assert isinstance(SpacyRules(), Proposer) and not SpacyRules().remote


@needs_spacy
def test_used_where_there_is_a_model(chosen: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """With a model it is chosen by default, and what it took back is a finding of the edition; `rules` can be named."""
    page = tmp_path / "page.html"
    page.write_text(f"<html lang='en'><main><h1>Pool closed</h1><p>{BOTH}</p></main></html>", encoding="utf-8")
    assert choose_simplifier("en-GB", None) == SpacyRules()
    easy = ps.simplify(ps.parse(page))
    assert [one.text for one in easy.segments() if one.rule == "two-clauses"] == [one.text for one in CUT]
    assert main(["engines"]) == 0 and f"with {chosen}" in capsys.readouterr().out.replace("\n", "")
    assert easy.simplifier == "spacy" and ps.Release.from_json(easy.to_json()) == easy
    assert ps.simplify(ps.parse(page), engine="rules") == replace(easy, simplifier=None)
    made = record([ps.parse(page), easy]).editions["en", "easy"].simplifier
    assert made == Maker("spacy", spacy_model.library(), SpacyRules().signature("en"))
    assert choose_simplifier("en", "rules") == Rules()


@needs_spacy
def test_its_signature_names_what_its_output_depends_on(chosen: Path, tmp_path: Path) -> None:
    """Another model, another version or another length is another signature."""
    meta = tmp_path / "copy" / "meta.json"
    spacy_pipeline.save(meta.parent)
    said = SpacyRules().signature("en")
    assert "en_told_in_tests 1.0" in said and spacy_model.library() in said and "rules" in said
    meta.write_text(meta.read_text().replace('"1.0"', '"1.1"'))
    assert len({said, SpacyRules(str(meta.parent)).signature("en"), SpacyRules(longest=12).signature("en")}) == 3


@pytest.mark.parametrize(
    ("meta", "ready"),
    [
        ({"lang": "en", "pipeline": ["tagger", "parser"]}, True),
        ({"lang": "en", "pipeline": ["tagger"]}, False),
        ({"lang": "de", "pipeline": ["parser"]}, False),
        ([], False),
        ("{", False),
        (None, False),
    ],
)
def test_what_is_a_model(tmp_path: Path, meta: object, ready: bool) -> None:
    """A model is a folder whose own account says English and parser; nothing is loaded to find that out."""
    if meta is not None:
        (tmp_path / "meta.json").write_text(meta if isinstance(meta, str) else json.dumps(meta))
    probe = SpacyRules(str(tmp_path)).probe()
    assert spacy_model.parses(str(tmp_path)) is ready
    assert probe.ready is (ready and spacy_model.is_installed())
    assert probe.ready or "python -m spacy download" in probe.remedy


def test_models_that_are_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed model is found by the entry point that spaCy's models have; of two the better, or the one set."""
    for name in ("en_core_web_sm", "en_core_web_md", "de_core_news_sm", "en_zz"):
        package = tmp_path / name
        package.mkdir()
        (package / "__init__.py").write_text("raise RuntimeError('a probe loads nothing')\n")
        (package / "meta.json").write_text(json.dumps({"lang": name[:2], "pipeline": ["parser"]}))
        about = tmp_path / f"{name}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text(f"[spacy_models]\n{name} = {name}\n")
    monkeypatch.delenv(spacy_model.SETTING, raising=False)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert spacy_model.find() == "en_core_web_md"
    assert spacy_model.parses("en_core_web_md") and not spacy_model.parses("de_core_news_sm")
    monkeypatch.setenv(spacy_model.SETTING, " en_zz ")
    assert spacy_model.find() == "en_zz" and spacy_model.parses("en_zz")


def test_the_tests_have_no_model() -> None:
    """A spaCy model that a developer has does not change what the other tests see."""
    assert spacy_model.find() == "none_in_tests" and registry.find_simplifier("en") == Rules()


def test_without_a_model_the_rules_are_used(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there is no model the default stays the rules; named, it ends with 4 and says what to install."""
    monkeypatch.setenv(spacy_model.SETTING, "en_that_is_not_there")
    assert "spacy" in registry.names("simplifiers")
    assert choose_simplifier("en", None) == Rules()
    with pytest.raises(EngineError, match="python -m spacy download"):
        choose_simplifier("en", "spacy")


@needs_spacy
def test_a_model_that_breaks(tmp_path: Path) -> None:
    """A model that spaCy can't load or run ends in an error that names it and says what to do."""
    (tmp_path / "meta.json").write_text(json.dumps({"lang": "en", "pipeline": ["parser"]}))
    engine = SpacyRules(str(tmp_path))
    assert engine.probe().ready
    with pytest.raises(EngineError, match="--engine rules") as failed:
        engine.simplify([BOTH], "en")
    assert failed.value.where == str(tmp_path)


def test_nothing_is_loaded_before_it_is_used() -> None:
    """Making and probing the engine loads neither spaCy nor a model."""
    import subprocess

    code = (
        "import sys; from plainspoken.engines.spacy_simplifier import SpacyRules as S; "
        "S().probe(); S().signature('en'); "
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
