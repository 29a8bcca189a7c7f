"""Rosters that meet a goal by formula: posts by coverage or by the mean drive, teams by the hour, shifts at least cost."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from alongside.twin.optimise.goal import Goal, Promise, Unreachable
from alongside.twin.optimise.promised import Reach, promise_of
from alongside.twin.optimise.seating import as_units, list_shifts, seat
from alongside.twin.optimise.serving import Serving
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.posts.median import p_median
from alongside.twin.posts.roster import Roster, cheapest

MOST_TEAMS = 60
SPARE = 0.02  # a roster at most this much dearer than the cheapest is taken as it is found
SHORTER = 1e-4  # a minute of drive beside a call missed
Choose = Callable[[Serving, int, int], tuple[int, ...]]


@dataclass(frozen=True)
class Candidate:
    """``cost``: of a week. ``bound``: no roster of these shifts costs less. ``needed``, ``on_duty``: teams by hour of the week."""

    name: str
    posts: tuple[int, ...]
    units: tuple[PlannedUnit, ...]
    needed: np.ndarray
    on_duty: np.ndarray
    cost: float
    bound: float
    promise: Promise


class Way(NamedTuple):
    """How a candidate is made: how posts are chosen, and how many teams more than the formula says."""

    name: str
    choose: Choose
    more: int = 0


def by_coverage(serving: Serving, posts: int, within_min: int) -> tuple[int, ...]:
    """The posts from which most calls are likely to be reached in time; of equals those with the shorter drive."""
    missed = serving.missed(within_min) + serving.drives.T * SHORTER
    return p_median(serving.weight[:, None] * missed, posts).chosen


def by_drive(serving: Serving, posts: int, within_min: int) -> tuple[int, ...]:
    """The posts from which the mean drive is shortest."""
    return p_median(serving.weight[:, None] * serving.drives.T, posts).chosen


WAYS = (Way("coverage", by_coverage), Way("drive", by_drive), Way("spare", by_coverage, 1))


def candidates(serving: Serving, goal: Goal, like: PlannedUnit) -> list[Candidate]:
    """One for each way. Raises :class:`Unreachable`, or ``Infeasible`` where no shifts cover the hours."""
    reaches = {choose: reaches_of(serving, goal, choose) for choose in dict.fromkeys(way.choose for way in WAYS)}
    return [candidate(serving, goal, like, way, reaches[way.choose]) for way in WAYS]


def candidate(serving: Serving, goal: Goal, like: PlannedUnit, way: Way, reaches: list[Reach]) -> Candidate:
    """Fewest teams an hour, cheapest shifts, and the best posts for as many teams as are ever on duty at once."""
    needed = teams_by_hour(reaches, serving.rates, goal.share)
    needed = np.where(needed > 0, needed + way.more, 0)
    shifts = list_shifts(goal.shift_hours, goal.cost_hour)
    roster: Roster = cheapest(needed, shifts, gap=SPARE)
    posts = reaches[min(int(roster.on_duty.max()), len(reaches)) - 1].posts
    units = as_units(seat(roster, shifts, posts), like)
    promise = promise_of(reaches, roster.on_duty, serving.rates)
    return Candidate(way.name, posts, units, needed, roster.on_duty, roster.cost, roster.bound, promise)


def reaches_of(serving: Serving, goal: Goal, choose: Choose) -> list[Reach]:
    """Posts for one team, for two, and so on, as many as may be."""
    most = min(goal.most_posts, len(serving.drives))
    found = [Reach(serving, choose(serving, count, goal.within_min), goal.within_min) for count in range(1, most + 1)]
    best = max(one.share for one in found)
    if best < goal.share:
        raise Unreachable("too_far", {"posts": most, "best": best})
    return found


def teams_by_hour(reaches: list[Reach], rates: np.ndarray, share: float) -> np.ndarray:
    """The fewest teams in each hour with which the share is reached; hours without calls need none."""
    told: dict[float, int] = {}
    for rate in dict.fromkeys(rates.tolist()):
        enough = (teams for teams in range(1, MOST_TEAMS + 1) if reaches[min(teams, len(reaches)) - 1].with_teams(teams, rate) >= share)
        teams = next(enough, None) if rate > 0 else 0
        if teams is None:
            raise Unreachable("too_many", {"most": MOST_TEAMS})
        told[rate] = teams
    return np.array([told[rate] for rate in rates.tolist()])
