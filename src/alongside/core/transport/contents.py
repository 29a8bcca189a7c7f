"""Which function of transport answers which request, and which timer."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.transport import requests as r
from alongside.core.transport import restraining, riding

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.AskTransport: riding.ask_transport,
    r.TakeBackTransport: riding.take_back,
    r.RecordSearch: restraining.record_search,
    r.StartRestraint: restraining.start_restraint,
    r.MoveRestraint: restraining.move_restraint,
    r.EndRestraint: restraining.end_restraint,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.DROP_OFF: riding.drop_off_due}
