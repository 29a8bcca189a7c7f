"""How a replay says no."""


class ReplayRefused(Exception):
    """A sentence: what is missing or wrong, and what to do."""
