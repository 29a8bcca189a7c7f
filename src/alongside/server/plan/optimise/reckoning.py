"""The formulas at work, one question after the other beside whoever waits; what they answered is kept for a while."""

from dataclasses import replace

from alongside.server.plan.board.kept import find_world
from alongside.server.plan.board.profiles import rules_of
from alongside.server.plan.optimise.answers import Answers
from alongside.server.plan.optimise.asked import Wanted
from alongside.server.plan.optimise.question import Question
from alongside.twin.optimise.candidates import Candidate, candidates
from alongside.twin.optimise.goal import Unreachable
from alongside.twin.optimise.serving import serving_of
from alongside.twin.posts.roster import Infeasible
from alongside.twin.whatif.plan import BoardPlan

PATIENCE_S = 2.0  # a page waits so long for the formulas, then follows them
KEPT = 32  # answers
_answers: Answers[Question] = Answers(KEPT, PATIENCE_S)


def question(wanted: Wanted, today: BoardPlan) -> Question | None:
    """The formulas' answer, kept for the next time the same is asked; None while they are still reckoning."""
    return _answers.ask((wanted, today.mark()), lambda: _reckon(wanted, today))


def _reckon(wanted: Wanted, today: BoardPlan) -> Question:
    world = find_world(today.world)
    if world is None:
        raise LookupError(today.world)
    like = next(unit for unit in today.units if unit.crew_kind == wanted.goal.crew_kind)
    try:
        serving = serving_of(world, rules_of(today), wanted.goal.crew_kind, today.start)
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
