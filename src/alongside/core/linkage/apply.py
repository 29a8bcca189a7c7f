"""What comparisons, judgments and links do to the board. Taking a link back leaves no trace on it: what was said stays in the ledger."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.linkage import facts as f


def begun(board: Board, fact: f.ComparisonBegun) -> None:
    """It reads from here on."""
    one = board.comparisons.reach(fact.comparison)
    one.author, one.agency, one.begun_at = fact.author, fact.agency, fact.at


def suggested(board: Board, fact: f.RecordsSuggested) -> None:
    """The latest evidence stands."""
    one = board.suggestions.reach(fact.suggestion)
    one.comparison, one.person, one.other, one.at = fact.comparison, fact.person, fact.other, fact.at
    one.bits, one.grounds = fact.bits, fact.grounds
    board.comparisons.reach(fact.comparison).suggested += 1


def named(board: Board, fact: f.RecordsNamed) -> None:
    """It waits to be judged, like any other."""
    one = board.suggestions.reach(fact.suggestion)
    one.comparison, one.person, one.other, one.at = fact.suggestion, fact.person, fact.other, fact.at
    one.named_by, one.because = fact.author, fact.because


def ended(board: Board, fact: f.ComparisonEnded) -> None:
    """It reads no more."""
    one = board.comparisons.reach(fact.comparison)
    one.ended_at, one.outcome, one.compared = fact.at, fact.outcome, fact.compared


def judged(board: Board, fact: f.SuggestionJudged) -> None:
    """The latest stands."""
    one = board.suggestions.reach(fact.suggestion)
    one.state = "" if fact.judgment == "open" else fact.judgment
    one.judged_by, one.judged_at = fact.author, fact.at


def linked(board: Board, fact: f.RecordLinked) -> None:
    """This record knows of the other."""
    person, one = board.people.reach(fact.person), board.suggestions.reach(fact.suggestion)
    if fact.other not in person.linked:
        person.linked += (fact.other,)
    if one.state != "linked":
        one.before, one.state = one.state, "linked"
    one.linked_by, one.linked_at = fact.author, fact.at


def unlinked(board: Board, fact: f.RecordUnlinked) -> None:
    """As before."""
    person, one = board.people.reach(fact.person), board.suggestions.reach(fact.suggestion)
    person.linked = tuple(other for other in person.linked if other != fact.other)
    if one.state == "linked":
        one.before, one.state = "", one.before
    one.linked_by, one.linked_at = "", None


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.ComparisonBegun: begun,
    f.RecordsSuggested: suggested,
    f.RecordsNamed: named,
    f.ComparisonEnded: ended,
    f.SuggestionJudged: judged,
    f.RecordLinked: linked,
    f.RecordUnlinked: unlinked,
}
