"""Means of transport, restraints and positions: closed lists, and which crew is which means."""

from collections.abc import Mapping

from alongside.core.board import Board
from alongside.core.codes import OVER
from alongside.core.state import Assignment, Unit
from alongside.core.transport.kept import Ride

OWN = "own_means"  # on their own, or with family: no crew drives
# Which ability makes a crew this means, in the order in which they are looked for: an ambulance with a clinician aboard is an ambulance.
BY_ABILITY: Mapping[str, str] = {
    "ambulance": "ems", "crisis_van": "psychiatric_technician", "officer": "police", "clinician": "clinician",
}  # fmt: skip
MEANS = frozenset({*BY_ABILITY, OWN})
RESTRAINTS = frozenset({"handcuffs", "soft", "hands", "chair", "spit_hood"})
POSITIONS = frozenset({"seated", "standing", "on_side", "face_up", "face_down"})
SEARCHES = frozenset({"searched", "not_searched"})


def means_of(unit: Unit) -> str:
    """What a crew is as a means of transport; a van where nothing else fits."""
    return next((means for means, ability in BY_ABILITY.items() if ability in unit.capabilities), "crisis_van")


def find_driver(board: Board, ride: Ride) -> Assignment | None:
    """Whoever of the wanted kind is sent to the need already, other than the crew that asked and has the person."""
    incident, episode = board.incidents.find(ride.incident), board.episodes.find(ride.episode)
    holder = episode.responsible.id if episode and episode.responsible else ""
    sent = (board.assignments.find(id) for id in (incident.assignments if incident else ()))
    open_ones = (one for one in sent if one is not None and one.status not in OVER and one.unit != holder)
    return next((one for one in open_ones if (unit := board.units.find(one.unit)) and means_of(unit) == ride.means), None)
