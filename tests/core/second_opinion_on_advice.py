"""A second opinion on who should go: one unit at a time, rule after rule, in no hurry. Written from the rules, with figures of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from alongside.core.board import Board
from alongside.core.codes import UnitService
from alongside.core.dispatch.facts import Missing, Option
from alongside.core.dispatch.recommend import Recommendation
from alongside.core.party import Reason, reason
from alongside.core.rules import CrewKind, Rules
from alongside.core.state import Incident, Unit
from alongside.core.travel import Spot, Travel

MINUTE = 60_000
UNKNOWN_DRIVE = 10**12  # longer than any
GONE = ("cleared", "cancelled", "withdrawn", "declined")
NOBODY_WITH_THE_PERSON_YET = ("assigned", "acknowledged", "enroute")


@dataclass(frozen=True)
class Seen:
    """One unit, as seen from the need."""

    unit: Unit
    kind: CrewKind
    place: int | None  # of its kind in the order; None for a kind that is not in it
    spot: Spot | None
    drive: int | None
    too_far: bool
    lacks: frozenset[str]
    leaves: str  # the assignment it would be taken from

    @property
    def asked_first(self) -> tuple[bool, ...]:
        """What counts before the order does."""
        return (self.leaves != "", self.too_far)


class SecondOpinion:
    """What would be advised for one need."""

    def __init__(
        self, board: Board, need: Incident, rules: Rules, travel: Travel, now: int, where: Mapping[str, Spot] | None = None
    ) -> None:
        self.board, self.need, self.program, self.travel, self.now, self.where = board, need, rules.program, travel, now, where or {}
        self.level = self.program.unassessed_as if need.level is None else need.level
        self.plan = self.program.levels.get(self.level)
        self.steps = self.plan.order if self.plan else ()
        self.shy = need.no_uniform or "no_uniform" in [one.code for one in need.requirements]
        self.places = self.places_in_the_order()
        self.needed = self.abilities_nobody_brings()

    # -- the kinds of crew

    def places_in_the_order(self) -> dict[str, int]:
        """The protocol's kinds, then the level's; uniforms one place later where none is wanted, never behind all others."""
        order: list[str] = []
        for kind in (*self.need.crews_advised, *(step.crew_kind for step in self.steps)):
            if kind in self.program.crews and kind not in self.need.crews_excluded and kind not in order:
                order.append(kind)
        places = {kind: order.index(kind) for kind in order}
        without = [places[kind] for kind in order if not self.in_uniform(kind)]
        if self.shy and without:
            for kind in order:
                if self.in_uniform(kind) and places[kind] < without[-1]:
                    places[kind] += 1
        return places

    def in_uniform(self, kind: str) -> bool:
        """Police, ambulance and fire crews that come in person."""
        crew = self.program.crews[kind]
        marked = [self.program.requirements.get(code, code) for code in ("police", "ems", "fire_rescue")]
        return not crew.remote and any(ability in crew.needs for ability in marked)

    def furthest(self, kind: str) -> int | None:
        """The longest drive that this level takes from such a crew, ms; None where there is no limit."""
        limits = {step.crew_kind: step.drive_limit_ms for step in self.steps}
        if kind not in self.places:
            return None
        return limits.get(kind, max(limits.values(), default=0)) or None

    def abilities_nobody_brings(self) -> frozenset[str]:
        """What the answers ask for, less what is there or on its way."""
        still = {self.program.requirements[one.code] for one in self.need.requirements if one.code in self.program.requirements}
        for id in self.need.assignments:
            assignment = self.board.assignments.find(id)
            unit = self.board.units.find(assignment.unit) if assignment and assignment.status.value not in GONE else None
            still -= unit.capabilities if unit else set()
        return frozenset(still)

    # -- the units

    def seen(self) -> Iterator[Seen]:
        """Everybody who may be sent, in the order they came on the board."""
        for unit in self.board.units:
            kind = self.program.crews.get(unit.acts_as)
            if kind and self.may_come(unit, kind) and (leaves := self.would_leave(unit)) is not None:
                spot = self.where.get(unit.id, unit.spot)
                drive, limit = self.drive(kind, spot), self.furthest(kind.id)
                too_far = drive is not None and limit is not None and drive > limit
                yield Seen(unit, kind, self.places.get(kind.id), spot, drive, too_far, self.needed - unit.capabilities, leaves)

    def may_come(self, unit: Unit, kind: CrewKind) -> bool:
        """In service here, of a kind this caller may have; of a kind in the order, or with something that is needed."""
        allowed = self.need.origin in kind.asked_by and kind.id not in self.need.crews_excluded
        here = unit.service is UnitService.IN_SERVICE and unit.area == self.need.area
        return allowed and here and (kind.id in self.places or bool(self.needed & unit.capabilities))

    def would_leave(self, unit: Unit) -> str | None:
        """ "" for a free unit; the one it could be taken from for something more urgent; None where it must be left alone."""
        if not unit.assignments:
            return ""
        at = self.board.assignments.find(unit.assignments[0])
        if len(unit.assignments) > 1 or at is None or at.id in self.need.assignments or at.status.value not in NOBODY_WITH_THE_PERSON_YET:
            return None
        other = self.board.incidents.find(at.incident)
        return at.id if other and other.level is not None and other.level < self.level else None

    def drive(self, kind: CrewKind, spot: Spot | None) -> int | None:
        """ms, each asked for alone."""
        if kind.remote:
            return 0
        if spot is None or self.need.spot is None:
            return None
        return self.travel.drive_ms([spot], self.need.spot, kind.mode)[0]

    def cost(self, one: Seen) -> int:
        """The drive, with what speaks for and against this crew counted in minutes of it."""
        cost = UNKNOWN_DRIVE if one.drive is None else one.drive
        if one.drive is not None and self.plan:
            cost += len(one.unit.assignments) * self.plan.load_penalty_ms
        if self.need.language and self.need.language in one.unit.languages:
            cost -= 5 * MINUTE
        if one.unit.shift_ends_at and one.unit.shift_ends_at < self.now + 10 * MINUTE:
            cost += 10 * MINUTE
        return cost + (10 * MINUTE if self.shy and self.in_uniform(one.kind.id) else 0)

    def is_better(self, one: Seen, other: Seen) -> bool:
        """Rule after rule; who came on the board first where none decides."""
        if one.asked_first != other.asked_first:
            return one.asked_first < other.asked_first
        if len(one.lacks) != len(other.lacks):
            return len(one.lacks) < len(other.lacks)
        if one.place != other.place:
            return other.place is None or (one.place is not None and one.place < other.place)
        if self.cost(one) != self.cost(other):
            return self.cost(one) < self.cost(other)
        return one.unit.index < other.unit.index

    # -- the advice

    def advise(self) -> Recommendation:
        """At most eight that could go alone, whom to send along, and the kinds that would be better and are not to be had."""
        if self.plan is None:
            return Recommendation((), ())
        all_seen = list(self.seen())
        could_go = [one for one in all_seen if one.place is not None]
        better_than = {one.unit.id: sum(self.is_better(other, one) for other in could_go) for one in could_go}
        best = sorted(could_go, key=lambda one: better_than[one.unit.id])[:8]
        options = [self.option(one, rank, self.reasons(one), also=False) for rank, one in enumerate(best, 1)]
        options += self.along(all_seen, best[0] if best else None, len(best))
        return Recommendation(tuple(options), tuple(self.not_to_be_had(all_seen)))

    def option(self, one: Seen, rank: int, reasons: tuple[Reason, ...], also: bool) -> Option:
        """As it is kept."""
        return Option(one.unit.id, one.kind.id, rank, one.drive, one.spot, also, reasons)

    def along(self, all_seen: list[Seen], first: Seen | None, rank: int) -> Iterator[Option]:
        """For each thing the first lacks, whoever is free and there soonest with it."""
        chosen = [first] if first else []
        for ability in sorted(first.lacks if first else self.needed):
            able = [one for one in all_seen if ability in one.unit.capabilities and not one.leaves and one not in chosen]
            if able:
                chosen.append(min(able, key=lambda one: (self.cost(one), one.unit.index)))
                rank += 1
                yield self.option(chosen[-1], rank, (reason("brings", ability=ability),), also=True)

    def not_to_be_had(self, all_seen: list[Seen]) -> Iterator[Missing]:
        """Kinds before the first that is free and near enough, each with what keeps it."""
        there = [one.place for one in all_seen if one.place is not None and not any(one.asked_first)]
        on_duty = [unit for unit in self.board.units if unit.area == self.need.area and unit.service is not UnitService.OFF_DUTY]
        for kind, place in self.places.items():
            if there and place >= min(there):
                continue
            if any(one.too_far and one.kind.id == kind for one in all_seen):
                yield Missing(kind, "too_far")
            elif any(unit.acts_as == kind for unit in on_duty):
                yield Missing(kind, "all_busy")
            else:
                yield Missing(kind, "incomplete" if any(unit.crew_kind == kind for unit in on_duty) else "none_on_duty")

    def reasons(self, one: Seen) -> tuple[Reason, ...]:
        """Who is aboard, the way, what is lacking, what is met, the language, the uniform, what it leaves, its load, its shift's end."""
        unit, language = one.unit, self.need.language
        aboard = "aboard" if unit.acts_as == unit.crew_kind else "aboard_incomplete"
        said = [reason(aboard, crew_kind=unit.acts_as, rostered_as=unit.crew_kind, members=len(unit.members)), self.way(one)]
        said += [reason("lacks", ability=ability) for ability in sorted(one.lacks)]
        asked = [(need, self.program.requirements.get(need.code)) for need in self.need.requirements]
        said += [reason("meets", requirement=need.code, answer=need.answer) for need, ability in asked if ability in unit.capabilities]
        if language not in ("", "en"):
            said.append(reason("speaks" if language in unit.languages else "needs_interpreter", language=language))
        if self.shy:
            said.append(reason("in_uniform" if self.in_uniform(one.kind.id) else "no_uniform"))
        if one.kind.meets_police:
            said.append(reason("stages_for_police"))
        if unit.assignments:
            said.append(reason("would_leave", assignment=one.leaves) if one.leaves else reason("load", open=len(unit.assignments)))
        if unit.shift_ends_at and unit.shift_ends_at < self.now + 30 * MINUTE:
            said.append(reason("shift_ends", minutes=max(0, (unit.shift_ends_at - self.now) // MINUTE)))
        return tuple(said)

    def way(self, one: Seen) -> Reason:
        """How it gets there."""
        if one.kind.remote:
            return reason("at_once")
        if self.need.spot is None:
            return reason("place_unknown")
        if one.drive is None:
            return reason("no_road")
        return reason("too_far" if one.too_far else "drive", ms=one.drive)
