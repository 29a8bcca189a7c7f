"""Asked and answered: a consent is written down with its whole scope, and with what it lacks."""

from alongside.core.asking import Asking
from alongside.core.consent import facts as f
from alongside.core.consent import requests as r
from alongside.core.consent.elements import missing_of
from alongside.core.consent.kinds import ALL, EVENTS, KINDS, STATEMENTS
from alongside.core.consent.signing import is_minors_own, must_be_signer
from alongside.core.fact import Fact, person_stream
from alongside.core.person.identity import find_person
from alongside.core.refused import Refused

FORMS = frozenset({"drawn", "typed", "paper", "said"})
ANSWERS = frozenset({"given", "declined"})


def record_consent(asking: Asking, request: r.RecordConsent) -> tuple[Fact, ...]:
    """Given or declined. One that lacks an element is kept as deficient and opens nothing."""
    person = find_person(asking, request.person)
    if request.consent in asking.board.consents:
        raise Refused("consent_exists")
    _must_fit(asking, request)
    if request.episode and asking.episode(request.episode).person != person.id:
        raise Refused("not_identified", episode=request.episode)
    given = request.answer == "given"
    if given:
        must_be_signer(asking, person, request.about, request.signer)
    own = is_minors_own(person.age_at(asking.now), request.signer)
    missing = missing_of(request) if given else ()
    scope = (request.what, request.holders, request.recipients, request.purposes, request.intermediary)
    times = (request.from_at, request.expires_at, request.event)
    named = (person.id, request.consent, request.about, request.answer, request.form, request.signer, own)
    wrote = (asking.by.staff, asking.by.agency, request.episode)
    return (f.ConsentRecorded(person_stream(person.id), asking.at, *named, *scope, *times, missing, *wrote, request.words),)


def _must_fit(asking: Asking, request: r.RecordConsent) -> None:
    """Codes of the lists, and nothing that belongs into a consent of its own."""
    _must_be_in((request.about,), "about", frozenset(KINDS))
    kind, classes = KINDS[request.about], asking.rules.writing.classes
    _must_be_in((request.answer,), "answer", ANSWERS)
    _must_be_in((request.form,), "form", FORMS)
    if request.answer == "given" and request.form == "said":
        raise Refused("consent_must_be_written")
    if not set(request.purposes) <= kind.purposes:
        raise Refused("consent_apart", about=request.about)
    _must_be_in(request.what, "what", frozenset({ALL, *(field for field, its in classes.items() if its in kind.fields_of)}))
    _must_be_in(tuple(one for one in (request.event,) if one), "event", EVENTS)
    _must_be_in(request.stated, "stated", STATEMENTS)
    if request.expires_at is not None and request.expires_at <= max(asking.now, request.from_at or 0):
        raise Refused("consent_ends_before")


def _must_be_in(values: tuple[str, ...], what: str, allowed: frozenset[str]) -> None:
    if not set(values) <= allowed:
        raise Refused("not_in_list", what=what, allowed=", ".join(sorted(allowed)))
