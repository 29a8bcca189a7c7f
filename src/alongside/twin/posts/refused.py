"""What the optimizers refuse."""


class Unsolved(ValueError):
    """A question without an answer; the text says in a sentence why."""
