"""Facts in a text that a translation must keep: numbers, times, phone numbers, addresses, references, names."""

from plainspoken.facts.compare import added, missing
from plainspoken.facts.dates import Day, day, written
from plainspoken.facts.find import Fact, find
from plainspoken.facts.measures import converted
from plainspoken.facts.names import Name, missing_names, names, nearest, sure_names

__all__ = [
    "Day",
    "Fact",
    "Name",
    "added",
    "converted",
    "day",
    "find",
    "missing",
    "missing_names",
    "names",
    "nearest",
    "sure_names",
    "written",
]
