"""Everything after the scene that can be asked, and every timer of it: promises to reach the person again, and referrals."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.follow_up import decide
from alongside.core.late import decide as late
from alongside.core.referral import decide as referral

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {**decide.DECIDE, **referral.DECIDE, **late.DECIDE}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {**decide.DUE, **referral.DUE}
