"""Measures over released contacts: each with its numerator, denominator, what is missing, an interval and a definition."""
