"""What the formulas say: how many calls a set of posts reaches in time, and how many with so many teams, waiting included (M/M/c)."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from alongside.twin.optimise.goal import Promise
from alongside.twin.optimise.serving import Serving
from alongside.twin.theory.queues import mmc

WAITS = -np.log(1 - (np.arange(20) + 0.5) / 20)  # twenty equally likely waits, in mean waits of those who wait


@dataclass(frozen=True)
class Reach:
    """One set of posts, each with a team ready."""

    serving: Serving
    posts: tuple[int, ...]
    within_min: int

    @cached_property
    def nearest(self) -> np.ndarray:
        """The drive to each place from the nearest of the posts."""
        return np.asarray(self.serving.drives[list(self.posts)].min(axis=0))

    @cached_property
    def drive(self) -> float:
        """Of a mean call."""
        return float(self.serving.weight @ self.nearest)

    @cached_property
    def share(self) -> float:
        """Of calls that are reached in time."""
        return float(self._after[0])

    @cached_property
    def _after(self) -> np.ndarray:
        """The share after a wait of so many whole minutes."""
        cases = np.sort(self.serving.before + self.nearest[:, None] * self.serving.stretch, axis=1)
        left = self.within_min - np.arange(self.within_min + 1)
        met = np.array([np.searchsorted(row, left, side="right") for row in cases]) / cases.shape[1]
        return np.asarray(self.serving.weight @ met)

    def after(self, wait_min: np.ndarray) -> np.ndarray:
        """Of calls that are reached in time after these waits, straight between whole minutes."""
        return np.asarray(np.interp(wait_min, np.arange(self.within_min + 1), self._after, right=0.0))

    def with_teams(self, teams: int, rate: float) -> float:
        """Of calls of an hour like this, for ever, with so many teams; 0 where the queue would grow for ever."""
        busy = self.serving.busy_hours(self.drive)
        if rate <= 0:
            return self.share
        if rate * busy >= teams:
            return 0.0
        queue = mmc(rate, 1 / busy, teams)
        waits = WAITS * 60 / (teams / busy - rate)
        late = float(self.after(waits).mean())
        return (1 - queue.probability_of_waiting) * self.share + queue.probability_of_waiting * late


def promise_of(reaches: list[Reach], on_duty: np.ndarray, rates: np.ndarray) -> Promise:
    """Of a whole week: ``reaches[n]`` are the posts of n + 1 teams; hours without a team reach nobody."""
    shares, distances, loads = np.zeros(len(rates)), np.zeros(len(rates)), np.zeros(len(rates))
    told: dict[tuple[int, float], float] = {}
    for hour, (teams, rate) in enumerate(zip(on_duty.tolist(), rates.tolist(), strict=True)):
        if teams:
            reach = reaches[min(teams, len(reaches)) - 1]
            if (teams, rate) not in told:
                told[teams, rate] = reach.with_teams(teams, rate)
            shares[hour], distances[hour] = told[teams, rate], reach.share
            loads[hour] = rate * reach.serving.busy_hours(reach.drive) / teams
    weights = rates / rates.sum()
    return Promise(float(weights @ distances), float(weights @ shares), float(loads.max()))
