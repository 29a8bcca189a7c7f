"""The living city without its callers: desks and crews of a program, answering a record's calls."""

from collections.abc import Sequence
from dataclasses import replace

from alongside.library.programs.profile import Profile
from alongside.roads.travel import RoadTravel
from alongside.server.replay.calls import RealCall
from alongside.server.replay.types_table import TypesTable
from alongside.twin.city import City
from alongside.twin.people.from_history import Outcome
from alongside.twin.world.numbers import load_world

CERTAIN = ("other_choice", "missed_page", "missed_sign")  # no slips are made up: what is recommended is sent


def open_city(profile: Profile, travel: RoadTravel, seed: int, outcomes: dict[str, Outcome]) -> City:
    """A city that makes up no calls and no outcomes."""
    usual = load_world()
    world = replace(usual, chances={**usual.chances, **dict.fromkeys(CERTAIN, 0.0)})
    return City(profile, travel, seed, figures=world, calls=False, history=outcomes)


def list_outcomes(calls: Sequence[RealCall], types: TypesTable) -> dict[str, Outcome]:
    """What the record states of each call, in our words where there is one."""
    return {call.incident: Outcome(types.dispositions.get(call.disposition), types.agency) for call in calls}
