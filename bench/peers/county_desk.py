"""What stands and what is done at once in the SimPy county: units, the desk, chairs, rows. Processes are in ``county_simpy``."""

from dataclasses import dataclass, field

import simpy

from alongside.core.codes import Level
from alongside.core.rules import CrewKind
from alongside.twin.engine import outcomes as o
from alongside.twin.planning import columns as c
from alongside.twin.planning.calls import Calls
from bench.peers.county_plain import Chair, Plain, Row

LANGUAGE_WORTH, SHIFT_END_WORTH = 300_000, 600_000


@dataclass
class Unit:
    """A unit of the roster."""

    number: int
    kind: CrewKind
    skills: frozenset[str]
    languages: frozenset[str]
    post: int
    was: int = 0
    here: int = 0
    left_at: int = 0
    takes: int = 0
    on_duty: bool = False
    leaving: bool = False
    call: int = -1
    charges: int = 0
    ends_at: int = 0
    next_ends_at: int = -1

    def at(self, now: int) -> int:
        """Half-way it counts as being where it goes."""
        return self.was if 2 * (now - self.left_at) < self.takes else self.here

    def moves(self, was: int, here: int, now: int = 0, takes: int = 0) -> None:
        """Under way, or standing."""
        self.was, self.here, self.left_at, self.takes = was, here, now, takes


@dataclass
class Work:
    """One crew on one call."""

    call: int
    level: Level
    unit: Unit
    job: int
    drive: int


@dataclass
class County:
    """One run."""

    plain: Plain
    calls: Calls
    env: simpy.Environment = field(default_factory=simpy.Environment)
    rows: list[Row] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    arrived: list[Unit] = field(default_factory=list)  # in the order they first came on duty
    waiting: list[tuple[int, int]] = field(default_factory=list)
    sent_to: dict[int, simpy.Event] = field(default_factory=dict)  # call: with (unit, job, drive) once somebody is sent
    free: dict[tuple[str, str], int] = field(default_factory=dict)
    assigned: int = 0
    reserved: int = 0

    @property
    def now(self) -> int:
        """ms UTC."""
        return self.plain.start + int(self.env.now)

    def tell(self, kind: str, *said: int) -> None:
        """One row."""
        self.rows.append((self.plain.numbers[kind], self.now, *said))

    def drawn(self, call: int, column: int) -> int:
        """What chance says."""
        return int(self.calls.drawn[call, column])


def sign_on(county: County, unit: Unit, ends_at: int) -> None:
    """At the post."""
    unit.on_duty, unit.ends_at = True, ends_at
    unit.moves(unit.post, unit.post)
    if unit not in county.arrived:
        county.arrived.append(unit)
    county.tell("CrewSignedOn", unit.number, county.plain.words[unit.kind.id], ends_at, unit.post)


def sign_off(county: County, unit: Unit) -> None:
    """Off duty; a shift that has begun meanwhile follows at once."""
    unit.on_duty = unit.leaving = False
    county.tell("CrewSignedOff", unit.number)
    if unit.next_ends_at >= 0:
        ends_at, unit.next_ends_at = unit.next_ends_at, -1
        sign_on(county, unit, ends_at)


def leave_if_over(county: County, unit: Unit) -> None:
    """Whose shift is over goes as soon as it can."""
    if unit.leaving and unit.call < 0 and unit.charges == 0:
        sign_off(county, unit)
        serve(county)


def serve(county: County) -> None:
    """Down the queue: most urgent first, then oldest."""
    for _, index in list(county.waiting):
        if not any(unit.on_duty and not unit.leaving and unit.call < 0 for unit in county.units):
            return
        send(county, index)


def send(county: County, index: int) -> None:
    """The best crew that is free, if any."""
    place, now = county.drawn(index, c.PLACE), county.now
    kind = county.plain.kinds[county.drawn(index, c.KIND)]
    best: tuple[tuple[bool, int, int, int, int], Unit, int] | None = None
    for number, unit in enumerate(county.arrived):
        terms = kind.terms.get(unit.kind.id)
        if terms is None or not unit.on_duty or unit.leaving or unit.call >= 0:
            continue
        row, limit = terms
        drive = 0 if unit.kind.remote else county.plain.drive_ms(unit.at(now), place, unit.kind.mode, now)
        cost = drive - LANGUAGE_WORTH * (kind.language in unit.languages) + SHIFT_END_WORTH * (0 < unit.ends_at < now + SHIFT_END_WORTH)
        rank = (drive > limit, len(kind.needed - unit.skills), row, cost, number)
        if row < kind.rows and (best is None or rank < best[0]):
            best = rank, unit, drive
    if best is None:
        return
    _, unit, drive = best
    county.waiting.remove((-int(kind.level), index))
    here = unit.at(now)
    unit.moves(here, here)
    unit.call = index
    mode = county.plain.modes[unit.kind.mode]
    county.tell("UnitAssigned", county.assigned, index, unit.number, mode, 1, drive, now + county.plain.page_ms)
    county.sent_to.pop(index).succeed((unit, county.assigned, drive))
    county.assigned += 1


def report(county: County, work: Work, status: str, place: str = "", spot: int = -1, reason: str = "") -> None:
    """A step of the crew."""
    words = county.plain.words
    county.tell("StatusReported", work.job, work.call, work.unit.number, words[status], words[place], spot, words[reason])


def outcome_of(county: County, one: Work) -> int:
    """What chance says, as far as this crew can do it."""
    end, drawn, able = county.drawn(one.call, c.END), county.drawn(one.call, c.OUTCOME), one.unit.skills
    if one.unit.kind.remote:
        return o.BY_PHONE if county.drawn(one.call, c.PHONE_RESOLVES) else o.REFERRED
    if end != c.ENGAGED:
        return o.NOT_FOUND if end == c.NOT_FOUND else o.DECLINED
    if drawn == c.TAKEN_ALONG:
        return o.TAKEN_ALONG if able & {"transport", "ems", "police"} else o.REFERRED
    if drawn == c.ARRESTED:
        return o.ARRESTED if "police" in able else o.RESOLVED_THERE
    return o.REFERRED if drawn == c.REFERRED else o.RESOLVED_THERE


def settle(county: County, index: int, level: Level, outcome: int) -> str:
    """What came of it, and whether the crew still has the person: ``ended``, ``promised`` or ``stays``."""
    plain = county.plain
    county.tell("DispositionRecorded", index, plain.dispositions[outcome], plain.agency if outcome == o.ARRESTED else 0)
    return plain.afterwards(level, outcome)


def reserve(county: County, one: Work, chair: Chair, counted: bool) -> int:
    """A chair is kept."""
    number, until = county.reserved, county.now + county.plain.reservation_ms
    county.reserved += 1
    county.free[chair.key] -= counted
    county.tell("PlaceReserved", number, chair.facility, chair.service, one.call, county.plain.words["voluntary"], until, int(counted))
    return number


def home(county: County, unit: Unit) -> None:
    """Free, and on the way to the post; the queue is looked at."""
    unit.call = -1
    if not unit.kind.remote:
        here, now = unit.at(county.now), county.now
        unit.moves(here, unit.post, now, county.plain.drive_ms(here, unit.post, county.plain.normal, now))
    leave_if_over(county, unit)
    serve(county)
