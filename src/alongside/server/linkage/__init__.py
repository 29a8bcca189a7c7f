"""Records that may be about one person: what a comparison suggests, with its evidence, and what a human says to it."""
