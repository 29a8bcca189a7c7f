"""A file begins and ends: by somebody who answers for it from its first moment, never by a machine, and with a reason."""

from alongside.core.asking import Asking
from alongside.core.custodian.erasing import is_going
from alongside.core.fact import Fact, threat_stream
from alongside.core.promise.ending import is_signed
from alongside.core.refused import Refused, must_be_in
from alongside.core.sharing.ties import ONLY_LOOKS, standing_of
from alongside.core.threat import facts as f
from alongside.core.threat import requests as r
from alongside.core.threat.finding import find_file, is_team, must_lead, named, open_file, words_of
from alongside.core.threat.flagging import lowered
from alongside.core.threat.terms import CLOSED_BECAUSE, OPENED_BECAUSE


def open_threat(asking: Asking, request: r.OpenThreat) -> tuple[Fact, ...]:
    """Whom it is about and why is written down, or there is no file."""
    must_lead(asking)
    if request.threat in asking.board.threats:
        raise Refused("threat_exists")
    must_be_in(request.because, "because", OPENED_BECAUSE)
    words = words_of(asking, request, "threat_person", "threat_concern")
    if request.person:
        _must_know(asking, request.person)
    by, due, stream = asking.by, asking.at + asking.rules.threat.first_ms, threat_stream(request.threat)
    return (f.ThreatOpened(stream, asking.at, request.threat, request.person, request.because, by.staff, by.agency, due, words),)


def _must_know(asking: Asking, person: str) -> None:
    """Whoever names a record has to do with that person now; of one record there is one open file at most, known to its team alone."""
    if not standing_of(asking.board, asking.by, "person", person, asking.now).ties - ONLY_LOOKS:
        raise Refused("not_yours", party=person, seat=asking.by.seat)
    if any(one.is_open and one.person == person and is_team(asking.by, one) for one in asking.board.threats):
        raise Refused("threat_open_already")


def close_threat(asking: Asking, request: r.CloseThreat) -> tuple[Fact, ...]:
    """Whoever answers for it closes it, and everything that waited ends with it; some reasons a second person signs."""
    file = open_file(asking, request.threat)
    if asking.by.staff != file.lead:
        raise Refused("threat_not_lead")
    must_be_in(request.reason, "reason", CLOSED_BECAUSE)
    words = words_of(asking, request, "threat_review")
    signer = request.signed_by if request.reason in asking.rules.threat.signed else ""
    if request.reason in asking.rules.threat.signed and not _is_seconded(asking, signer):
        raise Refused("threat_needs_signature", reason=request.reason)
    ended = tuple(f.ThreatTaskEnded(*named(asking, file), id, "file_closed") for id, _ in file.list_open_tasks())
    closed = f.ThreatClosed(*named(asking, file), request.reason, asking.by.staff, signer, words)
    return (closed, *ended, *lowered(asking, file))


def _is_seconded(asking: Asking, signer: str) -> bool:
    """Another person, at a supervisor's desk now: a supervisor who answers for a file does not sign for themselves."""
    return is_signed(Asking(asking.board, asking.rules, asking.travel, asking.by._replace(role=""), asking.now, asking.at), signer)


def reopen_threat(asking: Asking, request: r.ReopenThreat) -> tuple[Fact, ...]:
    """By whoever closed it."""
    file = find_file(asking, request.threat)
    if file.is_open:
        raise Refused("threat_open_already")
    if asking.by.staff != file.closed_by:
        raise Refused("threat_not_lead")
    must_lead(asking)
    if is_going(asking.board, "threat", file.id):
        raise Refused("threat_erased")
    due = asking.at + asking.rules.threat.longest_ms(file.level)
    return (f.ThreatReopened(*named(asking, file), asking.by.staff, asking.by.agency, due),)
