"""Orders of dispatch."""

from alongside.core.codes import AssignmentStatus
from alongside.core.party import Member
from alongside.core.request import Request, request
from alongside.core.travel import Spot

Where = tuple[str, int, int]  # unit, latitude and longitude in microdegrees: live positions are not facts, so requests carry them


@request
class TakePosition(Request):
    """Sit down at an empty desk."""

    position: str
    area: str
    duty: str
    staff: str


@request
class RelievePosition(Request):
    """Shift change: ``staff`` accepts what the desk is responsible for. ``episodes`` is what they were shown; a changed list is refused."""

    position: str
    staff: str
    episodes: tuple[str, ...]


@request
class LeavePosition(Request):
    """Leave a desk that is responsible for nobody."""

    position: str


@request
class SignOn(Request):
    """A crew comes on duty."""

    unit: str
    area: str
    call_sign: str
    crew_kind: str
    members: tuple[Member, ...]
    vehicle: str = ""
    shift_ends_at: int = 0
    post: str = ""
    spot: Spot | None = None


@request
class ChangeCrew(Request):
    """Other people are aboard. At shift change ``episodes`` lists what the newcomers accept."""

    unit: str
    members: tuple[Member, ...]
    shift_ends_at: int = 0
    episodes: tuple[str, ...] = ()


@request
class SignOff(Request):
    """A crew goes off duty; refused while it is responsible for anybody."""

    unit: str


@request
class GoOutOfService(Request):
    """The unit cannot be sent."""

    unit: str
    reason: str


@request
class ReturnToService(Request):
    """The unit can be sent again."""

    unit: str


@request
class AssignUnit(Request):
    """Send a unit. ``also`` stacks it on top of what the unit does; ``leaving`` reassigns it from that assignment."""

    assignment: str
    incident: str
    unit: str
    positions: tuple[Where, ...] = ()
    also: bool = False
    leaving: str = ""


@request
class SelfStage(Request):
    """A crew came upon a need itself: incident, person and assignment at once, the crew responsible from the first moment."""

    unit: str
    incident: str
    episode: str
    assignment: str
    spot: Spot | None = None
    minor: bool = False


@request
class ExplainChoice(Request):
    """One key: why another unit was sent than the one recommended first."""

    assignment: str
    reason: str


@request
class ReportStatus(Request):
    """One assignment moves on. ``episodes`` says whom the crew is with (default: everybody of the incident)."""

    assignment: str
    status: AssignmentStatus
    spot: Spot | None = None
    place: str = ""
    reason: str = ""
    episodes: tuple[str, ...] = ()


@request
class CancelAssignment(Request):
    """Call a unit off."""

    assignment: str
    reason: str


@request
class WithdrawAssignment(Request):
    """Undo: take an assignment back before the crew acted on it."""

    assignment: str


@request
class ChoosePrimary(Request):
    """Which of its assignments a unit works first."""

    assignment: str


@request
class SendMessage(Request):
    """Send words (in the vault) to a unit or desk."""

    message: str
    to: str
    incident: str = ""


@request
class ReadMessage(Request):
    """The receiver opened a message."""

    message: str


@request
class RecordHazard(Request):
    """Record a premise hazard by code; ``review_at`` is at most twelve months ahead."""

    hazard: str
    code: str
    spot: Spot
    source: str
    review_at: int


@request
class WithdrawHazard(Request):
    """Take a hazard back."""

    hazard: str
