"""Facts of responsibility; no other stage writes who is responsible."""

from typing import ClassVar

from alongside.core.codes import Basis, ClockKind, EndReason
from alongside.core.fact import Fact, fact
from alongside.core.party import Party, Reference


@fact
class EpisodeOpened(Fact):
    """A person in crisis is known of; somebody is responsible from this moment."""

    episode: str
    incident: str
    responsible: Party
    speak_by: int  # silence past this time raises the alarm
    minor: bool = False


@fact
class ResponsibilityTaken(Fact):
    """The receiver took over; this alone moves responsibility."""

    episode: str
    incident: str
    taken_from: Party
    taken_by: Party
    basis: Basis
    speak_by: int


@fact
class TransferOffered(Fact):
    """A transfer of care is offered; the offering side stays on the line and stays responsible."""

    episode: str
    incident: str
    to: Party
    answer_by: int


@fact
class TransferAccepted(Fact):
    """The receiver agreed to take over; nothing has moved."""

    kind_version: ClassVar[int] = 2

    episode: str
    incident: str
    to: Party
    by_phone: bool = False
    read_back: bool = True
    words: tuple[Reference, ...] = ()  # who said so on the phone, in which role, and the number


@fact
class TransferDeclined(Fact):
    """The receiver said no, with a code."""

    episode: str
    incident: str
    to: Party
    reason: str


@fact
class TransferDropped(Fact):
    """The line was lost during a warm transfer: the offering side must call back."""

    episode: str
    incident: str
    to: Party
    call_back_by: int


@fact
class CalledBack(Fact):
    """The offering side reached the person again after a lost line."""

    episode: str
    incident: str
    reached: bool
    answer_by: int


@fact
class TransferWithdrawn(Fact):
    """The offering side took its offer back before anybody took over."""

    episode: str
    incident: str
    to: Party


@fact
class TransferUnanswered(Fact):
    """Nobody answered an offer in time; raised to the area's supervisor."""

    episode: str
    incident: str
    to: Party


@fact
class ResponsibleSilent(Fact):
    """The responsible party has given no sign past the policy's limit; raised to the area's supervisor."""

    episode: str
    incident: str
    responsible: Party
    silent_since: int
    ask_again_at: int


@fact
class SignGiven(Fact):
    """The responsible party said the person is still in its care (by radio, phone or screen)."""

    episode: str
    incident: str
    responsible: Party
    speak_by: int


@fact
class EpisodeEnded(Fact):
    """Nobody need be responsible any more, and why."""

    episode: str
    incident: str
    reason: EndReason
    author: str
    signed_by: str = ""
    agency: str = ""


@fact
class EpisodeReopened(Fact):
    """An ended episode goes on: the party named is responsible again."""

    episode: str
    incident: str
    responsible: Party
    basis: Basis
    speak_by: int


@fact
class ClockMoved(Fact):
    """A stored timer was looked at and starts again."""

    clock: ClockKind
    subject: str
    due: int
