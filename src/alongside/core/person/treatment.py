"""Which organization treats the person: the tie that outlives one night."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact, person_stream
from alongside.core.person import facts as f
from alongside.core.person import requests as r
from alongside.core.person.identity import find_person
from alongside.core.refused import Refused


def begin_treatment(asking: Asking, request: r.BeginTreatment) -> tuple[Fact, ...]:
    """The asker's own organization, never another."""
    person, agency = find_person(asking, request.person), asking.by.agency
    if not agency:
        raise Refused("agency_missing")
    if person.treated_by.get(agency) == request.part2:
        raise Refused("treated_already", agency=agency)
    return (f.TreatmentBegun(person_stream(person.id), asking.at, person.id, agency, request.part2),)


def end_treatment(asking: Asking, request: r.EndTreatment) -> tuple[Fact, ...]:
    """Ended by itself, or by a privacy officer for another."""
    person = find_person(asking, request.person)
    agency = request.agency or asking.by.agency
    if agency != asking.by.agency and asking.by.role not in ("privacy_officer", "system"):
        raise Refused("not_yours", party=agency, seat=asking.by.seat)
    if agency not in person.treated_by:
        raise Refused("not_treated", agency=agency)
    return (f.TreatmentEnded(person_stream(person.id), asking.at, person.id, agency),)
