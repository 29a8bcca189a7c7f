"""Facts of a safe place: reserved, agreed, handed over."""

from typing import ClassVar

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
    """A place is asked for until a time; it lapses by itself and moves nothing. What was expected of asking is kept beside it."""

    kind_version: ClassVar[int] = 2

    reservation: str
    facility: str
    service: str
    episode: str
    incident: str
    legal: str
    until: int
    counted: bool  # whether a free place was there to count down
    hour: int = 0  # local
    standing: str = ""  # what the place had told of itself
    usual: int | None = None  # how often it says yes, in thousandths; None where nothing was estimated
    chance: int | None = None  # what was shown to whoever asked, in thousandths
    answer_ms: int | None = None  # how soon an answer was expected
    chosen: bool = False  # the person asked for this place


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

    kind_version: ClassVar[int] = 2

    reservation: str
    facility: str
    episode: str
    incident: str
    reason: str
    by_phone: bool = False
    read_back: bool = True
    words: tuple[Reference, ...] = ()  # who said so on the phone, and the number


@fact
class AskedBack(Fact):
    """The place asks something before it answers; the reservation goes on."""

    reservation: str
    facility: str
    episode: str
    incident: str
    question: str
    by_phone: bool = False
    words: tuple[Reference, ...] = ()


@fact
class AskedBackAnswered(Fact):
    """What the place asked was answered."""

    reservation: str
    facility: str
    episode: str
    incident: str
    words: tuple[Reference, ...] = ()


@fact
class WishRecorded(Fact):
    """What the person wants of a place, and how they get home."""

    episode: str
    incident: str
    wants: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    ward: str = ""
    home: str = ""
    way_home: str = ""


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
