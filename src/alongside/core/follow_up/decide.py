"""Which function of follow-up answers which request."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.follow_up import attempts, taking
from alongside.core.follow_up import requests as r

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.TakeFollowUp: taking.take_follow_up,
    r.AttemptFollowUp: attempts.attempt_follow_up,
    r.CloseFollowUp: attempts.close_follow_up,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.FOLLOW_UP: attempts.follow_up_due}
