"""Measure how fast the engine `argos` translates beside Argos Translate's own API, on the tiny packages of the tests.

    python benchmarks/argos.py [SENTENCES]

Both translate the same sentences with the same models; Argos is given whole sentences, so that neither splits any.
Large packages are slower by far, but for both alike: one batch of a document is compared with a sentence at a time.
Seconds are the processor's, of all threads: another program at work slows neither.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SENTENCES, RUNS, TURNS = 100, 2, 7


class Whole:
    """A sentence splitter that splits nothing."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


def main() -> None:
    """Print sentences a second of both, directly and through a third language."""
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        for package in (ROOT / "tests" / "fixtures" / "argos").glob("*.argosmodel"):
            with zipfile.ZipFile(package) as archive:
                archive.extractall(folder)
        os.environ["ARGOS_PACKAGES_DIR"] = folder
        compare()


def compare() -> None:
    """Translate with both, once to warm up, then in turns."""
    from tools.argos_tiny import corpus

    from plainspoken.engines.argos import Argos

    size = int(sys.argv[1]) if len(sys.argv) > 1 else SENTENCES
    texts = [text for text in corpus.sentences("en", size + 50, seed=1) if not text.isupper()][:size]
    began = time.perf_counter()
    list(Argos().translate(texts[:1], "en", "es"))
    print(f"PyTorch {'is' if 'torch' in sys.modules else 'is not'} imported by ours", flush=True)
    _bare(texts)
    theirs = _argos()
    print(f"{'':10}{'Argos, 1/s':>12}{'ours, 1/s':>12}{'ratio':>8}{'same text':>12}{'sockets':>9}", flush=True)
    for target in ("es", "pt"):

        def alone(target: str = target) -> list[str]:
            return [theirs(text, target) for text in texts]

        def together(target: str = target) -> list[str]:
            return [draft.text for draft in Argos().translate(texts, "en", target)]

        opened = _sockets()
        before = len(opened)
        ours = together()
        sockets = len(opened) - before
        print(f"en -> {target}: {time.perf_counter() - began:.0f} s, now Argos alone", end="\r", flush=True)
        same = sum(one == other for one, other in zip(alone(), ours, strict=True))
        slow, fast = _seconds(alone), _seconds(together)
        rates = f"{len(texts) / slow:>12.1f}{len(texts) / fast:>12.1f}{slow / fast:>8.1f}"
        print(f"en -> {target:4}{rates}{f'{same} of {len(texts)}':>12}{sockets:>9}", flush=True)


def _bare(texts: list[str]) -> None:
    """Print our speed beside CTranslate2's own: the same tokens, beams and batches, without alignments and scores.

    The two take turns, and what counts is the processor's time, not the clock's: another program at work slows neither.
    """
    import ctranslate2
    import sentencepiece

    from plainspoken.engines.argos import Argos

    folder = next(Path(os.environ["ARGOS_PACKAGES_DIR"]).glob("*en_es*"))
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    model = ctranslate2.Translator(str(folder / "model"))

    def bare() -> None:
        given = [pieces.encode(text, out_type=str) for text in texts]
        made = model.translate_batch(
            given, beam_size=4, length_penalty=0.2, replace_unknowns=True, max_batch_size=1024, batch_type="tokens"
        )
        assert all(pieces.decode(one.hypotheses[0]) for one in made)

    alone, ours = _taking_turns(bare, lambda: Argos().translate(texts, "en", "es"))
    rates = f"CTranslate2 alone {len(texts) / alone:.0f} sentences, ours {len(texts) / ours:.0f}"
    print(f"a second of the processor: {rates}: {alone / ours:.0%}")


def _taking_turns(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """Return the least processor seconds, of all threads, that each took."""
    times: list[tuple[float, float]] = []
    for _ in range(TURNS + 1):
        start = time.process_time()
        one()
        between = time.process_time()
        other()
        times.append((between - start, time.process_time() - between))
    return min(first for first, _ in times[1:]), min(second for _, second in times[1:])


def _sockets() -> list[str]:
    """Return a list that grows by each socket that Python opens or connects from now on."""
    opened: list[str] = []
    sys.addaudithook(lambda event, _: opened.append(event) if event in ("socket.__new__", "socket.connect") else None)
    return opened


def _argos() -> Callable[[str, str], str]:
    from argostranslate import translate as argos

    for language in argos.get_installed_languages():
        for translation in language.translations_from:
            if hasattr(translation, "underlying"):
                translation.underlying.sentencizer = Whole()
    return lambda text, target: str(argos.translate(text, "en", target))


def _seconds(work: Callable[[], list[str]]) -> float:
    """Return the least processor seconds, of all threads."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
