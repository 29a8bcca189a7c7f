"""A goal put to the formulas, and the rosters they give put to the twin: today's, each alone, and each among everybody else's."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Lock

from alongside.core.codes import Level
from alongside.core.rules import Rules
from alongside.server.plan.board.today import TODAY, find_world
from alongside.server.plan.board.words import crew_name
from alongside.server.plan.optimise.asked import Wanted
from alongside.server.site.deployment import get_deployment
from alongside.twin.optimise.candidates import Candidate, candidates
from alongside.twin.optimise.goal import Unreachable
from alongside.twin.optimise.serving import serving_of
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.posts.roster import Infeasible
from alongside.twin.whatif.plan import BoardPlan
from alongside.twin.whatif.sources import engine_mark
from alongside.twin.whatif.told import Job, Side

ALONE, AMONG = "alone", "among"
PATIENCE_S = 2.0  # a page waits so long for the formulas, then follows them
KEPT = 32  # answers
_reckoning = ThreadPoolExecutor(1, thread_name_prefix="optimise")
_asked: "dict[tuple[Wanted, str], Future[Question]]" = {}
_lock = Lock()


@dataclass(frozen=True)
class Question:
    """What a goal comes to here. ``why``: the code of why no roster meets it, with its figures."""

    today: BoardPlan
    world: PlanningWorld
    wanted: Wanted
    served: float
    found: tuple[Candidate, ...]
    why: tuple[str, dict[str, object]] = ("", {})

    def job(self) -> Job:
        """Everything the twin is asked: 1 + 2 for each candidate."""
        sides = [Side(name=TODAY, program=self.today.program, rules=self.today.rules, units=self.today.units)]
        sides += [side for one in self.found for side in (self._side(one, ALONE), self._side(one, AMONG))]
        area, wanted = get_deployment().profile.area.name, self.wanted
        return Job(
            area=area,
            world=self.world,
            start=self.today.start,
            weeks=wanted.weeks,
            runs=wanted.runs,
            sides=tuple(sides),
            engine=engine_mark(),
        )

    def _side(self, one: Candidate, how: str) -> Side:
        units = one.units if how == ALONE else self.plan(one).units
        return Side(name=f"{one.name}-{how}", program=self.today.program, rules=self.today.rules, units=units)

    def plan(self, one: Candidate) -> BoardPlan:
        """As a plan of the board: today's other teams stay, those of this kind are replaced."""
        others = tuple(unit for unit in self.today.units if unit.crew_kind != self.wanted.goal.crew_kind)
        return BoardPlan(
            program=self.today.program, rules=self.today.rules, world=self.today.world, start=self.today.start, units=(*others, *one.units)
        )


def kinds_of(today: BoardPlan) -> dict[str, str]:
    """Kinds of crew that drive and that today's roster has a team of, with their names, in the order of the urgent level."""
    program = get_deployment().rules.program
    order = [step.crew_kind for step in program.levels[Level.URGENT].order]
    driving = {unit.crew_kind for unit in today.units if unit.crew_kind in program.crews and not program.crews[unit.crew_kind].remote}
    return {
        kind: crew_name(kind) for kind in sorted(driving, key=lambda kind: (kind not in order, kind in order and order.index(kind), kind))
    }


def question(wanted: Wanted, today: BoardPlan) -> Question | None:
    """The formulas' answer, kept for the next time the same is asked; None while they are still reckoning."""
    key = (wanted, today.mark())
    with _lock:
        if key not in _asked:
            _asked[key] = _reckoning.submit(_reckon, wanted, today)
            for old in list(_asked)[:-KEPT]:
                _asked.pop(old)
        found = _asked[key]
    try:
        return found.result(timeout=PATIENCE_S)
    except TimeoutError:
        return None


def _reckon(wanted: Wanted, today: BoardPlan) -> Question:
    world = find_world(today.world)
    if world is None:
        raise LookupError(today.world)
    like = next(unit for unit in today.units if unit.crew_kind == wanted.goal.crew_kind)
    try:
        serving = serving_of(world, _rules(), wanted.goal.crew_kind, today.start)
        return Question(today, world, wanted, serving.served, _distinct(candidates(serving, wanted.goal, like)))
    except Unreachable as why:
        return Question(today, world, wanted, 0.0, (), (why.code, why.parameters))
    except Infeasible:
        return Question(today, world, wanted, 0.0, (), ("no_shifts", {}))


def _rules() -> Rules:
    rules = get_deployment().profile.rules  # what the twin lives by, too
    return rules.base or rules


def _distinct(found: list[Candidate]) -> tuple[Candidate, ...]:
    """Where two ways choose the same posts there is one candidate."""
    kept: dict[tuple[object, ...], Candidate] = {}
    for one in found:
        same = (one.posts, tuple(one.on_duty.tolist()))
        kept[same] = replace(kept[same], name="both") if same in kept else one
    return tuple(kept.values())
