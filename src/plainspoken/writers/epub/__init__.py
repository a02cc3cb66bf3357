"""A release as an EPUB 3.3 book in one language: its editions, read aloud in step with the text."""

from plainspoken.writers.epub.book import write_book

__all__ = ["write_book"]
