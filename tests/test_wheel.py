"""The built wheel works away from the checkout: everything it needs at run time travels in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout and unpacked into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=TOP, check=True, capture_output=True,
    )  # fmt: skip
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(unpacked: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a Python command that finds the unpacked wheel before the checkout."""
    env = {**os.environ, "PYTHONPATH": str(unpacked), "PLAINSPOKEN_CACHE": str(cwd / "cache")}
    return subprocess.run([sys.executable, *words], cwd=cwd, env=env, capture_output=True, text=True, timeout=300)


def test_data_travels_in_the_wheel(unpacked: Path) -> None:
    """Catalogues, templates, lexicons, pictures and the typing marker are in the wheel; tests and samples are not."""
    package = unpacked / "plainspoken"
    for pattern in (
        "locales/*/LC_MESSAGES/plainspoken.po", "locales/*/LC_MESSAGES/pictures.po", "writers/templates/*",
        "lexicons/*", "pictures/*.svg", "pictures/*.toml", "py.typed",
    ):  # fmt: skip
        assert list(package.glob(pattern)), pattern
    assert {path.name for path in unpacked.iterdir() if "dist-info" not in path.name} == {"plainspoken"}


def test_wheel_makes_a_pack(unpacked: Path, tmp_path: Path) -> None:
    """Away from the checkout, the wheel makes a whole pack of a page, in the language's own words."""
    page = tmp_path / "bridge.html"
    page.write_text(
        "<html lang=en><title>Bridge closed</title><main><h1>Mill Bridge is closed until May</h1>"
        "<p>Hadley Council has closed Mill Bridge until 3 May 2026. Drivers must not use the ford.</p>"
        "<h2>Where to get help</h2><p>If you are in danger, call 999. For advice, call 01632 960100.</p></main></html>"
    )
    where = run(unpacked, tmp_path, "-c", "import plainspoken; print(plainspoken.__file__)").stdout.strip()
    assert Path(where).is_relative_to(unpacked)
    done = run(
        unpacked, tmp_path, "-m", "plainspoken", "make", "bridge.html", "--to", "ur", "--into", "packs",
        "--engine", "identity", "--narrator", "silence", "--json",
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    pack = Path(json.loads(done.stdout.splitlines()[-1])["folder"])
    urdu = (tmp_path / pack / "ur" / "index.html").read_text()
    assert 'lang="ur" dir="rtl"' in urdu
    assert "سنیں" in urdu
    assert (tmp_path / pack / "en" / "easy" / "index.html").read_text().count("<svg") > 0
