"""Everything about a person's record that can be asked, and every timer of it: the record itself, and what the law adds to it."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.cases import contents as cases
from alongside.core.codes import ClockKind
from alongside.core.consent import decide as consent
from alongside.core.custodian import decide as custodian
from alongside.core.fact import Fact
from alongside.core.glass import decide as glass
from alongside.core.person import decide as record
from alongside.core.registry import decide as registry
from alongside.core.rights import decide as rights

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    **record.DECIDE,
    **consent.DECIDE,
    **custodian.DECIDE,
    **glass.DECIDE,
    **rights.DECIDE,
    **cases.DECIDE,
    **registry.DECIDE,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {
    **consent.DUE,
    **custodian.DUE,
    **glass.DUE,
    **rights.DUE,
    **cases.DUE,
    **registry.DUE,
}
