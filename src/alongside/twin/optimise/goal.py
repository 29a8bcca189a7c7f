"""What is wanted of a kind of crew, and why it cannot be had."""

from collections.abc import Mapping
from dataclasses import dataclass, field

WITHIN_MIN = (10, 15, 20, 25, 30, 40, 45, 60)  # what the twin counts by: five minutes at a time
SHIFT_HOURS = (8, 10, 12)


@dataclass(frozen=True)
class Goal:
    """``share`` of the calls this kind of crew may go to, reached ``within_min`` of the first ring, in every hour of the week."""

    crew_kind: str
    share: float = 0.9
    within_min: int = 30
    shift_hours: int = 8
    cost_hour: float = 150.0  # of one team for one hour
    most_posts: int = 8


class Unreachable(ValueError):
    """No roster meets the goal. ``code`` is a sentence's, ``parameters`` its figures."""

    def __init__(self, code: str, parameters: Mapping[str, object] | None = None) -> None:
        self.code, self.parameters = code, dict(parameters or {})
        super().__init__(f"{code} {self.parameters}")


@dataclass(frozen=True)
class Promise:
    """What a formula says of a roster: shares of the calls this kind of crew may go to.

    ``by_distance``: as if a team stood ready at each post; ``with_queue``: waiting for a free team, each hour as if it lasted for ever.
    """

    by_distance: float
    with_queue: float
    busiest: float = field(default=0.0)  # the highest load of a team in any hour
