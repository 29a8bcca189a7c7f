"""How a consent stops counting: taken back, its end has come, or it never was what it said."""

from alongside.core.asking import Asking
from alongside.core.consent import facts as f
from alongside.core.consent import requests as r
from alongside.core.consent.kinds import NO_END
from alongside.core.consent.signing import GUARDIAN, SIGNERS
from alongside.core.consent.state import Consent
from alongside.core.fact import Fact, person_stream
from alongside.core.refused import Refused

WRONG = frozenset({"other_person_signed", "nobody_signed", "under_pressure", "not_understood", "entered_wrong"})
LASTS = frozenset({"given", "deficient"})


def withdraw_consent(asking: Asking, request: r.WithdrawConsent) -> tuple[Fact, ...]:
    """At once, by the person or on their behalf; a reason is welcome and never needed."""
    consent = _lasting(asking, request.person, request.consent)
    if request.said_by not in SIGNERS:
        raise Refused("not_in_list", what="said_by", allowed=", ".join(sorted(SIGNERS)))
    if consent.is_minors_own and request.said_by == GUARDIAN:
        raise Refused("consent_minors_own")
    named = (consent.person, consent.id, request.said_by, request.reason, asking.by.staff)
    return (f.ConsentWithdrawn(person_stream(consent.person), asking.at, *named, request.words),)


def end_consent(asking: Asking, request: r.EndConsent) -> tuple[Fact, ...]:
    """Somebody saw the event it named."""
    consent = _lasting(asking, request.person, request.consent)
    if consent.event in ("", NO_END):
        raise Refused("consent_names_no_event")
    return (f.ConsentExpired(person_stream(consent.person), asking.at, consent.person, consent.id, consent.event),)


def report_wrong(asking: Asking, request: r.ReportConsentWrong) -> tuple[Fact, ...]:
    """Known to be false: from now on it is deficient, whatever it says."""
    consent = find_consent(asking, request.person, request.consent)
    if consent.state == "declined" or "false" in consent.missing:
        raise Refused("consent_over", state=consent.state)
    if request.reason not in WRONG:
        raise Refused("not_in_list", what="reason", allowed=", ".join(sorted(WRONG)))
    return (f.ConsentFoundWrong(person_stream(consent.person), asking.at, consent.person, consent.id, request.reason, asking.by.staff),)


def consent_due(asking: Asking, id: str) -> tuple[Fact, ...]:
    """The day has come."""
    consent = asking.board.consents.reach(id)
    return (f.ConsentExpired(person_stream(consent.person), asking.at, consent.person, id, ""),)


def find_consent(asking: Asking, person: str, id: str) -> Consent:
    """The consent of that person, or ``Refused("consent_unknown")``."""
    found = asking.board.consents.find(id)
    if found is None or found.person != person:
        raise Refused("consent_unknown")
    return found


def _lasting(asking: Asking, person: str, id: str) -> Consent:
    found = find_consent(asking, person, id)
    if found.state not in LASTS:
        raise Refused("consent_over", state=found.state)
    return found
