"""The espeak-ng speaker: its voices, its worker processes, and what happens when they are lost."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from plainspoken import lang
from plainspoken.engines import espeak_pool, registry
from plainspoken.engines.espeak import Espeak
from plainspoken.engines.protocols import Voice
from plainspoken.errors import EngineError
from tests import needs

pytestmark = needs.espeak
ENGLISH = Voice("gmw/en", "en")
TEXT = "A man has been jailed."


@pytest.fixture(autouse=True)
def fresh_workers() -> Iterator[None]:
    """No worker is left from another test, and none for the next."""
    espeak_pool.close()
    yield
    espeak_pool.close()


def test_community_languages() -> None:
    """It speaks 25 of the 27 community languages: not Somali, not Pashto."""
    silent = [tag for tag in lang.COMMUNITY if registry.find_voice(Espeak(), tag) is None]
    assert sorted(silent) == ["ps", "so"]


@pytest.mark.parametrize("tag", ["ckb", "ku-Arab", "pa-Arab", "pa-PK", "uz-Arab", "sr"])
def test_other_scripts_have_no_voice(tag: str) -> None:
    """A language in a script that its rules are not written for is refused: it would be spelled letter by letter."""
    assert registry.find_voice(Espeak(), tag) is None


def test_every_voice_speaks() -> None:
    """Every voice that is listed is installed and makes a sound."""
    engine = Espeak()
    said = {voice.id: engine.speak(["1 2 3"], voice)[0].seconds for voice in engine.voices()}
    assert {voice for voice, seconds in said.items() if seconds < 0.3} == set()


def test_probe_loads_nothing() -> None:
    """Asking whether it is there, and which voices, loads neither the library nor its wheel, and starts no worker."""
    code = (
        "import sys; from plainspoken.engines.espeak import Espeak; from plainspoken.engines import espeak_pool;"
        "assert Espeak().probe().ready and Espeak().voices(); assert not espeak_pool.workers();"
        "assert 'espeakng_loader' not in sys.modules and 'ctypes' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_slower() -> None:
    """A slower pace takes longer, and says the same words."""
    usual, slow = (Espeak().speak([TEXT], ENGLISH, pace)[0] for pace in (1.0, 0.8))
    assert slow.seconds > usual.seconds * 1.1
    assert [word.start for word in slow.words] == [word.start for word in usual.words]


def test_same_bytes_from_any_worker() -> None:
    """Threads get workers of their own, and a text sounds the same from each."""
    engine = Espeak()
    texts = [TEXT, "Another sentence, with a pause.", "999"] * 4
    alone = engine.speak(texts, ENGLISH)
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda text: engine.speak([text], ENGLISH)[0], texts))
    assert together == alone
    assert len(espeak_pool.workers()) <= (os.cpu_count() or 1)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes(method: str) -> None:
    """Processes that are forked or spawned from one that has workers start their own."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system can't {method}")
    engine = Espeak()
    here = engine.speak([TEXT], ENGLISH)
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as processes:
        there = list(processes.map(engine.speak, [[TEXT]] * 3, [ENGLISH] * 3))
    assert there == [here] * 3
    assert engine.speak([TEXT], ENGLISH) == here


def test_a_killed_worker_is_replaced() -> None:
    """A worker that dies while idle costs nothing but its start."""
    before = Espeak().speak([TEXT], ENGLISH)
    (worker,) = espeak_pool.workers()
    os.kill(worker, signal.SIGKILL)
    assert Espeak().speak([TEXT], ENGLISH) == before
    assert worker not in espeak_pool.workers()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs POSIX signals")
def test_a_hanging_worker_is_replaced() -> None:
    """A worker that does not answer in time is killed, and the text goes to another."""
    before = Espeak().speak([TEXT], ENGLISH)
    (worker,) = espeak_pool.workers()
    os.kill(worker, signal.SIGSTOP)
    assert Espeak(patience=4).speak([TEXT], ENGLISH) == before
    assert worker not in espeak_pool.workers()


def test_lost_twice_is_an_error() -> None:
    """A text over which two workers are lost is an error that names the text."""
    with pytest.raises(EngineError, match="did not answer twice at the text 'A man"):
        Espeak(patience=0.0).speak([TEXT], ENGLISH)
    assert espeak_pool.workers() == ()


def test_no_worker_outlives_its_parent(tmp_path: Path) -> None:
    """Workers end when the process that started them does, however it ends."""
    program = tmp_path / "parent.py"
    program.write_text(
        textwrap.dedent(
            """
            import os, signal
            from plainspoken.engines import espeak_pool
            from plainspoken.engines.espeak import Espeak
            Espeak().speak(["Hello."], Espeak().voices()[0])
            print(espeak_pool.workers()[0], flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
            """
        )
    )
    parent = subprocess.run([sys.executable, str(program)], capture_output=True, text=True)
    worker = int(parent.stdout)
    assert _gone(worker)


def test_interrupt_is_quiet(tmp_path: Path) -> None:
    """Ctrl-C in the parent, which a terminal sends to all its processes, prints no trace of a worker's."""
    program = tmp_path / "parent.py"
    program.write_text(
        textwrap.dedent(
            """
            import sys
            from plainspoken.engines import espeak_pool
            from plainspoken.engines.espeak import Espeak
            voice = Espeak().voices()[0]
            try:
                Espeak().speak(["Hello."], voice)
                print(espeak_pool.workers()[0], flush=True)
                while True:
                    Espeak().speak(["Hello there, and again."], voice)
            except KeyboardInterrupt:
                sys.exit(130)
            """
        )
    )
    parent = subprocess.Popen(
        [sys.executable, str(program)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=needs.hears_interrupts,
    )
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    os.killpg(parent.pid, signal.SIGINT)
    _, errors = parent.communicate(timeout=60)
    assert (parent.returncode, errors) == (130, "")
    assert _gone(worker)


def test_the_worker_speaks_its_protocol() -> None:
    """`python -m plainspoken.engines.espeak_worker` answers a line with a line and samples, and errors with a line."""
    requests = [
        {"voice": "gmw/en", "rate": 160, "text": "Hello there."},
        {"voice": "no/voice", "rate": 160, "text": "Hello."},
    ]
    done = subprocess.run(
        [sys.executable, "-m", "plainspoken.engines.espeak_worker"],
        input="".join(json.dumps(request) + "\n" for request in requests).encode(),
        capture_output=True,
        check=True,
    )
    line, _, rest = done.stdout.partition(b"\n")
    head = json.loads(line)
    assert (head["rate"], [offset for offset, _ in head["words"]]) == (22050, [0, 6])
    assert json.loads(rest[head["bytes"] :]) == {"error": "espeak-ng has no voice no/voice"}


def _gone(worker: int) -> bool:
    """Wait for a process that is no child of ours to end."""
    import time

    for _ in range(500):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return True
        if _is_zombie(worker):
            return True
        time.sleep(0.02)
    return False


def _is_zombie(worker: int) -> bool:
    status = Path(f"/proc/{worker}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z"
