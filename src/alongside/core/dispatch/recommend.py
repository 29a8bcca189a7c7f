"""Who is eligible, in what order, and why. The twin and the live console call this same function."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.codes import AssignmentStatus, Level, UnitService
from alongside.core.dispatch.crew import wants_no_uniform, wears_uniform
from alongside.core.dispatch.facts import Missing, Option
from alongside.core.dispatch.why import also_reasons, reasons_for
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.rules import LevelPlan, Program, Rules
from alongside.core.state import Incident, Unit
from alongside.core.travel import Mode, Spot, Travel

SHOWN = 8
FAR = 10**12  # sorts after everything reachable
LANGUAGE_WORTH_MS = 300_000  # speaking the person's language is worth five minutes of drive
SHIFT_END_WORTH_MS = 600_000
NO_UNIFORM_WORTH_MS = 600_000  # coming as asked, without uniform and marked car, is worth ten minutes
# Moving, but nobody depends on the crew yet: it may be sent elsewhere for something more urgent.
DIVERTIBLE = frozenset({AssignmentStatus.ASSIGNED, AssignmentStatus.ACKNOWLEDGED, AssignmentStatus.ENROUTE})


class Terms(NamedTuple):
    """What holds at this incident for every unit of one kind of crew. ``row`` is its place in the order, or the order's length."""

    row: int
    limit_ms: int
    mode: Mode
    remote: bool
    worth_ms: int  # what its uniform counts as, in drive time, where none was asked for


# A unit that may go at all: the capabilities still needed that it does not bring, the assignment it would leave or "".
Found = tuple[Unit, Terms, frozenset[str], str]
# What units are sorted by, smallest first: would be diverted, too far, how many capabilities it lacks, its kind's row in the order, cost.
# Last its place among those found, which are in order of arrival: so the order is total, and the place leads back to the unit.
Rank = tuple[bool, bool, int, int, int, int]


