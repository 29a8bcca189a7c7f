"""Rosters: how many of each shift, so that every hour of the week has the teams it needs, at least cost. Exact, by HiGHS in scipy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from alongside.twin.theory.queues import least_servers

WEEK = 168


@dataclass(frozen=True)
class Shift:
    """A shift somebody may work: from ``start`` (hour of the day) for ``hours`` on ``days`` (0 is Monday), past midnight too.
    ``cost``: of one team on it for a week. ``most``: no more teams than this on it, None for any number."""

    name: str
    start: int
    hours: int
    days: frozenset[int]
    cost: float
    most: int | None = None

    def covers(self) -> np.ndarray:
        """1 for each of the week's 168 hours it works, shape (168,)."""
        worked = np.zeros(WEEK)
        for day in self.days:
            worked[(day * 24 + self.start + np.arange(self.hours)) % WEEK] = 1
        return worked


@dataclass(frozen=True)
class Roster:
    """``teams``: on each shift, in the order asked. ``on_duty``: shape (168,). ``bound``: no roster costs less."""

    teams: tuple[int, ...]
    cost: float
    bound: float
    on_duty: np.ndarray


@dataclass(frozen=True)
class Gap:
    """Hours of the week (from, to before) that need ``needed`` teams where at most ``possible`` can be on duty."""

    first: int
    after: int
    needed: int
    possible: int


class Infeasible(ValueError):
    """No roster of these shifts covers these hours. ``gaps``: the hours that stay short even with every team that may work; empty
    where each could be covered by itself but ``most_teams`` do not suffice for all, ``short`` team hours would be missing."""

    def __init__(self, gaps: Sequence[Gap], short: float) -> None:
        self.gaps, self.short = tuple(gaps), short
        super().__init__(f"{len(self.gaps)} gaps, {short:g} team hours short")


def needed_teams(arrivals: np.ndarray, service: float, within: float, share: float) -> np.ndarray:
    """Teams for each hour, shape like ``arrivals`` (calls an hour): the fewest with which ``share`` of calls wait no longer than
    ``within`` hours, each hour taken as if it lasted for ever (M/M/c). ``service``: calls a team finishes an hour."""
    return np.array([least_servers(rate, service, within, share) if rate > 0 else 0 for rate in np.ravel(arrivals).tolist()])


def cheapest(needed: np.ndarray, shifts: Sequence[Shift], most_teams: int | None = None, gap: float = 0.0) -> Roster:
    """The cheapest roster with ``needed`` teams in each of 168 hours, or one at most ``gap`` (0.05 is a twentieth) dearer.

    Raises `Infeasible` with the hours that cannot be covered."""
    needed = np.asarray(needed, dtype=float)
    works = np.stack([one.covers() for one in shifts], axis=1) if shifts else np.zeros((WEEK, 0))
    most = np.array([np.inf if one.most is None else one.most for one in shifts])
    gaps = find_gaps(needed, works, most, most_teams)
    if gaps:
        raise Infeasible(gaps, sum((one.needed - one.possible) * (one.after - one.first) for one in gaps))
    if not needed.any():
        return Roster((0,) * len(shifts), 0.0, 0.0, np.zeros(WEEK, dtype=int))
    costs = np.array([one.cost for one in shifts])
    limits = [LinearConstraint(works, needed, np.inf)]
    if most_teams is not None:
        limits.append(LinearConstraint(np.ones((1, len(shifts))), 0, most_teams))
    found = milp(
        costs,
        constraints=limits,
        integrality=np.ones(len(shifts), dtype=int),
        bounds=Bounds(0, most),
        options={"mip_rel_gap": gap},
    )
    if found.x is None:
        raise Infeasible((), missing(needed, works, most, most_teams))
    teams = np.rint(found.x).astype(int)
    return Roster(tuple(teams.tolist()), float(costs @ teams), float(found.mip_dual_bound), (works @ teams).astype(int))


def find_gaps(needed: np.ndarray, works: np.ndarray, most: np.ndarray, most_teams: int | None) -> list[Gap]:
    """Runs of hours that stay short however many teams work."""
    possible = np.where(works > 0, most, 0).sum(axis=1) if works.size else np.zeros(WEEK)
    if most_teams is not None:
        possible = np.minimum(possible, most_teams)
    found: list[Gap] = []
    for hour in np.flatnonzero(possible < needed).tolist():
        what = (int(needed[hour]), int(possible[hour]))
        if found and found[-1].after == hour and (found[-1].needed, found[-1].possible) == what:
            found[-1] = Gap(found[-1].first, hour + 1, *what)
        else:
            found.append(Gap(hour, hour + 1, *what))
    return found


def missing(needed: np.ndarray, works: np.ndarray, most: np.ndarray, most_teams: int | None) -> float:
    """The fewest team hours that stay uncovered with all the teams there may be."""
    shifts = works.shape[1]
    rows = np.hstack([works, np.eye(WEEK)])
    count = np.r_[np.ones(shifts), np.zeros(WEEK)][None]
    limits = [LinearConstraint(rows, needed, np.inf), LinearConstraint(count, 0, np.inf if most_teams is None else most_teams)]
    found = milp(
        np.r_[np.zeros(shifts), np.ones(WEEK)], constraints=limits, integrality=np.r_[np.ones(shifts), np.zeros(WEEK)].astype(int),
        bounds=Bounds(0, np.r_[most, np.full(WEEK, np.inf)]),
    )  # fmt: skip
    return float(found.fun or 0.0)
