"""Who oversees says that they see to something late: its alarm is quiet, for everybody, until the policy says it again."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.fact import Fact, area_stream
from alongside.core.late import requests as r
from alongside.core.late.facts import LateTakenOn
from alongside.core.late.finding import LATE, is_quiet
from alongside.core.refused import Refused, must_be_in


def take_on(asking: Asking, request: r.TakeOnLate) -> tuple[Fact, ...]:
    """Only what is late; of two who press at once one reads who was first."""
    must_be_in(request.what, "what", LATE)
    late = LATE[request.what](asking.board, request.about)
    if late is None:
        raise Refused("late_no_more")
    if is_quiet(asking.board, request.what, request.about, late.newest, asking.now):
        raise Refused("late_taken_on", staff=asking.board.taken_on[request.what, request.about].staff)
    until = asking.now + again_ms(asking, request.what)
    return (LateTakenOn(area_stream(asking.rules.program.area), asking.now, request.what, request.about, asking.by.staff, until),)


def again_ms(asking: Asking, what: str) -> int:
    """How often the policy says again that such a thing is late."""
    rules = asking.rules
    return {"threat": rules.threat.again_ms, "referral": rules.referral.again_ms}.get(what, rules.cases.again_ms)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {r.TakeOnLate: take_on}
