"""Legal preservation: what is kept for a proceeding or request, until a second person lifts it."""

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.custodian import facts as f
from alongside.core.custodian import requests as r
from alongside.core.custodian.about import is_about, must_exist, owners_of, stream_of
from alongside.core.custodian.state import Preservation
from alongside.core.fact import Fact
from alongside.core.party import Reference
from alongside.core.refused import Refused

REASONS = frozenset({"records_request", "litigation", "investigation", "complaint", "review_of_death", "audit"})
LIFTS = frozenset({"matter_over", "placed_by_mistake", "counsel_says_so"})
AGAIN_MS = 7 * 86_400_000
MOST_MS = 366 * 86_400_000


def place_preservation(asking: Asking, request: r.PlacePreservation) -> tuple[Fact, ...]:
    """With a day, within a year, on which somebody looks whether it is still needed."""
    must_exist(asking, request.about_kind, request.about)
    if request.preservation in asking.board.preservations:
        raise Refused("preservation_exists")
    if request.reason not in REASONS:
        raise Refused("not_in_list", what="reason", allowed=", ".join(sorted(REASONS)))
    _must_be_soon(asking, request.review_at)
    told = (request.preservation, request.about_kind, request.about, request.reason, request.review_at)
    return (placed(asking, *told, request.words),)


def placed(
    asking: Asking, id: str, about_kind: str, about: str, reason: str, review_at: int, words: tuple[Reference, ...] = ()
) -> Fact:  # fmt: skip
    """The fact of it."""
    told = (id, about_kind, about, reason, review_at, asking.by.staff, words)
    return f.PreservationPlaced(stream_of(asking.board, about_kind, about), asking.at, *told)


def review_preservation(asking: Asking, request: r.ReviewPreservation) -> tuple[Fact, ...]:
    """Still needed."""
    one = _standing(asking, request.preservation)
    _must_be_soon(asking, request.review_at)
    return (f.PreservationReviewed(stream_of(asking.board, one.about_kind, one.about), asking.at, one.id, request.review_at),)


def lift_preservation(asking: Asking, request: r.LiftPreservation) -> tuple[Fact, ...]:
    """By another person than the one who placed it."""
    one = _standing(asking, request.preservation)
    if request.reason not in LIFTS:
        raise Refused("not_in_list", what="reason", allowed=", ".join(sorted(LIFTS)))
    if asking.by.staff == one.author:
        raise Refused("second_person")
    return (f.PreservationLifted(stream_of(asking.board, one.about_kind, one.about), asking.at, one.id, request.reason, asking.by.staff),)


def preservation_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Nobody looked; it stands, and is said again."""
    one = _standing(asking, subject)
    return (f.PreservationReviewDue(stream_of(asking.board, one.about_kind, one.about), asking.now, one.id, asking.now + AGAIN_MS),)


def is_preserved(board: Board, kind: str, id: str) -> bool:
    """Whether anything under this person's or incident's keys is preserved, by itself or through the other."""
    owners = owners_of(board, kind, id)
    standing = [one for one in board.preservations if one.lifted_at is None]
    return any(is_about(board, one.about_kind, one.about, owner) for one in standing for owner in owners)


def _standing(asking: Asking, id: str) -> Preservation:
    found = asking.board.preservations.find(id)
    if found is None or found.lifted_at is not None:
        raise Refused("preservation_unknown")
    return found


def _must_be_soon(asking: Asking, review_at: int) -> None:
    if not asking.now < review_at <= asking.now + MOST_MS:
        raise Refused("preservation_review_date")
