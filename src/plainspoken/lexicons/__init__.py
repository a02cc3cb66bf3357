"""Lexicons: plain words for hard ones, and hard words explained; written for this project."""
