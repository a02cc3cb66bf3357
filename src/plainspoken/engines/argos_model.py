"""An Argos package, loaded: sentences in, drafts out, through CTranslate2 in one batch."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from plainspoken import lang
from plainspoken.engines import argos_library, argos_pieces, attention
from plainspoken.engines.argos_library import Installed
from plainspoken.engines.argos_pieces import Spelled, Tokenizer
from plainspoken.engines.protocols import Draft, Link
from plainspoken.errors import EngineError

if TYPE_CHECKING:
    from ctranslate2 import TranslationResult, Translator

# CTranslate2 cuts what it is given at 1,024 pieces and what it writes at 256, and says nothing. A sentence of 160
# pieces has about 100 words, well under both; a longer one is a list, or lost a full stop.
MOST_READ = 160
# What has to be cut is cut to the length of the sentences that models learn from: of two sentences they may drop one.
PART = 80
_MOST_WRITTEN = 256
_LENGTH_PENALTY = 0.2  # Argos's own

Rows = Sequence[Sequence[float]]

_CACHE: OrderedDict[tuple[Path, int], Model] = OrderedDict()
_KEPT = 4  # models in memory at once; a package of today takes 100 to 300 MB
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Model:
    """One direction: what turns text into pieces, and what translates pieces. Safe to use from many threads."""

    tokenizer: Tokenizer
    translator: Translator
    prefix: str
    spaced: tuple[bool, bool]

    def translate(self, texts: Sequence[str], beam: int = 4, most: int = MOST_READ) -> list[Draft | None]:
        """Translate texts in one batch; None for each that is too long to be read or written whole.

        Args:
            texts: what to translate.
            beam: how many translations of each are weighed against each other.
            most: how many pieces a text may have.

        Raises:
            EngineError: the model failed.
        """
        sources = [argos_pieces.spell(text, self.tokenizer) for text in texts]
        fit = [source for source in sources if 0 < len(source.pieces) <= most]
        results = self._results([list(source.pieces) for source in fit], beam)
        drafts = iter([self._draft(source, *result) for source, result in zip(fit, results, strict=True)])
        blank = Draft("", alignment=())
        return [(next(drafts) if len(one.pieces) <= most else None) if one.pieces else blank for one in sources]

    def _results(self, sources: list[list[str]], beam: int) -> list[tuple[TranslationResult, Rows]]:
        """Return, for each source, what CTranslate2 says of it and what each piece attended to."""
        if not sources:
            return []
        prefix = [[self.prefix]] * len(sources) if self.prefix else None
        results = self._run(sources, prefix, beam, _MOST_WRITTEN)
        # In a batch and with beams, the first piece's attention is another sentence's (seen in CTranslate2 4.8.5).
        # Where that piece is but a space, nothing hangs on it; else it is read again, one step long and without
        # beams, which takes a fifteenth of the time that the beams took.
        alone = [place for place, one in enumerate(results) if one.hypotheses[0][:1] != [argos_pieces.SPACE]]
        heads = [results[place].hypotheses[0][:1] for place in alone]
        again = self._run([sources[place] for place in alone], heads, 1, 1) if alone else []
        firsts = {place: one.attention[0][:1] for place, one in zip(alone, again, strict=True)}
        return [
            (result, [*firsts.get(place, result.attention[0][1:2]), *result.attention[0][1:]])
            for place, result in enumerate(results)
        ]

    def _run(
        self, sources: list[list[str]], prefix: list[list[str]] | None, beam: int, length: int
    ) -> list[TranslationResult]:
        try:
            results: list[TranslationResult] = self.translator.translate_batch(
                sources,
                target_prefix=prefix,
                beam_size=beam,
                length_penalty=_LENGTH_PENALTY,
                replace_unknowns=True,
                max_batch_size=1024,
                batch_type="tokens",
                max_decoding_length=length,
                return_scores=True,
                return_attention=True,
            )
        except (RuntimeError, ValueError) as cause:
            raise EngineError(f"the model failed ({cause})", where="argos") from cause
        return results

    def _draft(self, source: Spelled, result: TranslationResult, weights: Rows) -> Draft | None:
        pieces = result.hypotheses[0]
        if len(pieces) >= _MOST_WRITTEN:
            return None
        if self.prefix and pieces[:1] == [self.prefix]:
            pieces, weights = pieces[1:], weights[1:]
        target = argos_pieces.say(pieces, self.tokenizer)
        return Draft(
            target.text,
            _likelihood(result.scores[0], len(result.hypotheses[0])),
            self._alignment(source, target, weights),
            _words_at(source),
        )

    def _alignment(self, source: Spelled, target: Spelled, weights: Rows) -> tuple[Link, ...] | None:
        if source.spans is None or target.spans is None:
            return None
        return attention.links(source.text, source.spans, target.text, target.spans, weights, spaced=self.spaced)


def open_model(package: Installed) -> Model:
    """Return the package's model, loaded once and kept while it is among the last few used. Safe between threads.

    Raises:
        EngineError: it does not load.
    """
    key = package.folder, stamp(package.folder)
    with _LOCK:
        model = _CACHE.pop(key, None) or load(package)
        _CACHE[key] = model
        while len(_CACHE) > _KEPT:
            _CACHE.popitem(last=False)
    return model


def forget() -> None:
    """Let go of every model in memory."""
    with _LOCK:
        _CACHE.clear()


def load(package: Installed) -> Model:
    """Load a package.

    Raises:
        EngineError: it is not sound, or Argos Translate is not installed.
    """
    library, settings = argos_library.package_module(), argos_library.settings_module()
    try:
        from ctranslate2 import Translator

        opened = library.Package(package.folder)
        translator = Translator(
            str(package.folder / "model"),
            device=settings.device,
            compute_type="default" if settings.compute_type == "auto" else settings.compute_type,
            inter_threads=settings.inter_threads,
            intra_threads=settings.intra_threads,
        )
        opened.tokenizer.encode("")
    except Exception as cause:
        raise EngineError(
            f"this package does not load ({cause})",
            where=str(package.folder),
            todo=f"Remove it and add it again: plainspoken languages add {package.target}.",
        ) from cause
    spaced = bool(lang.gap(package.source)), bool(lang.gap(package.target))
    return Model(opened.tokenizer, translator, str(opened.target_prefix), spaced)


def stamp(folder: Path) -> int:
    """Return what tells one state of a package's model from another on this machine."""
    try:
        return (folder / "model" / "model.bin").stat().st_mtime_ns
    except OSError:
        return 0


def _likelihood(score: float, pieces: int) -> float:
    """Return the geometric mean of the pieces' probabilities, the end of the sentence counted as one.

    CTranslate2 gives the sum of their logarithms, divided by the count to the power of the length penalty.
    """
    count = pieces + 1
    return min(1.0, math.exp(score * count**_LENGTH_PENALTY / count))


def _words_at(source: Spelled) -> tuple[str, ...]:
    """Return the words in which the model did not know a piece."""
    if not source.strange:
        return ()
    found = (
        source.text[start:end]
        for start, end in attention.words(source.text)
        if any(first < end and start < last for first, last in source.strange)
    )
    return tuple(dict.fromkeys(found))
