"""A spaCy model of the user's own: which one is there, what it is, and a sentence parsed by it."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, entry_points, version
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from plainspoken.engines.grammar import Clause, Token, clauses
from plainspoken.errors import EngineError

SETTING = "PLAINSPOKEN_SPACY_MODEL"
# Of the models that spaCy offers for English: the larger parse better, the largest needs a graphics card to be quick.
_BEST = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_trf")
_OFF = ["ner", "entity_linker", "textcat", "textcat_multilabel"]
_ADVICE = "python -m spacy download en_core_web_sm gets one."


def is_installed() -> bool:
    """Tell whether spaCy is there; it is not loaded for that."""
    return find_spec("spacy") is not None


def library() -> str:
    """Return the version of spaCy; empty where it is not installed."""
    try:
        return version("spacy")
    except PackageNotFoundError:
        return ""


def find() -> str:
    """Return the English model to use, a package's name or a folder: the one that is set, else the best; else empty."""
    named = os.environ.get(SETTING, "").strip()
    if named:
        return named
    there = {entry.name for entry in entry_points(group="spacy_models") if entry.name.startswith("en_")}
    best = [name for name in _BEST if name in there]
    return next(iter([*best, *sorted(there)]), "")


def meta(model: str) -> dict[str, object]:
    """Return what a model says of itself, without loading it; nothing where there is no such model."""
    folder = _folder(model)
    try:
        found = json.loads((folder / "meta.json").read_text(encoding="utf-8")) if folder else {}
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def parses(model: str) -> bool:
    """Tell whether there is such a model, English, with a parser in it."""
    known = meta(model)
    pipeline = known.get("pipeline")
    return known.get("lang") == "en" and isinstance(pipeline, list) and "parser" in pipeline


def parse(text: str, model: str) -> tuple[Clause, ...]:
    """Return who does what in a sentence.

    Raises:
        EngineError: spaCy can't load or run the model.
    """
    try:
        return clauses(_pipeline(model)(text))
    except EngineError:
        raise
    except Exception as cause:  # whatever a component of a user's own pipeline raises
        raise _broken(model, cause) from cause


@cache
def _pipeline(model: str) -> Callable[[str], Iterable[Token]]:
    load = import_module("spacy").load
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a model that was made for another version: the parse is checked anyway
        return cast("Callable[[str], Iterable[Token]]", load(model, exclude=_OFF))


def _folder(model: str) -> Path | None:
    """Return where a model's `meta.json` is: in its folder, or in its package's."""
    if not model or (Path(model) / "meta.json").is_file():
        return Path(model) if model else None
    try:
        spec = find_spec(model) if model.isidentifier() else None
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec and spec.origin else None


def _broken(model: str, cause: Exception) -> EngineError:
    return EngineError(
        f"spaCy can't parse with this model: {' '.join(str(cause).split())[:200]}",
        where=model,
        todo=f"Install a model that fits spaCy {library()}: {_ADVICE} Or use --engine rules.",
    )


def remedy(model: str) -> str:
    """Return what to do where no model can be used."""
    if not is_installed():
        return f"Install spaCy, the extra `plainspoken[spacy]`, and a model: {_ADVICE}"
    if not model:
        return f"Install an English model of spaCy's: {_ADVICE} Or name a folder in {SETTING}."
    return f"{model} is no English model with a parser: {_ADVICE}"
