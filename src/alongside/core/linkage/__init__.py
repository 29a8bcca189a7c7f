"""Two records of one person: suggested by a comparison, linked and unlinked by a human, never merged."""
