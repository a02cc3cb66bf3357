"""Which part of a release each block belongs to, and by which rule."""

from plainspoken.readers.roles.outline import Group, Outline, Told, outline
from plainspoken.readers.roles.place import Place
from plainspoken.readers.roles.rules import RULES, Rule, decide

__all__ = ["RULES", "Group", "Outline", "Place", "Rule", "Told", "decide", "outline"]
