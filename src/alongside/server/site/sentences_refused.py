"""Sentences."""

REFUSED: dict[str, str] = {}
