"""What a decision may look at: the board, the rules, the roads and the time, bound together for one request."""

from dataclasses import dataclass

from alongside.core.about import happened_at
from alongside.core.board import Board
from alongside.core.codes import IncidentStatus
from alongside.core.party import Actor
from alongside.core.policy.in_force import in_force
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.rules import Rules
from alongside.core.state import Assignment, Episode, FollowUp, Incident, Place, Position, Reservation, Unit
from alongside.core.travel import Travel


@dataclass(frozen=True, slots=True)
class Asking:
    """One request's view of the world. ``now`` is when it is decided, ``at`` when it happened (both ms UTC)."""

    board: Board
    rules: Rules
    travel: Travel
    by: Actor
    now: int
    at: int

    def incident(self, id: str) -> Incident:
        """The incident, or ``Refused("incident_unknown")``."""
        found = self.board.incidents.find(id)
        if found is None:
            raise Refused("incident_unknown", incident=id)
        return found

    def open_incident(self, id: str) -> Incident:
        """An incident that is open or kept for later, or ``Refused("incident_closed")``."""
        incident = self.incident(id)
        if incident.status not in (IncidentStatus.OPEN, IncidentStatus.SCHEDULED):
            raise Refused("incident_closed", incident=id, number=incident.number, status=incident.status.value)
        return incident

    def assignment(self, id: str) -> Assignment:
        """The assignment, or ``Refused("assignment_unknown")``."""
        found = self.board.assignments.find(id)
        if found is None:
            raise Refused("assignment_unknown", assignment=id)
        return found

    def unit(self, id: str) -> Unit:
        """The unit, or ``Refused("unit_unknown")``."""
        found = self.board.units.find(id)
        if found is None:
            raise Refused("unit_unknown", unit=id)
        return found

    def position(self, id: str) -> Position:
        """The desk, or ``Refused("position_unknown")``."""
        found = self.board.positions.find(id)
        if found is None:
            raise Refused("position_unknown", position=id)
        return found

    def episode(self, id: str) -> Episode:
        """The person's episode, or ``Refused("episode_unknown")``."""
        found = self.board.episodes.find(id)
        if found is None:
            raise Refused("episode_unknown", episode=id)
        return found

    def open_episode(self, id: str) -> Episode:
        """An episode somebody is responsible for, or ``Refused("episode_ended")``."""
        episode = self.episode(id)
        if episode.responsible is None:
            raise Refused("episode_ended", episode=id, reason=episode.ended or "")
        return episode

    def place(self, id: str) -> Place:
        """The facility's state, blank where it has not reported yet, or ``Refused("facility_unknown")``."""
        if id not in self.rules.facilities:
            raise Refused("facility_unknown", facility=id)
        return self.board.places.find(id) or Place(id=id)

    def reservation(self, id: str) -> Reservation:
        """The reservation, or ``Refused("reservation_unknown")``."""
        found = self.board.reservations.find(id)
        if found is None:
            raise Refused("reservation_unknown", reservation=id)
        return found

    def follow_up(self, id: str) -> FollowUp:
        """The follow-up, or ``Refused("follow_up_unknown")``."""
        found = self.board.follow_ups.find(id)
        if found is None:
            raise Refused("follow_up_unknown", follow_up=id)
        return found


def view(board: Board, request: Request, rules: Rules, travel: Travel, now: int) -> Asking:
    """What the decision about this request may look at: the rules are those in force when it is decided."""
    return Asking(board, in_force(board, rules, now), travel, request.by, now, happened_at(board, request, now))
