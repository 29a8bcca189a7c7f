"""The recommendation written plainly, everything sorted and all reasons in one cache: what the quick one must equal to the letter."""

from collections.abc import Mapping
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.codes import AssignmentStatus, Level, UnitService
from alongside.core.dispatch.facts import Missing, Option
from alongside.core.dispatch.recommend import Recommendation
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.party import Reason, reason
from alongside.core.rules import LevelPlan, Program, Rules
from alongside.core.state import Incident, Unit
from alongside.core.travel import Mode, Spot, Travel

SHOWN = 8
SHIFT_ENDS_SOON_MS = 1_800_000
FAR = 10**12  # sorts after everything reachable
LANGUAGE_WORTH_MS = 300_000  # speaking the person's language is worth five minutes of drive
SHIFT_END_WORTH_MS = 600_000
# Moving, but nobody depends on the crew yet: it may be sent elsewhere for something more urgent.
DIVERTIBLE = frozenset({AssignmentStatus.ASSIGNED, AssignmentStatus.ACKNOWLEDGED, AssignmentStatus.ENROUTE})


class Terms(NamedTuple):
    """What holds at this incident for every unit of one kind of crew. ``row`` is its place in the order, or the order's length."""

    row: int
    limit_ms: int
    mode: Mode
    remote: bool


# A unit that may go at all: the capabilities still needed that it does not bring, the assignment it would leave or "".
Found = tuple[Unit, Terms, frozenset[str], str]


class Candidate(NamedTuple):
    """A unit that could go, and what it would cost. Its fields are in the order candidates are sorted by; ``unit_index`` makes it total.

    Free before diverted, in reach before far, complete before lacking, then the level's order (``step``), then time.
    """

    diverted: bool
    too_far: bool
    incomplete: bool
    lacking: int
    step: int
    cost: int
    unit_index: int
    unit: Unit
    lacks: frozenset[str]
    leaving: str
    spot: Spot | None
    drive_ms: int | None


def recommend_plainly(
    board: Board, incident: Incident, rules: Rules, travel: Travel, now: int, where: Mapping[str, Spot] | None = None
) -> Recommendation:
    """Rank the units of the incident's area.

    ``where`` gives live positions by unit; a unit not in it is taken to be where its last fact said. Drive times are integer ms.
    """
    level = incident.level if incident.level is not None else rules.program.unassessed_as
    plan = rules.program.levels.get(level)
    if plan is None:
        return Recommendation((), ())
    order = _order(incident, plan, rules.program)
    needed = _still_needed(board, incident, rules.program)
    found = _candidates(board, incident, level, _terms(incident, rules.program, order), len(order), needed)
    timed = _timed(found, incident, travel, now, where or {}, plan)
    timed.sort()
    options = _options(timed, incident, rules.program, needed, now, len(order))
    return Recommendation(options, _missing(board, incident, order, timed))


def _order(incident: Incident, plan: LevelPlan, program: Program) -> dict[str, tuple[int, int]]:
    """Crew kind → (row, drive limit): the protocol's own order where it gave one, then the level's, less what the protocol rules out."""
    limits = {step.crew_kind: step.drive_limit_ms for step in plan.order}
    listed = dict.fromkeys((*incident.crews_advised, *limits))
    kinds = [kind for kind in listed if kind in program.crews and kind not in incident.crews_excluded]
    furthest = max(limits.values(), default=0)
    return {kind: (row, limits.get(kind, furthest)) for row, kind in enumerate(kinds)}


def _still_needed(board: Board, incident: Incident, program: Program) -> frozenset[str]:
    """Capabilities the requirements ask for that nobody on the incident brings yet."""
    wanted = {program.requirements[one.code] for one in incident.requirements if one.code in program.requirements}
    there = [board.assignments.find(id) for id in incident.assignments]
    units = [board.units.find(one.unit) for one in there if one is not None and one.status not in ASSIGNMENT_ENDS]
    return frozenset(wanted).difference(*(unit.capabilities for unit in units if unit is not None))


def _terms(incident: Incident, program: Program, order: dict[str, tuple[int, int]]) -> dict[str, Terms]:
    """The kinds of crew that this caller may have and the protocol does not rule out."""
    kinds = (kind for kind in program.crews.values() if incident.origin in kind.asked_by and kind.id not in incident.crews_excluded)
    last = (len(order), 0)
    return {kind.id: Terms(row, limit or FAR, kind.mode, kind.remote) for kind in kinds for row, limit in (order.get(kind.id, last),)}


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


def _timed(found: list[Found], incident: Incident, travel: Travel, now: int, where: Mapping[str, Spot], plan: LevelPlan) -> list[Candidate]:
    spots = [where.get(unit.id, unit.spot) for unit, *_ in found]
    language, ends_before = incident.language, now + SHIFT_END_WORTH_MS
    timed = []
    for (unit, terms, lacks, leaving), spot, drive in zip(found, spots, _drives(found, spots, incident, travel), strict=True):
        cost = FAR if drive is None else drive + len(unit.assignments) * plan.load_penalty_ms
        if language and language in unit.languages:
            cost -= LANGUAGE_WORTH_MS
        if 0 < unit.shift_ends_at < ends_before:
            cost += SHIFT_END_WORTH_MS
        too_far = (drive or 0) > terms.limit_ms
        rank = (leaving != "", too_far, len(lacks) > 0, len(lacks), terms.row, cost, unit.index)
        timed.append(Candidate(*rank, unit, lacks, leaving, spot, drive))
    return timed


