"""A memory in SQLite: a hundred thousand pairs and more, found without reading them all."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from plainspoken.errors import SourceError, TargetError
from plainspoken.model import State
from plainspoken.tagged import Tagged, plain, serialize
from plainspoken.terms import choice
from plainspoken.terms.match import Match, likest
from plainspoken.terms.pair import Pair, fold

_VERSION = 1  # of the tables, in SQLite's own `user_version`
_TABLES = """
CREATE TABLE pairs (
    id INTEGER PRIMARY KEY, words TEXT NOT NULL, source_key TEXT NOT NULL, target_key TEXT NOT NULL,
    place TEXT NOT NULL, source_lang TEXT NOT NULL, target_lang TEXT NOT NULL, source TEXT NOT NULL,
    target TEXT NOT NULL, state TEXT NOT NULL, context TEXT NOT NULL, answerer TEXT NOT NULL, changed TEXT NOT NULL);
CREATE INDEX by_words ON pairs (words, source_key, target_key);
CREATE UNIQUE INDEX by_place ON pairs (place);
CREATE VIRTUAL TABLE sentences USING fts5 (words, content='pairs', content_rowid='id');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (sentences, row);
"""
_COLUMNS = "source_lang, target_lang, source, target, state, context, answerer, changed"
_CANDIDATES = 200  # looked at letter by letter for each sentence
_ASKED = 6  # the rarest words of a sentence say most about it


@dataclass(frozen=True, slots=True)
class StoredMemory:
    """A memory in a file of SQLite; its methods are those of `Memory`, over the file."""

    path: Path

    @classmethod
    def open(cls, path: Path | str) -> StoredMemory:
        """Return the memory in a file, made if there is none.

        Raises:
            SourceError: the file is no memory.
            TargetError: it can't be made.
        """
        found = cls(Path(path))
        if not found.path.exists():
            found.learn(())
        with found._reading() as base:
            if base.execute("PRAGMA user_version").fetchone() != (_VERSION,):
                raise _no_memory(found.path, "it has other tables")
        return found

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs, in the order in which they were learned."""
        with self._reading() as base:
            return tuple(map(_pair, base.execute(f"SELECT {_COLUMNS} FROM pairs ORDER BY id")))  # noqa: S608

    def find(
        self, sentence: str | Tagged, source_lang: str, target_lang: str, context: str | None = None
    ) -> Pair | None:
        """Return the best pair for a sentence, as `Memory.find` does."""
        given = Tagged(sentence) if isinstance(sentence, str) else sentence
        query = f"SELECT {_COLUMNS} FROM pairs WHERE words = ? AND source_key = ? AND target_key = ? ORDER BY id"  # noqa: S608
        with self._reading() as base:
            rows = base.execute(query, choice.key(given.text, source_lang, target_lang)).fetchall()
        served = filter(choice.serves, map(_pair, rows))
        return choice.best(served, fold(serialize(given)), target_lang, context)

    def similar(
        self, sentence: str | Tagged, source_lang: str, target_lang: str, *, least: float = 0.7, limit: int = 3
    ) -> tuple[Match, ...]:
        """Return the pairs whose source is like a sentence without being it, as `Memory.similar` does.

        The sentences that share its rarest words are compared letter by letter, the best 200 of them.
        """
        asked, *langs = choice.key(sentence if isinstance(sentence, str) else sentence.text, source_lang, target_lang)
        query = (
            f"SELECT pairs.words, {', '.join(f'pairs.{name}' for name in _COLUMNS.split(', '))} "  # noqa: S608
            "FROM sentences JOIN pairs ON pairs.id = sentences.rowid "
            "WHERE sentences MATCH ? AND source_key = ? AND target_key = ? ORDER BY rank LIMIT ?"
        )
        with self._reading() as base:
            wanted = _rarest(base, asked)
            rows = base.execute(query, (wanted, *langs, _CANDIDATES)).fetchall() if wanted else []
        pairs = [_pair(row[1:]) for row in rows]
        texts = {number: str(row[0]) for number, row in enumerate(rows) if choice.serves(pairs[number])}
        return tuple(Match(pairs[number], score) for number, score in likest(asked, texts, least, limit))

    def targets(self) -> tuple[tuple[str, str], ...]:
        """Return the languages it translates between, each as source and target, sorted."""
        with self._reading() as base:
            rows = base.execute("SELECT DISTINCT source_lang, target_lang FROM pairs ORDER BY 1, 2").fetchall()
        return tuple((str(source), str(target)) for source, target in rows)

    def learn(self, pairs: Iterable[Pair]) -> None:
        """Learn pairs, as `Memory.learned` does: all of them or, where something fails, none.

        Raises:
            TargetError: the file can't be written.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path)) as base, base:
                if base.execute("PRAGMA user_version").fetchone() == (0,):
                    base.executescript(_TABLES)
                    base.execute(f"PRAGMA user_version = {_VERSION}")
                for pair in pairs:
                    _learn(base, pair)
        except (sqlite3.Error, OSError) as cause:
            raise TargetError(f"this memory can't be written ({cause})", where=str(self.path)) from cause

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)) as base:
                yield base
        except sqlite3.Error as cause:
            raise _no_memory(self.path, str(cause)) from cause


def _learn(base: sqlite3.Connection, pair: Pair) -> None:
    words, source_key, target_key = choice.key(plain(pair.source), pair.source_lang, pair.target_lang)
    place = "\x1f".join(choice.place(pair))
    row = base.execute(f"SELECT id, {_COLUMNS} FROM pairs WHERE place = ?", (place,)).fetchone()  # noqa: S608
    if row is not None:
        if not choice.gives_way(_pair(row[1:]), pair):
            return
        base.execute("INSERT INTO sentences (sentences, rowid, words) VALUES ('delete', ?, ?)", (row[0], words))
        base.execute("DELETE FROM pairs WHERE id = ?", (row[0],))
    said = (pair.source_lang, pair.target_lang, pair.source, pair.target, pair.state, pair.context, pair.by, pair.when)
    made = base.execute(
        f"INSERT INTO pairs (words, source_key, target_key, place, {_COLUMNS}) VALUES ({', '.join('?' * 12)})",  # noqa: S608
        (words, source_key, target_key, place, *said),
    )
    base.execute("INSERT INTO sentences (rowid, words) VALUES (?, ?)", (made.lastrowid, words))


def _pair(row: Sequence[object]) -> Pair:
    source_lang, target_lang, source, target, state, context, by, when = map(str, row)
    return Pair(source_lang, target_lang, source, target, cast(State, state), context, by, when)


def _rarest(base: sqlite3.Connection, words: str) -> str:
    """Return what to ask the index for: any of the words that the fewest sentences have."""
    asked = list(dict.fromkeys(re.findall(r"\w+", words.casefold())))
    query = f"SELECT term, doc FROM vocabulary WHERE term IN ({', '.join('?' * len(asked))})"  # noqa: S608
    found = sorted((int(doc), str(term)) for term, doc in base.execute(query, asked))
    return " OR ".join(f'"{term}"' for _, term in found[:_ASKED])


def _no_memory(path: Path, why: str) -> SourceError:
    return SourceError(f"this is not a memory ({why})", where=str(path), todo="Give a TMX file, or one that we made.")
