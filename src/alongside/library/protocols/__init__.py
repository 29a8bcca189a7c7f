"""Triage protocols: one YAML file each, with its own example calls."""