def _drives(found: list[Found], spots: list[Spot | None], incident: Incident, travel: Travel) -> list[int | None]:
    """Drive ms of each candidate; 0 for crews by phone or video, None where place or road is unknown."""
    drives: list[int | None] = [None] * len(found)
    by_mode: dict[Mode, tuple[list[int], list[Spot]]] = {}
    for place, (_, terms, _, _) in enumerate(found):
        spot = spots[place]
        if terms.remote:
            drives[place] = 0
        elif spot is not None:
            places, origins = by_mode.setdefault(terms.mode, ([], []))
            places.append(place)
            origins.append(spot)
    if incident.spot is not None:
        for mode, (places, origins) in by_mode.items():
            for place, drive in zip(places, travel.drive_ms(origins, incident.spot, mode), strict=True):
                drives[place] = drive
    return drives


def _options(
    timed: list[Candidate], incident: Incident, program: Program, needed: frozenset[str], now: int, rows: int
) -> tuple[Option, ...]:
    """The first eight that are in the order at all; others only ever come along for a requirement."""
    main = [one for one in timed if one.step < rows][:SHOWN]
    options = [_option(one, rank, incident, program, now) for rank, one in enumerate(main, 1)]
    lacks = main[0].lacks if main else needed
    return (*options, *_also(timed, lacks, {one.unit.id for one in main[:1]}, len(options)))


def _option(one: Candidate, rank: int, incident: Incident, program: Program, now: int) -> Option:
    reasons = reasons_for(one.unit, incident, program, one.drive_ms, one.too_far, one.lacks, one.leaving, now)
    return Option(one.unit.id, one.unit.acts_as, rank, one.drive_ms, one.spot, False, reasons)


def _also(timed: list[Candidate], lacks: frozenset[str], taken: set[str], rank: int) -> tuple[Option, ...]:
    """The quickest second unit for each capability the first option lacks."""
    found = []
    for ability in sorted(lacks):
        able = [one for one in timed if ability in one.unit.capabilities and not one.leaving and one.unit.id not in taken]
        if able:
            one = min(able, key=lambda each: (each.cost, each.unit.index))
            taken.add(one.unit.id)
            rank += 1
            found.append(Option(one.unit.id, one.unit.acts_as, rank, one.drive_ms, one.spot, True, also_reasons(ability)))
    return tuple(found)


def _missing(board: Board, incident: Incident, order: dict[str, tuple[int, int]], timed: list[Candidate]) -> tuple[Missing, ...]:
    """The kinds that stand before the best free option in the order, and why none of them could go."""
    free = [one for one in timed if not one.leaving and not one.too_far]
    best = min((one.step for one in free), default=len(order))
    if best == 0:
        return ()
    far = {one.unit.acts_as for one in timed if one.too_far}
    units = [unit for unit in board.units if unit.area == incident.area and unit.service is not UnitService.OFF_DUTY]
    return tuple(Missing(kind, _why(kind, far, units)) for kind, (row, _) in order.items() if row < best)


def _why(kind: str, far: set[str], units: list[Unit]) -> str:
    if kind in far:
        return "too_far"
    if any(unit.acts_as == kind for unit in units):
        return "all_busy"
    return "incomplete" if any(unit.crew_kind == kind for unit in units) else "none_on_duty"


def reasons_for(
    unit: Unit, incident: Incident, program: Program, drive_ms: int | None, too_far: bool, lacks: frozenset[str], leaving: str, now: int
) -> tuple[Reason, ...]:
    """Why this unit stands where it stands: aboard, requirements, drive, language, load, shift."""
    reasons = [_aboard(unit), _drive(program, unit, incident, drive_ms, too_far)]
    reasons += [reason("lacks", ability=ability) for ability in sorted(lacks)]
    reasons += [reason("meets", requirement=one.code, answer=one.answer) for one in incident.requirements if _met(program, unit, one.code)]
    if incident.language and incident.language != "en":
        reasons.append(reason("speaks" if incident.language in unit.languages else "needs_interpreter", language=incident.language))
    if program.crews[unit.acts_as].meets_police:
        reasons.append(reason("stages_for_police"))
    if leaving:
        reasons.append(reason("would_leave", assignment=leaving))
    if unit.assignments and not leaving:
        reasons.append(reason("load", open=len(unit.assignments)))
    if unit.shift_ends_at and unit.shift_ends_at - now < SHIFT_ENDS_SOON_MS:
        reasons.append(reason("shift_ends", minutes=max(0, (unit.shift_ends_at - now) // 60_000)))
    return tuple(reasons)


def _aboard(unit: Unit) -> Reason:
    code = "aboard" if unit.acts_as == unit.crew_kind else "aboard_incomplete"
    return reason(code, crew_kind=unit.acts_as, rostered_as=unit.crew_kind, members=len(unit.members))


def _drive(program: Program, unit: Unit, incident: Incident, drive_ms: int | None, too_far: bool) -> Reason:
    if program.crews[unit.acts_as].remote:
        return reason("at_once")
    if incident.spot is None:
        return reason("place_unknown")
    if drive_ms is None:
        return reason("no_road")
    return reason("too_far" if too_far else "drive", ms=drive_ms)


def _met(program: Program, unit: Unit, requirement: str) -> bool:
    return program.requirements.get(requirement, "") in unit.capabilities


def also_reasons(ability: str) -> tuple[Reason, ...]:
    """Why a second unit comes along."""
    return (reason("brings", ability=ability),)
