"""A minor who agrees to care alone: what the professional must put down first (AB 665; privacy-rules.md 3.4)."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact, person_stream
from alongside.core.person import facts as f
from alongside.core.person import requests as r
from alongside.core.person.identity import find_person
from alongside.core.person.items import written
from alongside.core.refused import Refused

GUARDIANS = frozenset({"involved", "tried", "inappropriate"})
REASON_FIELD = "minor_care_note"


def record_minor_consent(asking: Asking, request: r.RecordMinorConsent) -> tuple[Fact, ...]:
    """Mature enough in the professional's opinion; the parents involved, tried so many times, or, after asking the minor, not: then why."""
    person = find_person(asking, request.person)
    if person.age_at(asking.now) != "teen":
        raise Refused("minor_consent_age")
    if not request.mature_enough:
        raise Refused("minor_not_mature")
    if request.guardians not in GUARDIANS:
        raise Refused("not_in_list", what="guardians", allowed=", ".join(sorted(GUARDIANS)))
    if request.guardians == "tried" and request.attempts < 1:
        raise Refused("minor_attempts_missing")
    if request.guardians == "inappropriate" and not any(word.field == REASON_FIELD for word in request.words):
        raise Refused("minor_reason_missing")
    named = (person.id, asking.by.staff, asking.by.agency, request.guardians, request.attempts)
    items = (written(asking, person.id, word, "own_observation", "") for word in request.words)
    return (f.MinorConsentRecorded(person_stream(person.id), asking.at, *named), *items)
