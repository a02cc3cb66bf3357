"""What a test needs that not every machine has: skipped where it is missing, failed where `CI` is set."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest


def modules(*names: str) -> pytest.MarkDecorator:
    """Mark tests that need Python modules which an extra installs."""
    return _need(f"modules {', '.join(names)}", [name for name in names if find_spec(name) is None])


def programs(*names: str) -> pytest.MarkDecorator:
    """Mark tests that need programs of the operating system."""
    return _need(f"programs {', '.join(names)}", [name for name in names if which(name) is None])


def files(*paths: Path) -> pytest.MarkDecorator:
    """Mark tests that need files which packages of the operating system bring."""
    return _need(f"files {', '.join(map(str, paths))}", [str(path) for path in paths if not path.exists()])


def rights(what: str, given: bool) -> pytest.MarkDecorator:
    """Mark tests that do what the operating system lets not everybody do."""
    return _need(f"the right {what}", [] if given else [what])


def _need(what: str, missing: Iterable[str]) -> pytest.MarkDecorator:
    lacking = ", ".join(missing)
    # In CI nothing may be missing: the tests run there and fail.
    return pytest.mark.skipif(
        bool(lacking) and os.environ.get("CI") != "true", reason=f"needs {what}; missing: {lacking}"
    )


argos = modules("argostranslate", "ctranslate2", "sentencepiece")
espeak = modules("espeakng_loader", "lameenc", "numpy")
piper = modules("piper", "onnx", "onnxruntime", "lameenc", "numpy")
gtts = modules("gtts", "miniaudio")
decoder = modules("miniaudio", "lameenc", "numpy")
ffmpeg = programs("ffmpeg", "ffprobe")
apertium = programs("apertium-wblank-mode", "lt-proc")
chromium = programs("chromium")
# The OASIS schemas of XLIFF, which Debian's php-symfony-translation carries.
XLIFF_SCHEMAS = Path("/usr/share/php/Symfony/Component/Translation/Resources/schemas")
xliff_schemas = _need("XLIFF's schemas", [str(p) for p in [XLIFF_SCHEMAS / "xliff-core-2.0.xsd"] if not p.exists()])


def hears_interrupts() -> None:
    """Let a program that is started hear Ctrl-C, which one in the background of a shell would not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
