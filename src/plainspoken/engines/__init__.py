"""Engines: what translates, speaks or simplifies, each an adapter behind a protocol."""