class Scene(NamedTuple):
    """The units that may go, where each is, and how long each would drive: three rows of the same length."""

    found: list[Found]
    spots: list[Spot | None]
    drives: list[int | None]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Options best first (at most eight), second units for what the first lacks, and the better kinds that were not to be had."""

    options: tuple[Option, ...]
    missing: tuple[Missing, ...]


def recommend(
    board: Board, incident: Incident, rules: Rules, travel: Travel, now: int, where: Mapping[str, Spot] | None = None
) -> Recommendation:
    """Rank the units of the incident's area.

    ``where`` gives live positions by unit; a unit not in it is taken to be where its last fact said. Drive times are integer ms.
    """
    level = incident.level if incident.level is not None else rules.program.unassessed_as
    plan = rules.program.levels.get(level)
    if plan is None:
        return Recommendation((), ())
    order = order_of(incident, plan, rules.program)
    needed = _still_needed(board, incident, rules.program)
    found = _candidates(board, incident, level, terms_of(incident, rules.program, order), len(order), needed)
    spots = [where.get(unit.id, unit.spot) for unit, _, _, _ in found] if where else [unit.spot for unit, _, _, _ in found]
    scene = Scene(found, spots, _drives(found, spots, incident, travel))
    ranks = sorted(_ranks(scene, incident, now, plan))
    options = _options(ranks, scene, incident, rules.program, needed, now, len(order))
    return Recommendation(options, _missing(board, incident, order, ranks, found))


def order_of(incident: Incident, plan: LevelPlan, program: Program) -> dict[str, tuple[int, int]]:
    """Crew kind → (row, drive limit): the protocol's own order where it gave one, then the level's, less what the protocol rules out."""
    limits = {step.crew_kind: step.drive_limit_ms for step in plan.order}
    listed = dict.fromkeys((*incident.crews_advised, *limits))
    kinds = [kind for kind in listed if kind in program.crews and kind not in incident.crews_excluded]
    furthest = max(limits.values(), default=0)
    rows = _rows(incident, program, kinds)
    return {kind: (row, limits.get(kind, furthest)) for kind, row in rows.items()}


def _rows(incident: Incident, program: Program, kinds: list[str]) -> dict[str, int]:
    """Places in the order. Where no uniform was asked for, a crew that wears one stands one place later, beside the next kind.

    Only as far as there is a kind without uniform to stand beside: among uniforms the level's own order stays.
    """
    rows = {kind: row for row, kind in enumerate(kinds)}
    worn = {kind for kind in kinds if wears_uniform(program, program.crews[kind])} if wants_no_uniform(incident) else set()
    last = max((row for kind, row in rows.items() if kind not in worn), default=0)
    return {kind: row + (kind in worn and row < last) for kind, row in rows.items()}


def _still_needed(board: Board, incident: Incident, program: Program) -> frozenset[str]:
    """Capabilities the requirements ask for that nobody on the incident brings yet."""
    wanted = {program.requirements[one.code] for one in incident.requirements if one.code in program.requirements}
    there = [board.assignments.find(id) for id in incident.assignments]
    units = [board.units.find(one.unit) for one in there if one is not None and one.status not in ASSIGNMENT_ENDS]
    return frozenset(wanted).difference(*(unit.capabilities for unit in units if unit is not None))


def terms_of(incident: Incident, program: Program, order: dict[str, tuple[int, int]]) -> dict[str, Terms]:
    """The kinds of crew that this caller may have and the protocol does not rule out."""
    kinds = (kind for kind in program.crews.values() if incident.origin in kind.asked_by and kind.id not in incident.crews_excluded)
    last, worth = (len(order), 0), NO_UNIFORM_WORTH_MS if wants_no_uniform(incident) else 0
    found = ((kind, order.get(kind.id, last), worth if worth and wears_uniform(program, kind) else 0) for kind in kinds)
    return {kind.id: Terms(row, limit or FAR, kind.mode, kind.remote, counts) for kind, (row, limit), counts in found}


def _candidates(board: Board, incident: Incident, level: Level, terms: dict[str, Terms], last: int, needed: frozenset[str]) -> list[Found]:
    here, area, nothing = set(incident.assignments), incident.area, frozenset[str]()
    found = []
    for unit in board.units:
        kind = terms.get(unit.acts_as)
        if kind is None or unit.service is not UnitService.IN_SERVICE or unit.area != area:
            continue
        if kind.row == last and needed.isdisjoint(unit.capabilities):
            continue
        leaving: str | None = ""
        if unit.assignments:
            leaving = _leaves(board, unit, level) if here.isdisjoint(unit.assignments) else None
        if leaving is not None:
            found.append((unit, kind, needed - unit.capabilities if needed else nothing, leaving))
    return found


def _leaves(board: Board, unit: Unit, level: Level) -> str | None:
    """The one assignment a busy unit could leave for this level, or None where it must not be taken away."""
    assignment = board.assignments.find(unit.assignments[0])
    if len(unit.assignments) > 1 or assignment is None or assignment.status not in DIVERTIBLE:
        return None
    other = board.incidents.find(assignment.incident)
    return assignment.id if other is not None and other.level is not None and other.level < level else None


def _drives(found: list[Found], spots: list[Spot | None], incident: Incident, travel: Travel) -> list[int | None]:
    """Drive ms of each unit found; 0 for crews by phone or video, None where place or road is unknown. The roads are asked once a mode."""
    drives = [0 if terms.remote else None for _, terms, _, _ in found]
    if incident.spot is None:
        return drives
    origins: dict[Mode, tuple[list[int], list[Spot]]] = {mode: ([], []) for mode in Mode}
    for place, ((_, terms, _, _), spot) in enumerate(zip(found, spots, strict=True)):
        if spot is not None and not terms.remote:
            places, starts = origins[terms.mode]
            places.append(place)
            starts.append(spot)
    for mode, (places, starts) in origins.items():
        for place, drive in zip(places, travel.drive_ms(starts, incident.spot, mode) if starts else (), strict=True):
            drives[place] = drive
    return drives


def _ranks(scene: Scene, incident: Incident, now: int, plan: LevelPlan) -> list[Rank]:
    language, ends_before = incident.language, now + SHIFT_END_WORTH_MS
    ranks = []
    for place, ((unit, terms, lacks, leaving), drive) in enumerate(zip(scene.found, scene.drives, strict=True)):
        cost = FAR if drive is None else drive + len(unit.assignments) * plan.load_penalty_ms
        cost += terms.worth_ms
        if language and language in unit.languages:
            cost -= LANGUAGE_WORTH_MS
        if 0 < unit.shift_ends_at < ends_before:
            cost += SHIFT_END_WORTH_MS
        ranks.append((leaving != "", drive is not None and drive > terms.limit_ms, len(lacks), terms.row, cost, place))
    return ranks


def _options(
    ranks: list[Rank], scene: Scene, incident: Incident, program: Program, needed: frozenset[str], now: int, rows: int
) -> tuple[Option, ...]:
    """The first eight that are in the order at all; others only ever come along for a requirement."""
    shown = [rank for rank in ranks if rank[3] < rows][:SHOWN]
    options = []
    for number, (_, too_far, _, _, _, place) in enumerate(shown, 1):
        (unit, _, lacks, leaving), spot, drive_ms = scene.found[place], scene.spots[place], scene.drives[place]
        reasons = reasons_for(unit, incident, program, drive_ms, too_far, lacks, leaving, now)
        options.append(Option(unit.id, unit.acts_as, number, drive_ms, spot, False, reasons))
    first = shown[0][-1] if shown else None
    return (*options, *_also(ranks, scene, needed if first is None else scene.found[first][2], first, len(options)))


def _also(ranks: list[Rank], scene: Scene, lacks: frozenset[str], first: int | None, number: int) -> list[Option]:
    """The quickest second unit for each capability the first option lacks."""
    taken, options = {first}, list[Option]()
    for ability in sorted(lacks):
        able = [
            (cost, place)
            for diverted, _, _, _, cost, place in ranks
            if not diverted and place not in taken and ability in scene.found[place][0].capabilities
        ]
        if able:
            _, place = min(able)
            taken.add(place)
            unit, number = scene.found[place][0], number + 1
            options.append(Option(unit.id, unit.acts_as, number, scene.drives[place], scene.spots[place], True, also_reasons(ability)))
    return options


def _missing(
    board: Board, incident: Incident, order: dict[str, tuple[int, int]], ranks: list[Rank], found: list[Found]
) -> tuple[Missing, ...]:
    """The kinds that stand before the best free option in the order, and why none of them could go."""
    best = min((row for diverted, too_far, _, row, _, _ in ranks if not diverted and not too_far), default=len(order))
    if best == 0:
        return ()
    far = {found[place][0].acts_as for _, too_far, _, _, _, place in ranks if too_far}
    units = [unit for unit in board.units if unit.area == incident.area and unit.service is not UnitService.OFF_DUTY]
    return tuple(Missing(kind, _why(kind, far, units)) for kind, (row, _) in order.items() if row < best)


def _why(kind: str, far: set[str], units: list[Unit]) -> str:
    if kind in far:
        return "too_far"
    if any(unit.acts_as == kind for unit in units):
        return "all_busy"
    return "incomplete" if any(unit.crew_kind == kind for unit in units) else "none_on_duty"
