"""Facts of dispatch: who is on duty, who was sent and why, and how each assignment went."""

from typing import NamedTuple

from alongside.core.codes import AssignmentStatus, Level
from alongside.core.fact import Fact, fact
from alongside.core.party import Member, Reason, Reference
from alongside.core.travel import Mode, Spot


class Option(NamedTuple):
    """One way to respond, with the drive time and position it was judged by, and its reasons."""

    unit: str
    crew_kind: str
    rank: int
    drive_ms: int | None
    spot: Spot | None
    also: bool  # a second unit for a requirement the first does not meet
    reasons: tuple[Reason, ...]


class Missing(NamedTuple):
    """A better kind of crew that was not to be had, and why: none_on_duty, all_busy, too_far, incomplete."""

    crew_kind: str
    why: str


@fact
class PositionTaken(Fact):
    """Somebody sits at a desk."""

    position: str
    area: str
    duty: str
    staff: str


@fact
class PositionRelieved(Fact):
    """Shift change at a desk: the newcomer saw and accepted everything the desk is responsible for."""

    position: str
    taken_from: str
    taken_by: str
    episodes: tuple[str, ...]


@fact
class PositionLeft(Fact):
    """Nobody sits at a desk any more; it was responsible for nobody."""

    position: str
    staff: str


@fact
class CrewSignedOn(Fact):
    """A crew is aboard. ``acts_as`` and ``capabilities`` follow from the people actually there."""

    unit: str
    area: str
    call_sign: str
    crew_kind: str
    acts_as: str
    members: tuple[Member, ...]
    capabilities: tuple[str, ...]
    languages: tuple[str, ...]
    vehicle: str
    shift_ends_at: int
    post: str = ""
    spot: Spot | None = None


@fact
class CrewChanged(Fact):
    """Somebody came aboard or left; with bulk acceptance at shift change."""

    unit: str
    acts_as: str
    members: tuple[Member, ...]
    capabilities: tuple[str, ...]
    languages: tuple[str, ...]
    shift_ends_at: int
    episodes: tuple[str, ...] = ()  # what the new crew accepted being responsible for


@fact
class CrewSignedOff(Fact):
    """The crew is off duty and silent; it was responsible for nobody."""

    unit: str


@fact
class UnitOutOfService(Fact):
    """Cannot be sent, with a reason code."""

    unit: str
    reason: str


@fact
class UnitBackInService(Fact):
    """Can be sent again."""

    unit: str


@fact
class Recommended(Fact):
    """What was recommended at the moment of choosing, best first, with the drive times it used."""

    incident: str
    options: tuple[Option, ...]
    roads: str  # the version of road data in force


@fact
class NeedUnmet(Fact):
    """The right kind of team was not to be had."""

    incident: str
    level: Level
    missing: tuple[Missing, ...]


@fact
class UnitAssigned(Fact):
    """A unit is sent; it must acknowledge in time."""

    assignment: str
    incident: str
    unit: str
    mode: Mode
    rank: int
    drive_ms: int | None
    acknowledge_by: int | None
    primary: bool


@fact
class OtherChoiceExplained(Fact):
    """Why another unit was sent than the first recommended: one key, afterwards."""

    assignment: str
    incident: str
    reason: str


@fact
class StatusReported(Fact):
    """One assignment moved on; no other assignment is touched."""

    assignment: str
    incident: str
    unit: str
    status: AssignmentStatus
    place: str = ""
    spot: Spot | None = None
    reason: str = ""


@fact
class RedFlagsLeftOpen(Fact):
    """Somebody was driven away with red flags unasked, or at yes and not looked at by EMS, for a reason."""

    assignment: str
    incident: str
    unit: str
    unasked: tuple[str, ...]
    unseen: tuple[str, ...]
    reason: str


@fact
class PrimaryChosen(Fact):
    """Which of several assignments a unit works first."""

    unit: str
    assignment: str


@fact
class PageUnanswered(Fact):
    """A page nobody acknowledged within the limit; raised to dispatcher and supervisor, repeated."""

    assignment: str
    incident: str
    unit: str
    ask_again_at: int


@fact
class MessageSent(Fact):
    """Words between desk and crew, kept in the vault."""

    message: str
    to: str
    sender: str
    incident: str
    words: tuple[Reference, ...]


@fact
class MessageRead(Fact):
    """The receiver opened a message."""

    message: str


@fact
class HazardRecorded(Fact):
    """Something to know at a place, by code, with a source and a date to look at it again."""

    hazard: str
    code: str
    spot: Spot
    source: str
    review_at: int


@fact
class HazardWithdrawn(Fact):
    """No longer so."""

    hazard: str
