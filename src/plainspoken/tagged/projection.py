"""Codes carried from a sentence to its translation: each once, nested alike, round the words that say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plainspoken.engines.protocols import Link
from plainspoken.tagged.codes import Code, Tagged
from plainspoken.tagged.tokens import Token, plain_digits, tokens

# What a word of the translation says for standing inside a code: it answers to words in it, to words in and outside it,
# to none, to words outside it.
_INSIDE, _SHARED, _SILENT, _OUTSIDE = 1.0, 0.5, -0.05, -1.0


@dataclass(frozen=True, slots=True)
class Projection:
    """A translation with the codes of its source.

    `moved` numbers the codes that stand at a guessed place, `lost` those that found no words to stand round.
    """

    sentence: Tagged
    moved: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where codes may go: the inside of a placed code, or the whole translation."""

    start: int
    end: int
    source_start: int
    source_end: int
    number: int


@dataclass(frozen=True, slots=True)
class _Place:
    code: Code
    guessed: bool = False
    lost: bool = False


def project(source: Tagged, text: str, alignment: Sequence[Link] | None = None) -> Projection:
    """Put every code of the source into its translation, round the words that the alignment says.

    Where the alignment is silent, words that stand verbatim in both (names, numbers, addresses) decide; where there are
    none, the place that is as far into the sentence, between words.

    Args:
        source: the sentence.
        text: its translation.
        alignment: which characters of the source's text answer to which of `text`.
    """
    if not source.codes:
        return Projection(Tagged(text))
    work = _Work(source, text, tuple(alignment or ()), tokens(source.text), tokens(text))
    places = list(_fill(work, _Scope(0, len(text), 0, len(source.text), 0)))
    codes = tuple(sorted((place.code for place in places), key=lambda code: code.number))
    return Projection(
        Tagged(_break_lines(text, codes), codes),
        tuple(sorted(place.code.number for place in places if place.guessed and not place.lost)),
        tuple(sorted(place.code.number for place in places if place.lost)),
    )


@dataclass(frozen=True, slots=True)
class _Work:
    source: Tagged
    text: str
    alignment: tuple[Link, ...]
    source_tokens: tuple[Token, ...]
    target_tokens: tuple[Token, ...]

    def source_within(self, start: int, end: int) -> tuple[Token, ...]:
        return tuple(token for token in self.source_tokens if start <= token.start and token.end <= end)

    def target_within(self, start: int, end: int) -> tuple[Token, ...]:
        return tuple(token for token in self.target_tokens if start <= token.start and token.end <= end)


def _fill(work: _Work, scope: _Scope) -> Iterator[_Place]:
    """Place the codes that stand directly in a scope, then what stands in them."""
    children = work.source.children(scope.number)
    placed = _round_words(work, scope, [code for code in children if not code.point])
    placed += [_at_point(work, scope, code, placed) for code in children if code.point]
    originals = {code.number: code for code in children}
    for place in placed:
        yield place
        code, original = place.code, originals[place.code.number]
        if not code.point:
            yield from _fill(work, _Scope(code.start, code.end, original.start, original.end, code.number))
        elif not original.point:
            yield from _all_lost(work, code)


def _all_lost(work: _Work, code: Code) -> Iterator[_Place]:
    for child in work.source.children(code.number):
        at = replace(child, start=code.start, end=code.start)
        yield _Place(at, lost=True)
        yield from _all_lost(work, at)


def _round_words(work: _Work, scope: _Scope, codes: Sequence[Code]) -> list[_Place]:
    placed: list[_Place] = []
    # Those with the surest evidence choose first, so that a guess never takes their words.
    for code in sorted(codes, key=lambda code: (not _evident(work, code), code.number)):
        found = _round(work, scope, code, placed)
        if found is None:
            return _in_turn(work, scope, codes)
        placed.append(found)
    return placed


def _evident(work: _Work, code: Code) -> bool:
    return any(_overlap(link, code.start, code.end) for link in work.alignment) or bool(_verbatim(work, code))


