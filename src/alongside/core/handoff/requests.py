"""Orders about a safe place."""

from alongside.core.request import Request, request


@request
class SetCapacity(Request):
    """How many places of a service are free now."""

    facility: str
    service: str
    free: int


@request
class SetDiversion(Request):
    """Advise going elsewhere, or stop advising it."""

    facility: str
    diverting: bool


@request
class ReservePlace(Request):
    """Ask a facility for a place for one person."""

    reservation: str
    facility: str
    service: str
    episode: str
    legal: str = "voluntary"


@request
class AgreeToReceive(Request):
    """The facility agrees; by phone with read-back."""

    reservation: str
    by_phone: bool = False
    read_back: bool = True


@request
class DeclineToReceive(Request):
    """The facility says no with a reason code; an emergency department can only advise diversion."""

    reservation: str
    reason: str
    by_phone: bool = False
    read_back: bool = True


@request
class AskBack(Request):
    """The place asks something before it answers: a question by code, more of it in words."""

    reservation: str
    question: str
    by_phone: bool = False


@request
class AnswerBack(Request):
    """What the place asked, answered in words."""

    reservation: str


@request
class RecordWish(Request):
    """What the person wants of a place, where they live and how they get home. What is told replaces what was told before."""

    episode: str
    wants: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    ward: str = ""
    home: str = ""
    way_home: str = ""


@request
class TakeBackReservation(Request):
    """No longer needed."""

    reservation: str


@request
class HandOver(Request):
    """The person is handed over at the door and the facility has taken over. ``reservation`` may be empty (a walk-in, an ED)."""

    episode: str
    facility: str
    service: str
    reservation: str = ""
    legal: str = "voluntary"
    received_by: str = ""
    details: tuple[str, ...] = ()
    unsigned: str = ""  # of the receiver's signature: paper, or why there is none; never a condition


@request
class ReleasePerson(Request):
    """The facility releases the person."""

    episode: str
    to: str = "home"
