"""Sentences."""

ALARMS: dict[str, str] = {}
