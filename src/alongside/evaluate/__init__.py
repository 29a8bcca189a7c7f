"""Measures, and the history they are compared with: over exported data only, never over the live database."""
