"""Everything about a person's record that can be asked, and every timer of it: the record itself, and what the law adds to it."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.custodian import decide as custodian
from alongside.core.fact import Fact
from alongside.core.person import decide as record
from alongside.core.supervised import decide as supervised

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {**record.DECIDE, **custodian.DECIDE, **supervised.DECIDE}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {**custodian.DUE}
