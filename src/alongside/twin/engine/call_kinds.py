"""One kind of call as the policy sees it: the core itself is asked once, and its facts become rows to be told again and again."""

from dataclasses import dataclass

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.codes import Level, Origin
from alongside.core.decide import decide
from alongside.core.dispatch.recommend import Terms, order_of, terms_of
from alongside.core.fact import Fact
from alongside.core.intake.requests import AnswerProtocol, SetLevel, TakeCall
from alongside.core.intake.weapon import is_known
from alongside.core.request import Request
from alongside.core.rules import Rules
from alongside.core.state import Incident
from alongside.core.travel import Spot
from alongside.twin.engine import naming
from alongside.twin.engine.grid import GridTravel
from alongside.twin.planning.world import CallKind

BY_HAND = "from_history"


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


def is_minor(kind: CallKind) -> bool:
    """Whether the caller says that the person is not grown up."""
    return dict(kind.answers).get("age") in ("youth", "child")


def taking(index: int, kind: CallKind, rules: Rules, request: str, spot: Spot | None = None) -> TakeCall:
    """The first ring of a call of this kind."""
    episode, origin = naming.episode(index), Origin(kind.origin)
    return TakeCall(
        id=request, by=naming.ASKS, incident=naming.incident(index), episodes=(episode,), area=naming.AREA, origin=origin,
        position=naming.answers(rules, origin).id, language=kind.language, callback_known=True, spot=spot,
        minors=(episode,) if is_minor(kind) else (),
    )  # fmt: skip


def assessing(index: int, kind: CallKind, rules: Rules, request: str) -> Request:
    """What is learnt of it: the answers of the protocol, or a level set by hand."""
    incident = naming.incident(index)
    if not kind.answers:
        return SetLevel(id=request, by=naming.ASKS, incident=incident, level=Level(kind.level), reason=BY_HAND)
    return AnswerProtocol(id=request, by=naming.ASKS, incident=incident, protocol=rules.program.protocol, answers=kind.answers)


def know(kind: CallKind, rules: Rules, travel: GridTravel, desks: tuple[Fact, ...]) -> Known:
    """Ask the core what it makes of this call. Raises ``Outside`` where it stays unassessed, ``Refused`` where it is refused."""
    board = Board()
    for fact in desks:
        apply(board, fact)
    for fact in decide(board, taking(0, kind, rules, "first"), rules, travel, 0):
        apply(board, fact)
    told = decide(board, assessing(0, kind, rules, "then"), rules, travel, 0)
    for fact in told:
        apply(board, fact)
    incident = board.incidents.reach(naming.incident(0))
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
