"""Train a tiny translation model on made-up sentences and write it as an Argos package.

    python -m tools.argos_tiny.build en es tests/fixtures/argos
    python -m tools.argos_tiny.build es pt tests/fixtures/argos

Each takes a few minutes on two cores. Needs, for this script alone: torch (its CPU build will do), sentencepiece,
ctranslate2 and numpy. The same versions of these on the same kind of processor make the same package.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import ctranslate2
import numpy as np
import sentencepiece
from tools.argos_tiny import convert, corpus
from tools.argos_tiny.network import BOS, EOS, PAD, Example, train

_NAMES = {"en": "English", "es": "Spanish", "pt": "Portuguese"}
_PIECES = 1000
_CHARACTERS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789áéíóúñãõâêôçüà¿¡«»“”‘’\"'()[]{}<>/:;.,!?-–—&%£€@#_+="
)


def main() -> None:
    """Build the package that the arguments name."""
    arguments = _arguments()
    source, target = arguments.source, arguments.target
    pairs = corpus.pairs(source, target, 24_000, seed=7)
    random.Random(3).shuffle(pairs)
    held, taught = pairs[:500], pairs[500:]
    spelling = _tokenizer(text for pair in taught[:12_000] for text in (pair.source, pair.target))
    tokenizer = sentencepiece.SentencePieceProcessor(model_proto=spelling)
    network = train([_example(pair, tokenizer) for pair in taught], tokenizer.get_piece_size(), arguments.steps)
    with tempfile.TemporaryDirectory() as name:
        model = Path(name) / "model"
        model.mkdir()
        convert.save(network, [tokenizer.id_to_piece(number) for number in range(tokenizer.get_piece_size())], model)
        print(f"{_share_right(model, tokenizer, held):.1%} of {len(held)} unseen sentences exactly right")
        package = arguments.into / f"translate-{source}_{target}-1_0.argosmodel"
        _write(package, _metadata(source, target), spelling, model)
    print(f"{package}: {package.stat().st_size:,} bytes")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build a tiny Argos package.")
    parser.add_argument("source", choices=corpus.LANGS)
    parser.add_argument("target", choices=corpus.LANGS)
    parser.add_argument("into", type=Path)
    parser.add_argument("--steps", type=int, default=2000)
    return parser.parse_args()


def _tokenizer(texts: Iterable[str]) -> bytes:
    """Train one model for both languages, as Argos spells and reads with the same."""
    into = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts), model_writer=into, vocab_size=_PIECES, model_type="unigram",
        character_coverage=1.0, pad_id=PAD, unk_id=0, bos_id=BOS, eos_id=EOS, split_digits=True, minloglevel=2,
        normalization_rule_name="identity", max_sentence_length=2000, required_chars=_CHARACTERS, num_threads=1,
    )  # fmt: skip
    return into.getvalue()


def _example(pair: corpus.Pair, tokenizer: sentencepiece.SentencePieceProcessor) -> Example:
    source, keys = _keyed(pair.source, pair.source_words, tokenizer)
    target, wanted = _keyed(pair.target, pair.target_words, tokenizer)
    alignment = np.zeros((len(target) + 1, len(source)), np.float32)
    for step, key in enumerate(wanted):
        here = [place for place, one in enumerate(keys) if one == key and key]
        if here:
            there = [place for place, one in enumerate(wanted) if one == key]
            # Within a phrase the pieces answer to each other in proportion.
            alignment[step, here[min(len(here) - 1, there.index(step) * len(here) // len(there))]] = 1
    return Example(source, target, alignment)


def _keyed(
    text: str, words: Sequence[corpus.Span], tokenizer: sentencepiece.SentencePieceProcessor
) -> tuple[list[int], list[str]]:
    """Return the pieces of a text as numbers, and what the word that each lies in answers to."""
    keys = {place: key for start, end, key in words for place in range(start, end)}
    seen, offsets = tokenizer.normalize(text, with_offsets=True)
    found, at = [], 0
    for piece in tokenizer.encode(text, out_type=str):
        places = range(offsets[at], offsets[at + len(piece)])
        found.append(next((keys[place] for place in places if place in keys), ""))
        at += len(piece)
    assert at == len(seen)
    return tokenizer.encode(text), found


def _share_right(model: Path, tokenizer: sentencepiece.SentencePieceProcessor, pairs: Sequence[corpus.Pair]) -> float:
    translator = ctranslate2.Translator(str(model))
    sources = [tokenizer.encode(pair.source, out_type=str) for pair in pairs]
    results = translator.translate_batch(sources, beam_size=4, max_batch_size=64)
    said = [tokenizer.decode(result.hypotheses[0]) for result in results]
    return sum(text == pair.target for text, pair in zip(said, pairs, strict=True)) / len(pairs)


def _metadata(source: str, target: str) -> str:
    said = {
        "package_version": "1.0", "argos_version": "1.11", "from_code": source, "from_name": _NAMES[source],
        "to_code": target, "to_name": _NAMES[target], "type": "translate", "links": [],
    }  # fmt: skip
    return json.dumps(said, indent=1)


def _write(package: Path, metadata: str, spelling: bytes, model: Path) -> None:
    """Zip one folder of everything, the same bytes for the same content."""
    readme = "A tiny model for tests, taught on made-up sentences. CC0 1.0.\n"
    files = {"metadata.json": metadata.encode(), "README.md": readme.encode(), "sentencepiece.model": spelling}
    files |= {f"model/{path.name}": path.read_bytes() for path in sorted(model.iterdir())}
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"{package.stem}/{name}")
            entry.external_attr, entry.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)


if __name__ == "__main__":
    main()
