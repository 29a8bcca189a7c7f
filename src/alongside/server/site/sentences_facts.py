"""Sentences."""

FACTS: dict[str, str] = {}
