"""What facts of a safe place do to the board. Responsibility itself moves in the episode's own facts."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind, ReservationStatus
from alongside.core.fact import Fact
from alongside.core.handoff import facts as f
from alongside.core.promise.by_phone import said_in


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
    place = board.places.reach(fact.facility)
    place.coming += (fact.reservation,)
    if fact.counted:
        place.free[fact.service] = max(0, place.free.get(fact.service, 1) - 1)
    board.episodes.reach(fact.episode).reservation = fact.reservation
    board.set_clock(ClockKind.RESERVATION, fact.reservation, fact.until)


def agreed(board: Board, fact: f.AgreedToReceive) -> None:
    """Yes, and nothing has moved."""
    one = board.reservations.reach(fact.reservation)
    one.status, one.read_back, one.said = ReservationStatus.AGREED, fact.read_back, said_in(fact.words, one.said)


def _released(board: Board, id: str, status: ReservationStatus, reason: str = "") -> None:
    one = board.reservations.reach(id)
    one.status, one.reason = status, reason
    place = board.places.reach(one.facility)
    place.coming = tuple(other for other in place.coming if other != id)
    if one.counted and status is not ReservationStatus.HANDED_OVER:
        place.free[one.service] = place.free.get(one.service, 0) + 1
    episode = board.episodes.reach(one.episode)
    episode.reservation = "" if episode.reservation == id else episode.reservation
    board.stop_clock(ClockKind.RESERVATION, id)


def declined(board: Board, fact: f.DeclinedToReceive) -> None:
    """No, with a reason."""
    _released(board, fact.reservation, ReservationStatus.DECLINED, fact.reason)


def diversion_advised(board: Board, fact: f.DiversionAdvised) -> None:
    """The reservation stands; the advice is shown."""
    board.reservations.reach(fact.reservation).reason = fact.reason


def lapsed(board: Board, fact: f.ReservationLapsed) -> None:
    """Its time ran out."""
    _released(board, fact.reservation, ReservationStatus.LAPSED)


def extended(board: Board, fact: f.ReservationExtended) -> None:
    """Kept a while longer."""
    board.reservations.reach(fact.reservation).until = fact.until
    board.set_clock(ClockKind.RESERVATION, fact.reservation, fact.until)


def taken_back(board: Board, fact: f.ReservationTakenBack) -> None:
    """No longer needed."""
    _released(board, fact.reservation, ReservationStatus.TAKEN_BACK)


def handed_over(board: Board, fact: f.HandedOver) -> None:
    """The place is used."""
    if fact.reservation:
        _released(board, fact.reservation, ReservationStatus.HANDED_OVER)


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
}
