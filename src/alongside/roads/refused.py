"""The one error of the roads: a sentence that says what is wrong, where, and what to do."""


class RoadsRefused(ValueError):
    """Road data, speeds or a coordinate that cannot be used. Its text is the sentence people read."""
