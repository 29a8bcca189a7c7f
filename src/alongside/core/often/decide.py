"""What follows from looking at the list: it is left, or looked at again. Nobody is decided about who is not on it."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.fact import Fact, area_stream, person_stream
from alongside.core.often import facts as f
from alongside.core.often import requests as r
from alongside.core.often.listing import find_often
from alongside.core.refused import Refused

DECISIONS = frozenset({"leave", "look_again"})


def review_often(asking: Asking, request: r.ReviewOften) -> tuple[Fact, ...]:
    """A day to look again must not have passed."""
    if request.decision not in DECISIONS:
        raise Refused("not_in_list", what="decision", allowed=", ".join(sorted(DECISIONS)))
    found = find_often(asking.board, asking.rules.cases.often, asking.now, request.whom, request.key)
    if found is None:
        raise Refused("often_unknown")
    again = request.look_again_at if request.decision == "look_again" else None
    if request.decision == "look_again" and (again is None or again <= asking.now):
        raise Refused("often_needs_day")
    stream = person_stream(request.key) if request.whom == "person" else area_stream(asking.rules.program.area)
    return (f.OftenReviewed(stream, asking.at, found.whom, found.key, request.decision, again, asking.by.staff, found.counted),)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {r.ReviewOften: review_often}
