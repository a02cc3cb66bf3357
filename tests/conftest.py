"""What tests of more than one room are given: Argos packages in a folder of their own, and a loopback index."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.argos_server import FIXTURES, PACKAGES, Site, serve


@pytest.fixture(autouse=True, scope="session")
def no_model_of_ones_own() -> Iterator[None]:
    """Keep the easy read to the rules, whatever spaCy models the machine has; tests of models set their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAINSPOKEN_SPACY_MODEL", "none_in_tests")
        yield


@pytest.fixture
def argos_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for packages; nothing of the person who runs the tests is read or written."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos" / "packages"))
    return tmp_path / "argos" / "packages"


@pytest.fixture
def packages(argos_home: Path) -> Path:
    """A folder with both tiny packages."""
    argos_home.mkdir(parents=True)
    for name in PACKAGES.values():
        with zipfile.ZipFile(FIXTURES / name) as archive:
            archive.extractall(argos_home)
    return argos_home


@pytest.fixture
def site(argos_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A package index that answers on this machine alone."""
    with serve() as site:
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{site.address}/")
        yield site
