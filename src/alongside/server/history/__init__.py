"""Incidents of the past: found by number, CAD number, day or level."""
