"""Hard words: which words of easy read need explaining, and the sentence that explains each."""

from plainspoken.hard_words.own import known_words, read
from plainspoken.hard_words.word import Found, HardWord, HardWords, built_in

__all__ = ["Found", "HardWord", "HardWords", "built_in", "known_words", "read"]
