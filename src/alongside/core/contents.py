"""The table of contents of the system: which stage of the call answers which request, and which timer."""

from collections.abc import Callable, Mapping

from alongside.core.codes import ClockKind
from alongside.core.dispatch import decide as dispatch
from alongside.core.fact import Fact
from alongside.core.field import contents as field
from alongside.core.follow_up import contents as follow_up
from alongside.core.handoff import contents as handoff
from alongside.core.intake import decide as intake
from alongside.core.person import contents as person
from alongside.core.person.prohibited import stopping_outreach
from alongside.core.promise import contents as promise
from alongside.core.request import Request

DECIDE: Mapping[type[Request], Callable[..., tuple[Fact, ...]]] = stopping_outreach(
    {
        **intake.DECIDE,
        **dispatch.DECIDE,
        **field.DECIDE,
        **handoff.DECIDE,
        **follow_up.DECIDE,
        **promise.DECIDE,
        **person.DECIDE,
    }
)
DUE: Mapping[ClockKind, Callable[..., tuple[Fact, ...]]] = {
    **intake.DUE,
    **dispatch.DUE,
    **field.DUE,
    **handoff.DUE,
    **follow_up.DUE,
    **promise.DUE,
    **person.DUE,
}
