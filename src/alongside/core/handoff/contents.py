"""Everything about a safe place that can be asked, and every timer of it: the place itself, and who answers for it without an account."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.handoff import decide
from alongside.core.invitation import decide as invitation

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {**decide.DECIDE, **invitation.DECIDE}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {**decide.DUE}
