"""A case begins for a person who is known, with somebody who is responsible from its first moment."""

from alongside.core.asking import Asking
from alongside.core.cases import facts as f
from alongside.core.cases import requests as r
from alongside.core.cases.holding import find_kind, must_be_listed, must_fit
from alongside.core.cases.rules import CaseKind
from alongside.core.cases.terms import OPENED_BECAUSE
from alongside.core.codes import PartyKind
from alongside.core.fact import Fact, case_stream
from alongside.core.party import Party
from alongside.core.promise.decide import must_stand
from alongside.core.refused import Refused


def open_case(asking: Asking, request: r.OpenCase) -> tuple[Fact, ...]:
    """Held by the asker; or by a supervisor's desk, and offered to a worker."""
    kind = _may_begin(asking, request)
    to_self = request.worker in ("", asking.by.staff) and asking.by.role in kind.workers
    desk = "" if to_self else _desk(asking, request.position)
    if to_self:
        must_fit(asking, kind, asking.by.staff, 1, request.beyond_limit)
    named = (case_stream(request.case), asking.at, request.case, request.person)
    worker = asking.by.staff if to_self else ""
    team = tuple(sorted(kind.workers)) if kind.is_shared else ()
    due, step = asking.at + kind.contact_every_ms, kind.steps[0] if kind.steps else ""
    held = (kind.id, worker, desk, asking.by.agency)
    opened = f.CaseOpened(*named, *held, kind.is_shared, team, request.because, due, step, request.words)
    return (opened, *_first_tasks(asking, kind, named), *_offer(asking, request, named, to_self))


def _may_begin(asking: Asking, request: r.OpenCase) -> CaseKind:
    if request.person not in asking.board.people:
        raise Refused("person_unknown", person=request.person)
    if request.case in asking.board.cases:
        raise Refused("case_exists")
    kind = find_kind(asking, request.case_kind)
    must_be_listed(request.because, OPENED_BECAUSE, "because")
    cases = (asking.board.cases.find(id) for id in asking.board.people.reach(request.person).cases)
    if any(one is not None and one.is_open and one.kind == kind.id for one in cases):
        raise Refused("case_open_already")
    return kind


def _desk(asking: Asking, position: str) -> str:
    """The staffed supervisor's desk that holds it until somebody accepts."""
    desk = asking.board.positions.find(position)
    if desk is None or desk.duty != "supervisor" or asking.by.role not in ("supervisor", "system"):
        raise Refused("case_needs_worker")
    must_stand(asking, Party(PartyKind.POSITION, position))
    return position


def _first_tasks(asking: Asking, kind: CaseKind, named: tuple[str, int, str, str]) -> tuple[Fact, ...]:
    case = named[2]
    return tuple(
        f.CaseTaskSet(*named, f"{case}-{at}", one.what, asking.at + one.due_ms, one.every_ms, tuple(sorted(one.ended_by)))
        for at, one in enumerate(kind.tasks)
    )


def _offer(asking: Asking, request: r.OpenCase, named: tuple[str, int, str, str], to_self: bool) -> tuple[Fact, ...]:
    if to_self or not request.worker:
        return ()
    return (f.CaseOffered(*named, request.worker, request.because, asking.now + asking.rules.cases.answer_ms),)
