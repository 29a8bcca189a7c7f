"""Choices of a generated history, read from the numbers of one step."""

from typing import Any

from tests.core.story import Story

Step = tuple[int, int, int, int]


class Dice:
    """``story`` as it stands before the step."""

    def __init__(self, story: Story, step: Step) -> None:
        self.story, self.rest = story, step[1] * 65_536 + step[2] * 256 + step[3]

    def pick(self, among: Any) -> Any:
        """One of these."""
        among = list(among)
        self.rest, at = divmod(self.rest, len(among))
        return among[at]
