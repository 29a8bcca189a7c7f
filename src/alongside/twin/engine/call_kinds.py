"""One kind of call as the policy sees it: the core itself is asked once, and its facts become rows to be told again and again."""

from dataclasses import dataclass

from alongside.core.dispatch.recommend import Terms, order_of, terms_of
from alongside.core.fact import Fact
from alongside.core.intake.weapon import is_known
from alongside.core.rules import Rules
from alongside.core.state import Incident
from alongside.twin.engine import naming
from alongside.twin.engine.asking import assessing, taking
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.live_core import LiveCore
from alongside.twin.planning.world import CallKind


class Outside(Exception):
    """A scenario says something the kernels do not know; the live core runs it. The message says what."""


@dataclass(frozen=True)
class Known:
    """What the policy makes of one kind of call."""

    incident: Incident
    told: tuple[Fact, ...]  # by the first answer
    order: dict[str, tuple[int, int]]
    terms: dict[str, Terms]
    needed: frozenset[str]
    within_ms: int
    load_ms: int
    weapon_known: bool
    flags: tuple[str, ...]  # medical red flags that stand at yes


def know(kind: CallKind, rules: Rules, travel: GridTravel, desks: tuple[Fact, ...]) -> Known:
    """Ask the core what it makes of this call. Raises ``Outside`` where it stays unassessed, ``Refused`` where it is refused."""
    core = LiveCore(rules, travel)
    core.take(desks)
    core.settle(taking(0, kind, rules, "first"))
    told = core.settle(assessing(0, kind, rules, "then"))
    incident = core.board.incidents.reach(naming.incident(0))
    if incident.level is None:
        raise Outside(f"a call of the kind {kind.name} is never assessed: a critical question stays open")
    plan = rules.program.levels.get(incident.level)
    order = order_of(incident, plan, rules.program) if plan else {}
    wanted = {rules.program.requirements[one.code] for one in incident.requirements if one.code in rules.program.requirements}
    flags = tuple(flag for flag, state in {flag: state for flag, state, _ in incident.medical}.items() if state == "yes")
    return Known(
        incident, told, order, terms_of(incident, rules.program, order), frozenset(wanted), plan.assign_within_ms if plan else -1,
        plan.load_penalty_ms if plan else 0, is_known(incident), flags,
    )  # fmt: skip
