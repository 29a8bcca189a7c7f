"""The formulas at work, one question after the other beside whoever waits; what they answered is kept for a while."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from threading import Lock

from alongside.server.plan.board.kept import find_world
from alongside.server.plan.optimise.asked import Wanted
from alongside.server.plan.optimise.question import Question
from alongside.server.site.deployment import get_deployment
from alongside.twin.optimise.candidates import Candidate, candidates
from alongside.twin.optimise.goal import Unreachable
from alongside.twin.optimise.serving import serving_of
from alongside.twin.posts.roster import Infeasible
from alongside.twin.whatif.plan import BoardPlan

PATIENCE_S = 2.0  # a page waits so long for the formulas, then follows them
KEPT = 32  # answers
_reckoning = ThreadPoolExecutor(1, thread_name_prefix="optimise")
_asked: "dict[tuple[Wanted, str], Future[Question]]" = {}
_lock = Lock()


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
        serving = serving_of(world, get_deployment().profile.rules, wanted.goal.crew_kind, today.start)
        return Question(today, world, wanted, serving.served, _distinct(candidates(serving, wanted.goal, like)))
    except Unreachable as why:
        return Question(today, world, wanted, 0.0, (), (why.code, why.parameters))
    except Infeasible:
        return Question(today, world, wanted, 0.0, (), ("no_shifts", {}))


def _distinct(found: list[Candidate]) -> tuple[Candidate, ...]:
    """Where two ways choose the same posts there is one candidate."""
    kept: dict[tuple[object, ...], Candidate] = {}
    for one in found:
        same = (one.posts, tuple(one.on_duty.tolist()))
        kept[same] = replace(kept[same], name="both") if same in kept else one
    return tuple(kept.values())
