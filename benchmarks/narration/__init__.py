"""Narration beside what a user would write without it: speed, work done again, order, memory, word times."""
