"""Where Argos packages stand on this machine, and Argos's own library, imported without leaving folders behind.

`argostranslate.settings` reads its settings and makes three folders in the home directory when it is imported, and
fails where it can't. Listing packages never imports it, and an import that is needed sends those folders elsewhere.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from types import ModuleType

import platformdirs

from plainspoken.errors import EngineError

REMEDY = "Install it: pip install 'plainspoken[argos]'."
_NEEDED = ("argostranslate", "ctranslate2", "sentencepiece")
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Installed:
    """A package on this machine: the languages it translates from and into, its version and its folder."""

    source: str
    target: str
    version: str
    folder: Path


def home() -> Path:
    """Return the folder that packages are installed in: `ARGOS_PACKAGES_DIR` if set, else one of our own."""
    chosen = os.environ.get("ARGOS_PACKAGES_DIR")
    return Path(chosen) if chosen else _spare() / "argos-translate" / "packages"


def folders() -> tuple[Path, ...]:
    """Return the folders whose packages count: `ARGOS_PACKAGES_DIR` alone if set, else ours and Argos's default."""
    if os.environ.get("ARGOS_PACKAGES_DIR"):
        return (home(),)
    return home(), _place("XDG_DATA_HOME", ".local/share") / "argos-translate" / "packages"


def found() -> str:
    """Return the name and version of the installed library; the empty string where a part of it is missing."""
    if not all(find_spec(name) for name in _NEEDED):
        return ""
    for name in ("argos-translate-lt", "argostranslate"):
        try:
            return f"{name} {version(name)}"
        except PackageNotFoundError:
            continue
    return "argostranslate"


def package_module() -> ModuleType:
    """Return `argostranslate.package`.

    Raises:
        EngineError: it is not installed, or it refuses its settings.
    """
    return _imported("argostranslate.package")


def settings_module() -> ModuleType:
    """Return `argostranslate.settings`: Argos's settings, from its environment variables and its own file.

    Raises:
        EngineError: it is not installed, or it refuses its settings.
    """
    return _imported("argostranslate.settings")


def _imported(name: str) -> ModuleType:
    try:
        with _LOCK, _folders_elsewhere():
            return import_module(name)
    except ImportError as cause:
        raise EngineError(f"this engine is not installed ({cause})", where="argos", todo=REMEDY) from cause
    except Exception as cause:
        raise EngineError(
            f"Argos Translate does not start: {cause}", where="argos", todo="Check its settings (ARGOS_...)."
        ) from cause


@contextmanager
def _folders_elsewhere() -> Iterator[None]:
    """Point each place that Argos would make a folder in at ours, unless Argos's folder is there already."""
    places = {"XDG_DATA_HOME": ".local/share", "XDG_CONFIG_HOME": ".config", "XDG_CACHE_HOME": ".local/cache"}
    missing = [name for name, usual in places.items() if not (_place(name, usual) / "argos-translate").is_dir()]
    before = {name: os.environ.get(name) for name in missing}
    if missing:
        os.environ.update(dict.fromkeys(missing, str(_writable())))
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.update({name: value})


def _place(variable: str, usual: str) -> Path:
    return Path(os.environ.get(variable) or Path("~", usual).expanduser())


def _spare() -> Path:
    return platformdirs.user_data_path("plainspoken")


def _writable() -> Path:
    """Return our folder; a passing one where the home directory can't be written, as in many containers."""
    try:
        _spare().mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="plainspoken-"))
    return _spare() if os.access(_spare(), os.W_OK) else Path(tempfile.mkdtemp(prefix="plainspoken-"))
