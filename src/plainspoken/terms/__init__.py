"""Past translations and required terms: the memory (TMX, SQLite) and the glossary (CSV, TBX)."""

from plainspoken.terms.glossary import Glossary, Term
from plainspoken.terms.match import Match
from plainspoken.terms.memory import Memory
from plainspoken.terms.pair import MACHINE, Pair
from plainspoken.terms.shelf import AnyMemory, open_memories
from plainspoken.terms.stored import StoredMemory

__all__ = ["MACHINE", "AnyMemory", "Glossary", "Match", "Memory", "Pair", "StoredMemory", "Term", "open_memories"]
