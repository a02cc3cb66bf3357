"""Past translations and required terms: the memory (TMX) and the glossary (CSV)."""

from plainspoken.terms.glossary import Glossary, Term
from plainspoken.terms.memory import Match, Memory
from plainspoken.terms.pair import MACHINE, Pair

__all__ = ["MACHINE", "Glossary", "Match", "Memory", "Pair", "Term"]
