"""Facts of a safe place: reserved, agreed, handed over."""

from alongside.core.fact import Fact, fact
from alongside.core.party import Party, Reference


@fact
class CapacitySet(Fact):
    """A facility says how many places of one service are free now, beside those it has agreed to."""

    facility: str
    service: str
    free: int


@fact
class DiversionSet(Fact):
    """A facility advises going elsewhere, or no longer does."""

    facility: str
    diverting: bool


@fact
class PlaceReserved(Fact):
    """A place is asked for until a time; it lapses by itself and moves nothing."""

    reservation: str
    facility: str
    service: str
    episode: str
    incident: str
    legal: str
    until: int
    counted: bool  # whether a free place was there to count down


@fact
class AgreedToReceive(Fact):
    """The facility agreed; it reserves and moves nothing."""

    reservation: str
    facility: str
    episode: str
    incident: str
    by_phone: bool = False
    read_back: bool = True
    words: tuple[Reference, ...] = ()  # who said so on the phone, and the number


@fact
class DeclinedToReceive(Fact):
    """The facility said no, with a coded reason; the packet stays, the next place is shown."""

    reservation: str
    facility: str
    episode: str
    incident: str
    reason: str
    by_phone: bool = False


@fact
class DiversionAdvised(Fact):
    """An emergency department advised another place; it never declines a person who comes."""

    reservation: str
    facility: str
    episode: str
    incident: str
    reason: str


@fact
class ReservationLapsed(Fact):
    """Its time ran out."""

    reservation: str
    facility: str
    episode: str
    incident: str


@fact
class ReservationExtended(Fact):
    """Its time ran out while the person was on the way there: the place is kept."""

    reservation: str
    facility: str
    episode: str
    incident: str
    until: int


@fact
class ReservationTakenBack(Fact):
    """The asking side no longer needs it, or asked by mistake."""

    reservation: str
    facility: str
    episode: str
    incident: str


@fact
class HandedOver(Fact):
    """At the door: the person and responsibility are with the facility."""

    episode: str
    incident: str
    facility: str
    service: str
    handed_by: Party
    reservation: str = ""
    legal: str = "voluntary"
    arrived_at: int | None = None
    received_by: str = ""
    details: tuple[str, ...] = ()  # belongings, dependants, pets, ingestion, searched, restraint …


@fact
class PersonReleased(Fact):
    """The facility released the person; it stays responsible until somebody takes over."""

    episode: str
    incident: str
    facility: str
    to: str
