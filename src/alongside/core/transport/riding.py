"""Asked for, left, arrived, late at the door: one ride of one person. None of it moves responsibility."""

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import PartyKind
from alongside.core.fact import Fact, area_stream
from alongside.core.party import Party
from alongside.core.refused import Refused
from alongside.core.state import Assignment, Episode, Incident
from alongside.core.transport import facts as f
from alongside.core.transport import requests as r
from alongside.core.transport.kept import Ride
from alongside.core.transport.means import MEANS, OWN, means_of


def ask_transport(asking: Asking, request: r.AskTransport) -> tuple[Fact, ...]:
    """One open wish for a person at a time. By their own means they need a place that expects them."""
    episode = asking.open_episode(request.episode)
    if request.means not in MEANS:
        raise Refused("means_unknown", means=request.means)
    if request.ride in asking.board.rides:
        raise Refused("ride_exists", ride=request.ride)
    before = open_ride(asking, episode)
    if before and not _is_left_behind(before, episode):
        raise Refused("ride_open", episode=episode.id)
    facility = request.facility or _reserved(asking, episode)
    if facility:
        asking.place(facility)
    stream = area_stream(asking.incident(episode.incident).area)
    over = (f.TransportTurnedBack(stream, asking.at, before.id, episode.id, episode.incident, "over"),) if before else ()
    asked = f.TransportAsked(stream, asking.at, request.ride, episode.id, episode.incident, request.means, facility)
    if request.means != OWN:
        return (*over, asked)
    if not facility:
        raise Refused("transport_needs_place", unit="")
    left = (request.ride, episode.id, episode.incident, "", "", OWN, facility, legal_of(asking, episode), None)
    return (*over, asked, f.TransportLeft(stream, asking.at, *left))


def _is_left_behind(ride: Ride, episode: Episode) -> bool:
    """Its crew drove off with the person and has them no longer: somebody took over on the road."""
    return bool(ride.unit) and (episode.responsible is None or episode.responsible.id != ride.unit)


def take_back(asking: Asking, request: r.TakeBackTransport) -> tuple[Fact, ...]:
    """Before it left, or by own means at any time before the door."""
    ride = asking.board.rides.find(request.ride)
    if ride is None:
        raise Refused("ride_unknown", ride=request.ride)
    if ride.ended or ride.unit:
        raise Refused("ride_left", ride=ride.id)
    stream = area_stream(asking.incident(ride.incident).area)
    return (f.TransportTakenBack(stream, asking.at, ride.id, ride.episode, ride.incident),)


def open_ride(asking: Asking, episode: Episode) -> Ride | None:
    """The ride that is wanted or under way for this person."""
    rides = (asking.board.rides.find(id) for id in episode.rides)
    return next((one for one in rides if one is not None and not one.ended), None)


def _reserved(asking: Asking, episode: Episode) -> str:
    one = asking.board.reservations.find(episode.reservation)
    return one.facility if one else ""


def legal_of(asking: Asking, episode: Episode) -> str:
    """The legal status a place was asked for with; voluntary where nobody asked with another."""
    one = asking.board.reservations.find(episode.reservation)
    return one.legal if one and one.legal else "voluntary"


def steps_of(asking: Asking, incident: Incident, assignment: Assignment, status: A, place: str) -> tuple[Fact, ...]:
    """What a crew's step means for the rides of the people it has."""
    crew = Party(PartyKind.CREW, assignment.unit)
    people = [one for id in incident.episodes if (one := asking.episode(id)).responsible == crew]
    if status is A.TRANSPORTING:
        return tuple(_left(asking, incident, assignment, one, place) for one in people)
    rides = ((one, ride) for one in people if (ride := open_ride(asking, one)) and ride.left_at is not None)
    if status is A.AT_PLACE:
        return tuple(_arrived(asking, incident, one, ride, place or assignment.place) for one, ride in rides)
    if status is A.WITH_PERSON and assignment.status is A.TRANSPORTING:
        stream = area_stream(incident.area)
        return tuple(f.TransportTurnedBack(stream, asking.at, ride.id, one.id, incident.id, "turned_back") for one, ride in rides)
    return ()


def _left(asking: Asking, incident: Incident, assignment: Assignment, episode: Episode, place: str) -> f.TransportLeft:
    """The ride that was asked for, where one was; else a new one, named after what drives whom, how often."""
    wanted = open_ride(asking, episode)
    unit = asking.unit(assignment.unit)
    id = wanted.id if wanted and wanted.is_wanted else f"{assignment.id}-{len(episode.rides)}-{episode.id}"
    assigned_at = assignment.times.get(A.ASSIGNED)
    return f.TransportLeft(
        area_stream(incident.area), asking.at, id, episode.id, incident.id, unit.id, assignment.id, means_of(unit), place,
        legal_of(asking, episode), assigned_at,
    )  # fmt: skip


def _arrived(asking: Asking, incident: Incident, episode: Episode, ride: Ride, place: str) -> f.TransportArrived:
    late_at = asking.at + _target_ms(asking, place)
    return f.TransportArrived(area_stream(incident.area), asking.at, ride.id, episode.id, incident.id, place, late_at)


def _target_ms(asking: Asking, place: str) -> int:
    facility = asking.rules.facilities.get(place)
    return facility.drop_off_target_ms if facility else 600_000


def drop_off_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """The door takes longer than its target, as long as the crew stands there with the person; otherwise the ride is over."""
    ride = asking.board.rides.reach(subject)
    incident = asking.incident(ride.incident)
    episode = asking.episode(ride.episode)
    stream = area_stream(incident.area)
    if episode.responsible is None or episode.responsible.id != ride.unit:
        return (f.TransportTurnedBack(stream, asking.now, ride.id, episode.id, incident.id, "over"),)
    again = asking.now + _target_ms(asking, ride.facility)
    return (f.DropOffLate(stream, asking.now, ride.id, episode.id, incident.id, ride.facility, again),)
