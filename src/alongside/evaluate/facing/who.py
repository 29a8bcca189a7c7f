"""Who could have gone instead of police, by a program's own order of crews and its roster, as if each team were always free and near.

It is a bound: queues and distances take from it, and the twin tells how much. A history does not say how urgent a call was once
somebody had asked, so each kind is taken at its least and at its most urgent level (`library/classify/planning.yaml`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from alongside.core.codes import Level, Origin
from alongside.core.rules import CrewKind
from alongside.evaluate.facing.planning import Planning
from alongside.library.programs import Profile

WAYS = ("phone", "without", "with_officer", "ambulance", "police")
HELPERS = frozenset({"clinician", "outreach", "peer", "psychiatric_technician", "case_management"})
FALLBACK = "police"  # where the program has nobody, police go as they did


@dataclass(frozen=True)
class Ways:
    """A program's shares by way (`WAYS`), were every call at its least urgent level, and at its most."""

    program: str
    label: Mapping[str, str]
    least: Mapping[str, float]
    most: Mapping[str, float]


def way_of(crew: CrewKind) -> str:
    """What going there with this crew means for police."""
    if crew.remote:
        return "phone"
    if not crew.needs & HELPERS:
        return "police" if "police" in crew.needs else "ambulance"
    return "with_officer" if "police" in crew.needs or crew.meets_police else "without"


def ways(profile: Profile, calls: pl.DataFrame, planning: Planning) -> Ways:
    """Of these calls (kind, weekday, hour, officer), each counted once."""
    groups = calls.group_by("kind", "weekday", "hour", "officer").len().sort("kind", "weekday", "hour", "officer")
    found: tuple[dict[str, float], dict[str, float]] = (dict.fromkeys(WAYS, 0.0), dict.fromkeys(WAYS, 0.0))
    for kind, weekday, hour, officer, count in groups.iter_rows():
        levels = planning.levels.get(kind, (Level.MODERATE, Level.URGENT))
        for shares, level in zip(found, levels, strict=True):
            shares[first_way(profile, level, int(weekday), int(hour), bool(officer))] += count / calls.height
    return Ways(profile.rules.program.id, profile.labels["program"], *found)


def first_way(profile: Profile, level: Level, weekday: int, hour: int, officer: bool) -> str:
    """The way of the first crew in the program's order that may be asked and is on duty at the half of that hour."""
    program = profile.rules.program
    plan = program.levels.get(level)
    origin = Origin.OFFICER if officer else Origin.CALL_911
    for step in plan.order if plan else ():
        crew = program.crews[step.crew_kind]
        if origin in crew.asked_by and is_on_duty(profile, step.crew_kind, weekday, hour):
            return way_of(crew)
    return FALLBACK


def is_on_duty(profile: Profile, crew_kind: str, weekday: int, hour: int) -> bool:
    """Whether a unit of this kind is rostered then, and may be asked for then."""
    minute, asked = hour * 60 + 30, profile.crew_hours.get(crew_kind, ())
    if asked and not any(hours.includes(weekday, minute) for hours in asked):
        return False
    return any(unit.crew_kind == crew_kind and unit.is_on_duty(weekday, minute) for unit in profile.units)


def teams_on_duty(profile: Profile) -> float:
    """Teams of the program that drive, on duty at once, averaged over a week."""
    drives = {kind for kind, crew in profile.rules.program.crews.items() if way_of(crew) in ("without", "with_officer")}
    teams = [unit for unit in profile.units if unit.crew_kind in drives]
    return sum(unit.is_on_duty(day, hour * 60 + 30) for unit in teams for day in range(7) for hour in range(24)) / 168
