"""Sounds in IPA as espeak-ng's English voices name them, and where they stand in the text."""

from __future__ import annotations

from dataclasses import dataclass

from plainspoken.engines.protocols import Utterance

METHOD = "ipa 1"
# espeak-ng's names of the sounds of its English voices (phsource/ph_english of its documentation), longest first.
_NAMES = {
    "tʃ": "tS", "t͡ʃ": "tS", "ʧ": "tS", "dʒ": "dZ", "d͡ʒ": "dZ", "ʤ": "dZ", "aɪ": "aI", "eɪ": "eI", "ɔɪ": "OI",
    "aʊ": "aU", "əʊ": "oU", "oʊ": "oU", "ɪə": "i@", "eə": "e@", "ɛə": "e@", "ʊə": "U@", "ɑː": "A:", "ɔː": "O:",
    "ɜː": "3:", "iː": "i:", "uː": "u:", "ɛː": "e@", "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "g": "g",
    "ɡ": "g", "f": "f", "v": "v", "θ": "T", "ð": "D", "s": "s", "z": "z", "ʃ": "S", "ʒ": "Z", "h": "h", "m": "m",
    "n": "n", "ŋ": "N", "l": "l", "ɫ": "l", "r": "r", "ɹ": "r", "w": "w", "j": "j", "x": "x", "ə": "@", "æ": "a",
    "a": "a", "ɒ": "0", "ɔ": "0", "ʌ": "V", "ɐ": "V", "ɛ": "E", "e": "E", "ɪ": "I", "i": "i", "ʊ": "U", "u": "u:",
    "o": "oU", "ɑ": "A:", "ɜ": "3:", "ɚ": "3", "ˈ": "'", "ˌ": ",", "'": "'",
}  # fmt: skip
_SILENT = frozenset(".‿͡ ˑ|-")
_LONGEST = max(map(len, _NAMES))


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with names of sounds in `[[...]]`; `marks` are (start, end in this text, start, end in the original)."""

    text: str
    marks: tuple[tuple[int, int, int, int], ...] = ()

    def origin(self, offset: int) -> int:
        """Return which character of the original text a character of this one stands for."""
        shift = 0
        for start, end, first, last in self.marks:
            if offset < start:
                break
            if offset < end:
                return first
            shift = last - end
        return offset + shift


def mark(utterance: Utterance, voice: str) -> Marked:
    """Return an utterance as espeak-ng takes it; a sound that the voice has no name for stays as text.

    >>> from plainspoken.narration import Sound
    >>> mark(Utterance("In Southwark.", (Sound(3, 12, "ˈsʌðək"),)), "gmw/en").text
    "In [['sVD@k]]."
    """
    named = [(one, found) for one in utterance.sounds if (found := names(one.ipa, voice))]
    if not named:
        return Marked(utterance.text)
    # In this mode brackets of the text itself would be taken for names of sounds.
    written, text, marks, at = utterance.text.replace("[[", "(("), "", [], 0
    for sound, found in named:
        text += written[at : sound.start]
        start, at = len(text), sound.end
        text += f"[[{found}]]"
        marks.append((start, len(text), sound.start, sound.end))
    return Marked(text + written[at:], tuple(marks))


def names(ipa: str, voice: str) -> str:
    """Return espeak-ng's names of sounds; the empty string where the voice is not English or lacks one.

    >>> names("ʃɪˈvɔːn", "gmw/en"), names("ʃɪˈvɔːn", "roa/es"), names("ɬan", "gmw/en")
    ("SI'vO:n", '', '')
    """
    if not voice.startswith("gmw/en"):
        return ""
    found, at = "", 0
    while at < len(ipa):
        size = next((size for size in range(_LONGEST, 0, -1) if ipa[at : at + size] in _NAMES), 0)
        if not size and ipa[at] not in _SILENT:
            return ""
        found += _NAMES.get(ipa[at : at + size], "||" if ipa[at] == " " else "")
        at += size or 1
    return found
