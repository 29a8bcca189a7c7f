"""A scenario read once into plain tables, for engines that are not ours; and the rows of ours that theirs must equal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from alongside.core.codes import Level
from alongside.core.dispatch.crew import languages_of
from alongside.core.fact import Fact
from alongside.core.field.decide import ENDS
from alongside.core.travel import Mode
from alongside.twin.engine.call_kinds import Known, know
from alongside.twin.engine.codes import code, kind_numbers
from alongside.twin.engine.destinations import find, list_ways
from alongside.twin.engine.duty_people import lay
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.outcomes import DISPOSITIONS
from alongside.twin.engine.policy import abilities_of, desks
from alongside.twin.engine.prelude import capacities
from alongside.twin.engine.state import SHIFT_STARTS
from alongside.twin.engine.trace import rows_of
from alongside.twin.planning.columns import MILLION
from alongside.twin.planning.roster import MONDAY_MS, list_duties
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import HOUR_MS, WEEK_HOURS, CallKind

Row = tuple[int, ...]
# The facts that say who is where and what came of it, and which of their columns (after kind and time) are told.
TOLD: Mapping[str, tuple[int, ...]] = {
    "CrewSignedOn": (0, 1, 2, 3), "CrewSignedOff": (0,), "UnitOutOfService": (0, 1), "CallTaken": (0, 4), "LevelSet": (0, 1),
    "UnitAssigned": (0, 1, 2, 3, 4, 5, 6), "StatusReported": (0, 1, 2, 3, 4, 5, 6), "DispositionRecorded": (0, 1, 2),
    "PlaceReserved": (0, 1, 2, 3, 4, 5, 6), "AgreedToReceive": (0, 1, 2), "DeclinedToReceive": (0, 1, 2, 3), "HandedOver": (0, 1, 2, 4),
    "PersonReleased": (0, 1, 2),
}  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of call under the policy; ``terms``: row in the order and longest drive, by kind of crew."""

    level: Level
    language: str
    rows: int
    terms: Mapping[str, tuple[int, int]]
    needed: frozenset[str]
    doors: list[list[int]]


@dataclass(frozen=True)
class Chair:
    """A door."""

    key: tuple[str, str]
    name: str
    facility: int
    service: int
    place: int
    may_decline: bool
    yes: int


class Plain:
    """The tables."""

    def __init__(self, scenario: Scenario) -> None:
        rules, world, travel = scenario.rules, scenario.world, GridTravel(scenario.world)
        known = [know(kind, rules, travel, desks(scenario)) for kind in world.kinds]
        self.start, self.end, self.numbers = scenario.start, scenario.end, dict(kind_numbers())
        self.words, self.normal, self.levels = Words(), Mode.NORMAL, rules.program.levels
        self.modes = {mode: int(mode) if isinstance(mode, int) else code(str(mode)) for mode in Mode}
        self.page_ms, self.reservation_ms = rules.clocks.page_ms, rules.clocks.reservation_ms
        self.dispositions, self.agency = [code(str(one)) for one in DISPOSITIONS], code(rules.program.id)
        self.kinds = [read(kind, one, list_ways(scenario, travel, kind, one)) for kind, one in zip(world.kinds, known, strict=True)]
        self.doors = [
            Chair(
                (one.facility, one.service),
                one.facility,
                code(one.facility),
                code(one.service),
                one.place,
                find(rules, one)[0].may_decline,
                round(one.yes * MILLION),
            )
            for one in world.doors
        ]
        self.chairs = {(facility, service): free for facility, service, free in capacities(scenario)}
        self.units = [
            (
                rules.program.crews[one.crew_kind],
                abilities_of(scenario, one.crew_kind, one.aboard()),
                frozenset(languages_of(one.aboard())),
                one.post,
            )
            for one in scenario.units
        ]
        laid = lay(list_duties(scenario.units, scenario.start, scenario.end, world.east_ms))
        self.shifts = [(at, rank == SHIFT_STARTS, unit, ends_at) for at, rank, unit, ends_at in laid]
        self._rules, self._bands, self._east = rules, world.bands, world.east_ms
        lit = world.lights_permille
        self._drives = {
            mode: [[[ms * lit // 1000 if mode is Mode.LIGHTS else ms for ms in row] for row in band] for band in world.drives]
            for mode in Mode
        }

    def drive_ms(self, here: int, there: int, mode: Mode, now: int) -> int:
        """At this hour."""
        band = self._bands[(now + self._east - MONDAY_MS) // HOUR_MS % WEEK_HOURS]
        return self._drives[mode][band][here][there]

    def afterwards(self, level: Level, outcome: int) -> str:
        """Whether something is promised, else whether it is the end for the person."""
        disposition = DISPOSITIONS[outcome]
        if any(disposition in one.after and level in one.levels for one in self._rules.program.follow_ups):
            return "promised"
        return "ended" if disposition in ENDS else "stays"


class Words(dict[str, int]):
    """Codes of words, as they are asked for."""

    def __missing__(self, word: str) -> int:
        self[word] = code(word)
        return self[word]


def read(kind: CallKind, known: Known, doors: list[list[int]]) -> Kind:
    """One kind of call."""
    level = known.incident.level
    assert level is not None
    terms = {name: (one.row, one.limit_ms) for name, one in known.terms.items() if one.row < len(known.order) or known.needed}
    return Kind(level, kind.language, len(known.order), terms, known.needed, doors)


def told(facts: Iterable[Fact], scenario: Scenario) -> list[Row]:
    """Our rows, those columns."""
    places, found = GridTravel(scenario.world).index, list[Row]()
    for fact in facts:
        columns = TOLD.get(fact.kind)
        if columns is not None:
            row = rows_of(fact, places)[0]
            found.append((*row[:2], *(row[2 + column] for column in columns)))
    return found


def told_in(rows: np.ndarray) -> list[Row]:
    """The same from rows already told."""
    names = {number: name for name, number in kind_numbers().items()}
    kept = [(row, TOLD[name]) for row in rows.tolist() if (name := names.get(row[0], "")) in TOLD]
    return [(*row[:2], *(row[2 + column] for column in columns)) for row, columns in kept]