def _round(work: _Work, scope: _Scope, code: Code, placed: Sequence[_Place]) -> _Place | None:
    """Place one code round the free words of its scope; None where no word is free."""
    if (code.start, code.end) == (scope.source_start, scope.source_end) and scope.start < scope.end:
        return _Place(replace(code, start=scope.start, end=scope.end))
    taken = [place.code for place in placed]
    inside = work.target_within(scope.start, scope.end)
    runs = _runs(inside, taken)
    if not runs:
        return None
    whole = work.source_within(scope.source_start, scope.source_end)
    own = work.source_within(code.start, code.end)
    if own and own == whole and not taken:
        return _Place(_wrap(work, scope, code, inside, taken))
    for votes in (_known_verbatim(work, code), _aligned(work, code), _verbatim(work, code)):
        run = _best(runs, votes)
        if run:
            size = max(len(run), 1)
            weak = size > 3 * max(len(own), 1) + 2
            return _Place(_wrap(work, scope, code, _widen(work, code, run, runs), taken), guessed=weak)
    return _Place(_wrap(work, scope, code, _proportional(work, scope, code, runs), taken), guessed=True)


def _runs(inside: Sequence[Token], taken: Sequence[Code]) -> list[tuple[Token, ...]]:
    """Return the runs of neighbouring words that no placed code holds."""
    runs: list[list[Token]] = [[]]
    for token in inside:
        if any(code.start < token.end and token.start < code.end for code in taken):
            runs.append([])
        else:
            runs[-1].append(token)
    return [tuple(run) for run in runs if run]


def _best(runs: Sequence[Sequence[Token]], votes: dict[Token, float]) -> tuple[Token, ...]:
    """Return the neighbouring words with the highest sum of votes (Kadane's maximum subarray); none without a yes."""
    best: tuple[float, tuple[Token, ...]] = (0.0, ())
    for run in runs:
        total, start = 0.0, 0
        for index, token in enumerate(run):
            if total <= 0:
                total, start = 0.0, index
            total += votes.get(token, _SILENT)
            if total > best[0]:
                best = (total, tuple(run[start : index + 1]))
    return best[1]


def _aligned(work: _Work, code: Code) -> dict[Token, float]:
    votes = {}
    for token in work.target_tokens:
        links = [link for link in work.alignment if link.target_start < token.end and token.start < link.target_end]
        inside = [link for link in links if _overlap(link, code.start, code.end)]
        if links:
            votes[token] = _OUTSIDE if not inside else _INSIDE if len(inside) == len(links) else _SHARED
    return votes


def _overlap(link: Link, start: int, end: int) -> bool:
    return link.source_start < end and start < link.source_end


def _known_verbatim(work: _Work, code: Code) -> dict[Token, float]:
    """Vote for the words of a number or address that stands once in both, whatever the alignment says."""
    words = plain_digits(work.source.text[code.start : code.end].strip())
    if not any(sign.isdigit() or sign in "@/" for sign in words) or plain_digits(work.source.text).count(words) != 1:
        return {}
    target = plain_digits(work.text)
    if target.count(words) != 1:
        return {}
    start = target.index(words)
    within = [token for token in work.target_tokens if token.start < start + len(words) and start < token.end]
    return {token: _INSIDE if token in within else _OUTSIDE for token in work.target_tokens}


def _verbatim(work: _Work, code: Code) -> dict[Token, float]:
    own = {token.key for token in work.source_within(code.start, code.end)}
    others = {token.key for token in work.source_tokens if not code.start <= token.start < code.end}
    found = {token: _INSIDE for token in work.target_tokens if token.key in own - others}
    found |= {token: _OUTSIDE for token in work.target_tokens if token.key in others - own} if found else {}
    return found


def _proportional(work: _Work, scope: _Scope, code: Code, runs: Sequence[tuple[Token, ...]]) -> tuple[Token, ...]:
    """Return the words that stand as far into the scope as the code's own words do in the source."""
    length = max(1, scope.source_end - scope.source_start)
    first = scope.start + (code.start - scope.source_start) / length * (scope.end - scope.start)
    last = scope.start + (code.end - scope.source_start) / length * (scope.end - scope.start)
    free = [token for run in runs for token in run]
    # A word counts for as many of its characters as lie there, against those that don't.
    within = {token: 2 * (min(token.end, last) - max(token.start, first)) - (token.end - token.start) for token in free}
    share = _best(runs, within)
    nearest = min(free, key=lambda token: abs(token.middle - (first + last) / 2))
    return share or (nearest,)


