"""Sentences of the commands."""

SENTENCES: dict[str, str] = {}
