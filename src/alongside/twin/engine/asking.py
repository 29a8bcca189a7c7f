"""What somebody who calls asks of the core: the first ring, and what is learnt of it."""

from alongside.core.codes import Level, Origin
from alongside.core.intake.requests import AnswerProtocol, SetLevel, TakeCall
from alongside.core.request import Request
from alongside.core.rules import Rules
from alongside.core.travel import Spot
from alongside.twin.engine import naming
from alongside.twin.planning.world import CallKind

BY_HAND = "from_history"


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
