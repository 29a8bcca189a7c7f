"""Which function of the promise, or of the policy that sets its limits, answers which request, and which timer."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.policy import decide as policy
from alongside.core.promise import agreeing, decide

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {**decide.DECIDE, **agreeing.DECIDE, **policy.DECIDE}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {**decide.DUE}
