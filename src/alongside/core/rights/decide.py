"""Which function answers which request about a person's rights over their record."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.rights import amending, telling
from alongside.core.rights import requests as r

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.RecordDisclosure: telling.record_disclosure,
    r.HandOutCopy: telling.hand_out_copy,
    r.AskAmendment: amending.ask_amendment,
    r.ExtendAmendment: amending.extend_amendment,
    r.AcceptAmendment: amending.accept_amendment,
    r.RefuseAmendment: amending.refuse_amendment,
    r.StateDisagreement: amending.state_disagreement,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.AMENDMENT: amending.amendment_due}
