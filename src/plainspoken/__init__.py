"""Plainspoken: one press release in; a pack that everyone can read and hear out."""

from plainspoken.errors import Error
from plainspoken.events import Event
from plainspoken.findings import Finding
from plainspoken.model import Release
from plainspoken.narration import Narration
from plainspoken.pack import Pack

__all__ = ["Error", "Event", "Finding", "Narration", "Pack", "Release"]
