"""Past translations and required terms: the memory (TMX) and the glossary (CSV)."""

from plainspoken.terms.glossary import Glossary, Term
from plainspoken.terms.memory import Memory
from plainspoken.terms.pair import Pair

__all__ = ["Glossary", "Memory", "Pair", "Term"]
