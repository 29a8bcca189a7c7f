"""Shifts that people work, and which post each team waits at."""

from collections.abc import Sequence

import numpy as np

from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.roster import Shift as Hours
from alongside.twin.posts.roster import WEEK, Roster, Shift

EVERY_HOURS = 2  # shifts begin at even hours
WORKDAYS = {8: 5, 10: 4, 12: 3}  # days a week, so that nobody works more than forty hours


def list_shifts(hours: int, cost_hour: float) -> list[Shift]:
    """Every beginning, on so many days in a row; the cost is one team's week."""
    days = WORKDAYS[hours]
    return [
        Shift(f"{start:02}-{first}", start, hours, frozenset((first + turn) % 7 for turn in range(days)), cost_hour * hours * days)
        for start in range(0, 24, EVERY_HOURS)
        for first in range(7)
    ]


def seat(roster: Roster, shifts: Sequence[Shift], posts: Sequence[int]) -> list[tuple[Shift, int]]:
    """(shift, post) of each team: always the post that has fewest teams in the hours of that shift; of equals the first, the best."""
    there = np.zeros((len(posts), WEEK))
    found = []
    for shift, teams in sorted(zip(shifts, roster.teams, strict=True), key=lambda pair: (pair[0].start, sorted(pair[0].days))):
        for _ in range(teams):
            at = int((there @ shift.covers()).argmin())
            there[at] += shift.covers()
            found.append((shift, posts[at]))
    return found


def as_units(seated: Sequence[tuple[Shift, int]], like: PlannedUnit) -> tuple[PlannedUnit, ...]:
    """Teams as the twin lives them, with people like those of ``like``."""
    return tuple(_unit(number, shift, post, like) for number, (shift, post) in enumerate(seated, start=1))


def _unit(number: int, shift: Shift, post: int, like: PlannedUnit) -> PlannedUnit:
    name = f"o{number:02}"
    members = tuple((f"{name}-{turn}", role, languages) for turn, (_staff, role, languages) in enumerate(like.members, start=1))
    hours = tuple(Hours(day * 24 + shift.start, shift.hours) for day in sorted(shift.days))
    return PlannedUnit(name=name, crew_kind=like.crew_kind, post=post, members=members, shifts=hours, certificates=like.certificates)
