"""Whose a case is: its worker, the team of a case that is shared, and the supervisors who stand in. For everybody else it is not there."""

from collections.abc import Collection, Iterable, Iterator

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.cases.rules import WEEK_MS, CaseKind
from alongside.core.cases.state import Case
from alongside.core.fact import case_stream
from alongside.core.party import Actor
from alongside.core.refused import Refused

OVERSEES = frozenset({"supervisor", "system"})
NO_LIMIT = 1_000_000


def works(by: Actor, case: Case) -> bool:
    """Whether this member of staff does the work of the case."""
    return case.is_open and (by.staff == case.worker or (case.is_shared and by.agency == case.agency and by.role in case.team))


def is_theirs(by: Actor, case: Case) -> bool:
    """Whether they may know that there is such a case: who works it, was asked to, closed it, or oversees."""
    return works(by, case) or by.role in OVERSEES or by.staff in (case.offered_to, case.closed_by)


def find_case(asking: Asking, id: str) -> Case:
    """The case, or ``Refused("case_unknown")`` alike for what is not there and what is not theirs."""
    case = asking.board.cases.find(id)
    if case is None or not is_theirs(asking.by, case):
        raise Refused("case_unknown")
    return case


def open_case(asking: Asking, id: str) -> Case:
    """An open case that the asker works or oversees."""
    case = find_case(asking, id)
    if not case.is_open:
        raise Refused("case_closed", reason=case.closed)
    if not works(asking.by, case) and asking.by.role not in OVERSEES:
        raise Refused("case_unknown")
    return case


def each(asking: Asking, ids: Iterable[str]) -> list[Case]:
    """Several open cases, each once and at least one."""
    found = [find_case(asking, id) for id in dict.fromkeys(ids)]
    if not found:
        raise Refused("case_none_named")
    over = next((one for one in found if not one.is_open), None)
    if over:
        raise Refused("case_closed", reason=over.closed)
    return found


def kind_of(asking: Asking, case: Case) -> CaseKind:
    """What the library says of it; what is open of a kind it no longer has is worked and closed as any other kind is."""
    kinds = asking.rules.cases.kinds
    return kinds.get(case.kind) or _kind_gone(case.kind, kinds.values())


def _kind_gone(id: str, others: Collection[CaseKind]) -> CaseKind:
    """Worked by who works any kind, closed for any reason there is, signed where any kind asks for it."""
    workers = frozenset(role for one in others for role in one.workers)
    closings = dict.fromkeys(reason for one in others for reason in one.closings)
    signed = frozenset(reason for one in others for reason in one.signed)
    return CaseKind(id, workers, NO_LIMIT, 1, WEEK_MS, tuple(closings), signed)


def find_kind(asking: Asking, id: str) -> CaseKind:
    """The kind, or ``Refused("not_in_list")``."""
    kind = asking.rules.cases.kinds.get(id)
    if kind is None:
        raise Refused("not_in_list", what="case_kind", allowed=", ".join(asking.rules.cases.kinds))
    return kind


def list_held(board: Board, staff: str) -> Iterator[Case]:
    """The open cases one person holds."""
    return (one for one in board.cases if one.is_open and one.worker == staff)


def count_load(board: Board, staff: str, kind: str) -> int:
    """How many open cases of a kind one person holds."""
    return sum(1 for one in list_held(board, staff) if one.kind == kind)


def must_fit(asking: Asking, kind: CaseKind, staff: str, more: int, beyond: bool) -> None:
    """Refuse more than the kind's limit, unless it was said that this is meant."""
    holds = count_load(asking.board, staff, kind.id)
    if holds + more > kind.limit and not beyond:
        raise Refused("caseload_full", limit=kind.limit, holds=holds, more=more)


def must_be_listed(value: str, known: Iterable[str], what: str) -> None:
    """Refuse a code that is not in its closed list."""
    listed = sorted(known)
    if value not in listed:
        raise Refused("not_in_list", what=what, allowed=", ".join(listed))


def named(asking: Asking, case: Case) -> tuple[str, int, str, str]:
    """What every fact of a case begins with."""
    return case_stream(case.id), asking.at, case.id, case.person
