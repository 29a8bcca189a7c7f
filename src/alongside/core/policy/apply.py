"""What changes to the policy do to the board: from when, and until when, which settings are in force."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.fact import Fact
from alongside.core.policy import facts as f
from alongside.core.policy.state import Policy, Span, in_order


def proposed(board: Board, fact: f.PolicyProposed) -> None:
    """It waits."""
    one = board.policies.reach(fact.policy)
    one.settings, one.wanted_at, one.reason = fact.settings, fact.wanted_at, fact.reason
    one.author, one.agency, one.proposed_at = fact.author, fact.agency, fact.at


def approved(board: Board, fact: f.PolicyApproved) -> None:
    """In force from its moment on."""
    one = _judged(board, fact, "approved")
    one.from_at, one.gives = fact.from_at, fact.gives
    board.policy_spans = in_order(board.policy_spans, Span(one.id, fact.from_at, None, one.settings))


def declined(board: Board, fact: f.PolicyDeclined) -> None:
    """Nothing changes."""
    _judged(board, fact, "declined").judged_why = fact.reason


def withdrawn(board: Board, fact: f.PolicyWithdrawn) -> None:
    """Nothing changes."""
    _judged(board, fact, "withdrawn")


def rolled_back(board: Board, fact: f.PolicyRolledBack) -> None:
    """Until this moment."""
    one = board.policies.reach(fact.policy)
    one.state, one.ended_by, one.ended_at, one.ended_why = "rolled_back", fact.author, fact.at, fact.reason
    spans = board.policy_spans
    board.policy_spans = tuple(span._replace(until_at=fact.at) if span.policy == one.id else span for span in spans)


def _judged(board: Board, fact: Any, state: str) -> Policy:
    one = board.policies.reach(fact.policy)
    one.state, one.judged_by, one.judged_at = state, fact.author, fact.at
    return one


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.PolicyProposed: proposed,
    f.PolicyApproved: approved,
    f.PolicyDeclined: declined,
    f.PolicyWithdrawn: withdrawn,
    f.PolicyRolledBack: rolled_back,
}
