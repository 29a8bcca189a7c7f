"""What facts of the registry do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.registry import facts as f
from alongside.core.registry.codes import REMIND_MS
from alongside.core.registry.state import Enrollment


def enrolled(board: Board, fact: f.PersonEnrolled) -> None:
    """In the registry; a record nobody had yet begins here."""
    one, person = board.enrollments.reach(fact.person), board.people.reach(fact.person)
    one.author, one.agency, one.agreed_by = fact.author, fact.agency, fact.agreed_by
    one.drawn_to, one.carries, one.at, one.ended = fact.drawn_to, fact.carries, fact.at, ""
    if not person.recorded_at:
        person.recorded_at, person.author, person.agency = fact.at, fact.author, fact.agency
    _until(board, one, fact.at, fact.until)


def changed(board: Board, fact: f.EnrollmentChanged) -> None:
    """What holds now."""
    one = board.enrollments.reach(fact.person)
    one.drawn_to, one.carries = fact.drawn_to, fact.carries


def renewed(board: Board, fact: f.EnrollmentRenewed) -> None:
    """Another year."""
    _until(board, board.enrollments.reach(fact.person), fact.at, fact.until)


def _until(board: Board, one: Enrollment, at: int, until: int) -> None:
    one.renewed_at, one.until, one.is_due = at, until, False
    board.set_clock(ClockKind.ENROLLMENT, one.id, max(until - REMIND_MS, at + 1))


def due(board: Board, fact: f.EnrollmentDue) -> None:
    """On the list of who is to be asked; it ends by itself."""
    board.enrollments.reach(fact.person).is_due = True
    board.set_clock(ClockKind.ENROLLMENT, fact.person, fact.until)


def lapsed(board: Board, fact: f.EnrollmentLapsed) -> None:
    """Over for want of renewal."""
    _end(board, fact.person, "lapsed")


def ended(board: Board, fact: f.EnrollmentEnded) -> None:
    """Over, and why."""
    _end(board, fact.person, fact.reason)


def _end(board: Board, person: str, reason: str) -> None:
    one = board.enrollments.reach(person)
    one.ended, one.is_due = reason, False
    board.stop_clock(ClockKind.ENROLLMENT, person)


def searched(board: Board, fact: f.RegistrySearched) -> None:
    """The latest look counts; whoever an earlier one brought up is shown no longer."""
    search = board.searches.reach(fact.incident)
    for person, _ in search.found:
        board.brought_up[person] = tuple(one for one in board.brought_up.get(person, ()) if one != fact.incident)
    for person, _ in fact.found:
        board.brought_up[person] = (*board.brought_up.get(person, ()), fact.incident)
    search.why, search.at, search.found, search.matched = fact.why, fact.at, fact.found, ""
    board.incidents.reach(fact.incident).words += fact.words


def matched(board: Board, fact: f.SearchMatched) -> None:
    """One, and nobody else."""
    board.searches.reach(fact.incident).matched = fact.person


def unmatched(board: Board, fact: f.MatchUndone) -> None:
    """Whoever fits is shown again."""
    board.searches.reach(fact.incident).matched = ""


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.PersonEnrolled: enrolled,
    f.EnrollmentChanged: changed,
    f.EnrollmentRenewed: renewed,
    f.EnrollmentDue: due,
    f.EnrollmentLapsed: lapsed,
    f.EnrollmentEnded: ended,
    f.RegistrySearched: searched,
    f.SearchMatched: matched,
    f.MatchUndone: unmatched,
}
