"""Definitions of measures: numerator, denominator, what is missing, source."""
