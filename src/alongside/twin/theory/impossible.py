"""What a formula refuses."""


class Impossible(ValueError):
    """The question has no answer; the text says in a sentence why."""
