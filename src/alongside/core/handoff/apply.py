"""What facts of a safe place do to the board. Responsibility itself moves in the episode's own facts."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind, ReservationStatus
from alongside.core.fact import Fact
from alongside.core.handoff import facts as f
from alongside.core.handoff.wish import Wish
from alongside.core.promise.by_phone import said_in
from alongside.core.state import Reservation
from alongside.core.transport.effects import APPLY as TRANSPORT
from alongside.core.transport.effects import handed_over as ride_done


def capacity_set(board: Board, fact: f.CapacitySet) -> None:
    """What the facility says replaces what was counted."""
    place = board.places.reach(fact.facility)
    place.free[fact.service], place.updated_at[fact.service] = fact.free, fact.at


def diversion_set(board: Board, fact: f.DiversionSet) -> None:
    """Advice, shown beside the place."""
    board.places.reach(fact.facility).diverting = fact.diverting


def place_reserved(board: Board, fact: f.PlaceReserved) -> None:
    """One place fewer, until it is answered, lapses or is taken back."""
    one = board.reservations.reach(fact.reservation)
    one.facility, one.service, one.episode = fact.facility, fact.service, fact.episode
    one.at, one.until, one.counted = fact.at, fact.until, fact.counted
    one.hour, one.standing, one.usual, one.legal = fact.hour, fact.standing, fact.usual, fact.legal
    place = board.places.reach(fact.facility)
    place.coming += (fact.reservation,)
    if fact.counted:
        place.free[fact.service] = max(0, place.free.get(fact.service, 1) - 1)
    board.episodes.reach(fact.episode).reservation = fact.reservation
    board.set_clock(ClockKind.RESERVATION, fact.reservation, fact.until)


def agreed(board: Board, fact: f.AgreedToReceive) -> None:
    """Yes, and nothing has moved."""
    one = board.reservations.reach(fact.reservation)
    if one.status is ReservationStatus.RESERVED:
        _answered(board, one, True, fact.at)
    one.status, one.read_back, one.said = ReservationStatus.AGREED, fact.read_back, said_in(fact.words, one.said)


def _answered(board: Board, one: Reservation, is_yes: bool, at: int | None) -> None:
    """What a place said is counted once, where a chance was told with the question."""
    if one.usual is not None:
        waited = None if at is None else max(0, at - one.at)
        board.answers.count(one.facility, one.service, one.hour, one.standing, one.usual, is_yes, waited)


def _released(board: Board, id: str, status: ReservationStatus, reason: str = "") -> None:
    one = board.reservations.reach(id)
    one.question, one.question_at = "", None
    one.status, one.reason = status, reason
    place = board.places.reach(one.facility)
    place.coming = tuple(other for other in place.coming if other != id)
    if one.counted and status is not ReservationStatus.HANDED_OVER:
        place.free[one.service] = place.free.get(one.service, 0) + 1
    episode = board.episodes.reach(one.episode)
    episode.reservation = "" if episode.reservation == id else episode.reservation
    board.stop_clock(ClockKind.RESERVATION, id)


def declined(board: Board, fact: f.DeclinedToReceive) -> None:
    """No, with a reason; a yes that is taken back was none."""
    one = board.reservations.reach(fact.reservation)
    if one.status is ReservationStatus.RESERVED:
        _answered(board, one, False, fact.at)
    elif one.usual is not None:
        board.answers.withdraw_yes(one.facility, one.service, one.hour, one.standing)
    _released(board, fact.reservation, ReservationStatus.DECLINED, fact.reason)


def diversion_advised(board: Board, fact: f.DiversionAdvised) -> None:
    """The reservation stands; the advice is shown."""
    board.reservations.reach(fact.reservation).reason = fact.reason


def lapsed(board: Board, fact: f.ReservationLapsed) -> None:
    """Its time ran out; where nobody had answered, that was no yes."""
    one = board.reservations.reach(fact.reservation)
    if one.status is ReservationStatus.RESERVED:
        _answered(board, one, False, None)
    _released(board, fact.reservation, ReservationStatus.LAPSED)


def extended(board: Board, fact: f.ReservationExtended) -> None:
    """Kept a while longer."""
    board.reservations.reach(fact.reservation).until = fact.until
    board.set_clock(ClockKind.RESERVATION, fact.reservation, fact.until)


def taken_back(board: Board, fact: f.ReservationTakenBack) -> None:
    """No longer needed."""
    _released(board, fact.reservation, ReservationStatus.TAKEN_BACK)


def handed_over(board: Board, fact: f.HandedOver) -> None:
    """The place is used, and how long its door took is known."""
    if fact.arrived_at is not None:
        board.answers.waited_at_door(fact.facility, max(0, fact.at - fact.arrived_at))
    ride_done(board, fact.episode, fact.at, fact.details)
    if fact.reservation:
        _released(board, fact.reservation, ReservationStatus.HANDED_OVER)


def asked_back(board: Board, fact: f.AskedBack) -> None:
    """Open until it is answered."""
    one = board.reservations.reach(fact.reservation)
    one.question, one.question_at, one.words = fact.question, fact.at, one.words + fact.words


def asked_back_answered(board: Board, fact: f.AskedBackAnswered) -> None:
    """Answered."""
    one = board.reservations.reach(fact.reservation)
    one.question, one.question_at, one.words = "", None, one.words + fact.words


def wish_recorded(board: Board, fact: f.WishRecorded) -> None:
    """What was told last stands."""
    episode = board.episodes.reach(fact.episode)
    episode.wish, episode.wish_at = Wish(fact.wants, fact.avoids, fact.ward, fact.home, fact.way_home), fact.at


def person_released(board: Board, fact: f.PersonReleased) -> None:
    """Kept for the record; responsibility moves only when somebody takes over."""


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.CapacitySet: capacity_set,
    f.DiversionSet: diversion_set,
    f.PlaceReserved: place_reserved,
    f.AgreedToReceive: agreed,
    f.DeclinedToReceive: declined,
    f.DiversionAdvised: diversion_advised,
    f.ReservationLapsed: lapsed,
    f.ReservationExtended: extended,
    f.ReservationTakenBack: taken_back,
    f.HandedOver: handed_over,
    f.PersonReleased: person_released,
    f.AskedBack: asked_back,
    f.AskedBackAnswered: asked_back_answered,
    f.WishRecorded: wish_recorded,
    **TRANSPORT,
}