def _widen(work: _Work, code: Code, run: tuple[Token, ...], runs: Sequence[tuple[Token, ...]]) -> tuple[Token, ...]:
    """Return the words with as many neighbours as the codes inside this one need to have one each."""
    need = _leaves(work.source, code)
    home = next(words for words in runs if run[0] in words)
    start, end = home.index(run[0]), home.index(run[-1]) + 1
    while end - start < need and (start > 0 or end < len(home)):
        start, end = (start, end + 1) if end < len(home) else (start - 1, end)
    return home[start:end]


def _leaves(source: Tagged, code: Code) -> int:
    return max(1, sum(_leaves(source, child) for child in source.children(code.number) if not child.point))


def _in_turn(work: _Work, scope: _Scope, codes: Sequence[Code]) -> list[_Place]:
    """Deal the words of a scope out to its codes in their order, at least one each; the last ones go without."""
    words = work.target_within(scope.start, scope.end)
    placed: list[_Place] = []
    for index, code in enumerate(codes):
        first = index * len(words) // len(codes) if len(words) >= len(codes) else index
        last = (index + 1) * len(words) // len(codes) if len(words) >= len(codes) else index + 1
        share = words[first:last]
        if share:
            placed.append(_Place(replace(code, start=share[0].start, end=share[-1].end), guessed=True))
        else:
            placed.append(_Place(replace(code, start=scope.end, end=scope.end), lost=True))
    return placed


def _wrap(work: _Work, scope: _Scope, code: Code, run: Sequence[Token], taken: Sequence[Code]) -> Code:
    """Return the code round the words, with the punctuation at its edges where the source has some there."""
    start, end = run[0].start, run[-1].end
    own = work.source_within(code.start, code.end)
    before = own[0].start - code.start if own else 0
    after = code.end - own[-1].end if own else 0
    low = max([scope.start, *(one.end for one in taken if one.end <= start)])
    high = min([scope.end, *(one.start for one in taken if one.start >= end)])
    while before and start > low and not work.text[start - 1].isspace():
        start, before = start - 1, before - 1
    while after and end < high and not work.text[end].isspace():
        end, after = end + 1, after - 1
    return replace(code, start=start, end=end)


def _at_point(work: _Work, scope: _Scope, code: Code, placed: Sequence[_Place]) -> _Place:
    """Place a code that holds no words: after the translation of what stands before it."""
    spot, guessed = _spot(work, scope, code)
    for place in placed:
        if place.code.start < spot < place.code.end:
            spot = place.code.end
    end = spot
    if code.mark.kind == "break" and code.end > code.start and spot < scope.end and work.text[spot].isspace():
        end = spot + 1
    return _Place(replace(code, start=spot, end=end), guessed=guessed)


def _spot(work: _Work, scope: _Scope, code: Code) -> tuple[int, bool]:
    if not work.source_within(scope.source_start, code.start):
        return scope.start, False
    if not work.source_within(code.end, scope.source_end):
        return scope.end, False
    share = (code.start - scope.source_start) / max(1, scope.source_end - scope.source_start)
    wanted = scope.start + share * (scope.end - scope.start)
    ends = [token.end for token in work.target_within(scope.start, scope.end)] or [scope.end]
    before = [link for link in work.alignment if scope.source_start <= link.source_start < code.start]
    if before:
        near = max(link.source_end for link in before)
        after = [link.target_end for link in before if link.source_end == near and link.target_end <= scope.end]
        ends, wanted = after or ends, max(after) if after else wanted
    spot = min(ends, key=lambda end: abs(end - wanted))
    while spot < scope.end and not work.text[spot].isspace() and not _starts_word(work, spot):
        spot += 1
    return spot, not before


def _starts_word(work: _Work, position: int) -> bool:
    return any(token.start <= position < token.end for token in work.target_tokens)


def _break_lines(text: str, codes: Sequence[Code]) -> str:
    for code in codes:
        if code.mark.kind == "break" and code.end == code.start + 1:
            text = f"{text[: code.start]}\n{text[code.end :]}"
    return text
