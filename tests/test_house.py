"""The plan of the house: layers, cycles, the facade, sizes."""

from __future__ import annotations

import ast
import graphlib
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import plainspoken

SOURCE = Path(plainspoken.__file__).parent
MODULES = {
    ".".join(("plainspoken", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in SOURCE.rglob("*.py")
}

# Leftmost may import all that follows; nothing imports to its left. First match wins.
LAYERS = (
    ("plainspoken.cli", "plainspoken.__main__"),
    ("plainspoken.pipeline", "plainspoken.post", "plainspoken.site"),
    ("plainspoken.corrections", "plainspoken.posting"),
    ("plainspoken.steps", "plainspoken.lint", "plainspoken.saying", "plainspoken.course", "plainspoken.languages",
     "plainspoken.voices", "plainspoken.doctor"),
    ("plainspoken.choice", "plainspoken.opening", "plainspoken.recording"),
    ("plainspoken.readers", "plainspoken.stages", "plainspoken.writers", "plainspoken.checks", "plainspoken.review"),
    ("plainspoken.run", "plainspoken.engines.registry", "plainspoken.engines"),
    ("plainspoken.engines.protocols", "plainspoken.engines.coverage", "plainspoken.cache", "plainspoken.terms",
     "plainspoken.tagged", "plainspoken.words", "plainspoken.facts", "plainspoken.claims", "plainspoken.spoken",
     "plainspoken.audio", "plainspoken.opus", "plainspoken.codecs", "plainspoken.loudness",
     "plainspoken.resample", "plainspoken.pictures", "plainspoken.brand",
     "plainspoken.hard_words", "plainspoken.proof"),
    ("plainspoken.model", "plainspoken.embargo", "plainspoken.narration",
     "plainspoken.pack", "plainspoken.record", "plainspoken.quotations", "plainspoken.short_forms", "plainspoken.marks",
     "plainspoken.lang", "plainspoken.tongues", "plainspoken.errors", "plainspoken.events", "plainspoken.findings"),
)  # fmt: skip
ROOMS = ("readers", "stages", "writers", "checks", "review")


def imports(path: Path) -> set[str]:
    """The modules of ours that a file imports, wherever in the file it does."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("plainspoken")}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("plainspoken"):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else str(node.module) for name in names}
    return found


def layer(module: str) -> int:
    """The index of the layer with the longest prefix of the module's name."""
    fits = [
        (len(prefix), index)
        for index, group in enumerate(LAYERS)
        for prefix in group
        if module == prefix or module.startswith(prefix + ".")
    ]
    assert fits, f"{module} stands in no layer: give it one"
    return max(fits)[1]


GRAPH = {module: imports(path) for module, path in MODULES.items() if module != "plainspoken"}


@pytest.mark.parametrize("module", sorted(GRAPH))
def test_layers(module: str) -> None:
    """A module imports only from its own layer and those to the right."""
    wrong = {target for target in GRAPH[module] if target != "plainspoken" and layer(target) < layer(module)}
    assert not wrong


@pytest.mark.parametrize("module", sorted(GRAPH))
def test_nothing_of_ours_imports_the_facade(module: str) -> None:
    """The facade is for users; inside the house every import names the module that knows."""
    assert "plainspoken" not in GRAPH[module]


@pytest.mark.parametrize("module", sorted(name for name in GRAPH if name.split(".")[1] in ROOMS))
def test_rooms_share_values_never_code(module: str) -> None:
    """Readers, stages, writers, checks and review never import one another."""
    room = module.split(".")[1]
    others = {f"plainspoken.{other}" for other in ROOMS if other != room}
    assert not {target for target in GRAPH[module] if ".".join(target.split(".")[:2]) in others}


def test_no_import_cycle() -> None:
    """No module needs, anywhere in it, a module that needs it."""
    graph = {module: imports(path) - {module} for module, path in MODULES.items()}
    graphlib.TopologicalSorter(graph).prepare()


def test_facade() -> None:
    """The facade has at most 16 names, all of them real, and no other module's."""
    assert len(plainspoken.__all__) <= 16
    assert all(hasattr(plainspoken, name) for name in plainspoken.__all__)


def test_import_loads_no_engine() -> None:
    """`import plainspoken` loads no engine, no parser and no template engine."""
    code = "import sys, plainspoken; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {
        "argostranslate", "ctranslate2", "espeakng_loader", "gtts", "lameenc", "numpy", "mutagen", "bs4", "lxml",
        "jinja2", "sentencex", "requests", "distributed",
    }  # fmt: skip
    assert not heavy & set(loaded)


@pytest.mark.parametrize("path", sorted(MODULES.values()), ids=lambda path: str(path.relative_to(SOURCE)))
def test_sizes(path: Path) -> None:
    """A module has at most 400 lines, a function at most 60."""
    text = path.read_text()
    assert len(text.splitlines()) <= 400
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60 and not _is_signature(node)
    ]
    assert not long


def _is_signature(node: ast.FunctionDef) -> bool:
    """A function that is mostly its documented signature: its statements, docstring apart, take under 20 lines."""
    first = node.body[1] if len(node.body) > 1 else node.body[0]
    return (node.end_lineno or 0) - first.lineno < 20


def test_layers_are_all_in_use() -> None:
    """The order of the layers is strict: each may be imported by the one before."""
    for left, right in pairwise(LAYERS):
        assert left != right
