"""Translations out to people, and back: a sheet of sentences, in the formats that translators' tools read."""

from plainspoken.review.sheet import Note, Sheet, Unit, sheet

__all__ = ["Note", "Sheet", "Unit", "sheet"]
