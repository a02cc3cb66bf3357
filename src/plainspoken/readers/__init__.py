"""Readers: from a page, a file or an address to a release."""
