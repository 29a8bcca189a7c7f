"""What facts of the way to a place do to the board."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.board import Board
from alongside.core.codes import ClockKind
from alongside.core.fact import Fact
from alongside.core.transport import facts as f


def asked(board: Board, fact: f.TransportAsked) -> None:
    """Wanted."""
    ride = board.rides.reach(fact.ride)
    ride.episode, ride.incident, ride.means, ride.facility, ride.asked_at = (
        fact.episode, fact.incident, fact.means, fact.facility, fact.at,
    )  # fmt: skip
    _keep(board, fact.episode, fact.ride)


def _keep(board: Board, episode: str, ride: str) -> None:
    one = board.episodes.reach(episode)
    one.rides = one.rides if ride in one.rides else (*one.rides, ride)


def _end(board: Board, id: str, how: str) -> None:
    ride = board.rides.reach(id)
    ride.ended, ride.late_since = ride.ended or how, None
    board.stop_clock(ClockKind.DROP_OFF, id)


def taken_back(board: Board, fact: f.TransportTakenBack) -> None:
    """Not wanted any more."""
    _end(board, fact.ride, "taken_back")


def left(board: Board, fact: f.TransportLeft) -> None:
    """On the way; where the person was on the way elsewhere, that ride went on from there."""
    for id in board.episodes.reach(fact.episode).rides:
        if id != fact.ride:
            _end(board, id, "went_on")
    ride = board.rides.reach(fact.ride)
    ride.episode, ride.incident, ride.unit, ride.assignment = fact.episode, fact.incident, fact.unit, fact.assignment
    ride.means, ride.facility, ride.legal = fact.means, fact.facility, fact.legal
    ride.assigned_at, ride.left_at = fact.assigned_at, fact.at
    _keep(board, fact.episode, fact.ride)


def arrived(board: Board, fact: f.TransportArrived) -> None:
    """The door's clock runs from here."""
    ride = board.rides.reach(fact.ride)
    ride.arrived_at, ride.facility = fact.at, fact.facility
    board.set_clock(ClockKind.DROP_OFF, fact.ride, fact.late_at)


def turned_back(board: Board, fact: f.TransportTurnedBack) -> None:
    """Over without a door."""
    _end(board, fact.ride, fact.reason)


def late(board: Board, fact: f.DropOffLate) -> None:
    """Late since its target, and said again later."""
    ride = board.rides.reach(fact.ride)
    ride.late_since = ride.late_since or fact.at
    board.set_clock(ClockKind.DROP_OFF, fact.ride, fact.ask_again_at)


def handed_over(board: Board, episode: str, at: int, details: tuple[str, ...]) -> None:
    """At the door: the ride of this person is done (called by the hand-over's own effect)."""
    one = board.episodes.reach(episode)
    one.handed, one.handed_at = details, at
    for id in one.rides:
        ride = board.rides.reach(id)
        if not ride.ended:
            ride.handed_at = at
            _end(board, id, "handed_over")


def searched(board: Board, fact: f.SearchRecorded) -> None:
    """What was told last stands."""
    board.episodes.reach(fact.episode).searched = (fact.done, fact.at)


def started(board: Board, fact: f.RestraintStarted) -> None:
    """From now."""
    one = board.restraints.reach(fact.restraint)
    one.episode, one.incident, one.form, one.position, one.from_at = fact.episode, fact.incident, fact.form, fact.position, fact.at
    board.episodes.reach(fact.episode).restraints += (fact.restraint,)


def moved(board: Board, fact: f.RestraintMoved) -> None:
    """Another position."""
    board.restraints.reach(fact.restraint).position = fact.position


def ended(board: Board, fact: f.RestraintEnded) -> None:
    """Until now."""
    board.restraints.reach(fact.restraint).until_at = fact.at


APPLY: Mapping[type[Fact], Callable[[Board, Any], None]] = {
    f.TransportAsked: asked,
    f.TransportTakenBack: taken_back,
    f.TransportLeft: left,
    f.TransportArrived: arrived,
    f.TransportTurnedBack: turned_back,
    f.DropOffLate: late,
    f.SearchRecorded: searched,
    f.RestraintStarted: started,
    f.RestraintMoved: moved,
    f.RestraintEnded: ended,
}
