"""Sentences."""

REASONS: dict[str, str] = {}
