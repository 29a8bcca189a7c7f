"""How a case ends: with a reason its kind knows, signed where it asks for that, and nothing left to be done by nobody."""

from alongside.core.asking import Asking
from alongside.core.cases import facts as f
from alongside.core.cases import requests as r
from alongside.core.cases.holding import find_case, kind_of, must_be_listed, named, open_case
from alongside.core.cases.tasks import must_be_ended_by
from alongside.core.fact import Fact
from alongside.core.promise.ending import is_signed
from alongside.core.refused import Refused

DIED = "died"  # nothing is left to be done for the person; no finding of a clinician is waited for


def close_case(asking: Asking, request: r.CloseCase) -> tuple[Fact, ...]:
    """Tasks that are open end with it; who may not end one of them may not close the case."""
    case = open_case(asking, request.case)
    kind = kind_of(asking, case)
    must_be_listed(request.reason, kind.closings, "reason")
    if request.reason in kind.signed and not is_signed(asking, request.signed_by):
        raise Refused("case_needs_signature", reason=request.reason)
    if request.reason != DIED:
        for _, task in case.list_open_tasks():
            must_be_ended_by(asking, task)
    signed_by = request.signed_by if request.reason in kind.signed else ""
    ended = (f.CaseTaskEnded(*named(asking, case), id, "case_closed") for id, _ in case.list_open_tasks())
    return (*ended, f.CaseClosed(*named(asking, case), request.reason, asking.by.staff, signed_by, request.words))


def reopen_case(asking: Asking, request: r.ReopenCase) -> tuple[Fact, ...]:
    """By whoever closed it, or another worker of its kind whom a tie brings here: the asker holds it."""
    case = find_case(asking, request.case)
    kind = kind_of(asking, case)
    if case.is_open:
        raise Refused("case_open_already")
    if asking.by.role not in kind.workers:
        raise Refused("case_not_their_work", role=asking.by.role)
    others = (asking.board.cases.find(id) for id in asking.board.people.reach(case.person).cases)
    if any(one is not None and one.is_open and one.kind == case.kind for one in others):
        raise Refused("case_open_already")
    due = asking.at + kind.contact_every_ms
    return (f.CaseReopened(*named(asking, case), asking.by.staff, asking.by.agency, due),)
