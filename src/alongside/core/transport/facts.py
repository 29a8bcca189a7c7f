"""Facts of the way to a place."""

from alongside.core.fact import Fact, fact


@fact
class TransportAsked(Fact):
    """Somebody is to be driven by another means than the crew that has them."""

    ride: str
    episode: str
    incident: str
    means: str
    facility: str = ""


@fact
class TransportTakenBack(Fact):
    """Not needed any more."""

    ride: str
    episode: str
    incident: str


@fact
class TransportLeft(Fact):
    """On the way, with somebody aboard; ``unit`` is empty where they go by their own means."""

    ride: str
    episode: str
    incident: str
    unit: str
    assignment: str
    means: str
    facility: str
    legal: str
    assigned_at: int | None


@fact
class TransportArrived(Fact):
    """At the door; after ``late_at`` the hand-over takes longer than the place's own target."""

    ride: str
    episode: str
    incident: str
    facility: str
    late_at: int


@fact
class TransportTurnedBack(Fact):
    """It did not come to the door: back at the scene, or over before."""

    ride: str
    episode: str
    incident: str
    reason: str


@fact
class DropOffLate(Fact):
    """The door has taken longer than its target; it is said again after ``ask_again_at``."""

    ride: str
    episode: str
    incident: str
    facility: str
    ask_again_at: int


@fact
class SearchRecorded(Fact):
    """Searched, or not."""

    episode: str
    incident: str
    done: str


@fact
class RestraintStarted(Fact):
    """A restraint, in which position, since when (the fact's own time)."""

    restraint: str
    episode: str
    incident: str
    form: str
    position: str


@fact
class RestraintMoved(Fact):
    """The same restraint, another position."""

    restraint: str
    episode: str
    incident: str
    position: str


@fact
class RestraintEnded(Fact):
    """Taken off."""

    restraint: str
    episode: str
    incident: str
