"""Facts in a text that a translation must keep: numbers, times, phone numbers, addresses, references."""

from plainspoken.facts.compare import added, missing
from plainspoken.facts.find import Fact, find

__all__ = ["Fact", "added", "find", "missing"]
