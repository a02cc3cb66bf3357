"""The site over many packs: a page a language, their feeds, the map of the site."""

from plainspoken.writers.site.story import Story, Telling, read_story
from plainspoken.writers.site.whole import site_files

__all__ = ["Story", "Telling", "read_story", "site_files"]
