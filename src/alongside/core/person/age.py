"""In which band of age the law sees somebody. The day of birth stays in the vault; the ledger knows a band, and a year."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact, person_stream
from alongside.core.person import facts as f
from alongside.core.person import requests as r
from alongside.core.refused import Refused

BANDS = frozenset({"child", "teen", "adult", "unknown"})
YEARS_AHEAD_MS = 19 * 366 * 86_400_000


def set_age(asking: Asking, request: r.SetAge) -> tuple[Fact, ...]:
    """Known, or known better."""
    if request.person not in asking.board.people:
        raise Refused("person_unknown", person=request.person)
    return age_facts(asking, request.person, request.band, request.until)


def age_facts(asking: Asking, person: str, band: str, until: int | None) -> tuple[Fact, ...]:
    """The fact of a band; none where no band was said."""
    if not band:
        return ()
    must_be_band(asking, band, until)
    return (f.AgeKnown(person_stream(person), asking.at, person, band, until),)


def must_be_band(asking: Asking, band: str, until: int | None) -> None:
    """A band of the list; who is not grown says until when that is certain."""
    if band not in BANDS:
        raise Refused("not_in_list", what="band", allowed=", ".join(sorted(BANDS)))
    if band in ("child", "teen") and (until is None or not asking.now < until <= asking.now + YEARS_AHEAD_MS):
        raise Refused("age_needs_until")
