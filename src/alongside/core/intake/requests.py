"""Orders at the first ring."""

from alongside.core.codes import Level, Origin
from alongside.core.request import Request, request
from alongside.core.travel import Spot


@request
class TakeCall(Request):
    """A need is told. ``episodes`` are new ids, one for each person in crisis known of so far (at least one).

    ``first_ring_at`` is ms UTC; ``position`` is the desk that took it and is responsible from now on.
    """

    incident: str
    episodes: tuple[str, ...]
    area: str
    origin: Origin
    position: str
    first_ring_at: int | None = None
    language: str = ""
    callback_known: bool = False
    spot: Spot | None = None
    uncertainty_m: int = 0
    minors: tuple[str, ...] = ()  # those of ``episodes`` who are under eighteen
    scheduled_for: int | None = None


@request
class AddDetails(Request):
    """Add what was learnt since."""

    incident: str
    language: str | None = None
    callback_known: bool | None = None
    no_uniform: bool | None = None


@request
class AddPerson(Request):
    """Another person in crisis is part of this need."""

    incident: str
    episode: str
    minor: bool = False


@request
class FindPlace(Request):
    """The place was found: by gazetteer, grid address, pin or a crew's position."""

    incident: str
    spot: Spot
    how: str
    uncertainty_m: int = 0


@request
class AnswerProtocol(Request):
    """All answers so far, (question, answer) by stable ids; correcting one re-runs the whole protocol."""

    incident: str
    protocol: str
    answers: tuple[tuple[str, str], ...]


@request
class SetLevel(Request):
    """Set the level by hand with a reason code; lowering may need a second person."""

    incident: str
    level: Level
    reason: str


@request
class ConcurLowering(Request):
    """A second person agrees that the level may fall."""

    incident: str
    level: Level


@request
class ReportWeapon(Request):
    """One weapon fact."""

    incident: str
    weapon: str
    place: str
    state: str
    source: str


@request
class ReportRedFlag(Request):
    """One medical red flag."""

    incident: str
    flag: str
    state: str
    when: str = "intake"


@request
class RuleOutRedFlags(Request):
    """Every other red flag was asked about, and there is none: one tap for what stands at no."""

    incident: str
    when: str = "on_scene"


@request
class CancelIncident(Request):
    """The need turned out not to be one; needs a reason."""

    incident: str
    reason: str
    signed_by: str = ""


@request
class CloseIncident(Request):
    """Nothing is left to do at the scene."""

    incident: str
    reason: str = "done"


@request
class KeepForLater(Request):
    """Nobody is sent before a time (ms UTC), for a reason; or before another time than planned."""

    incident: str
    until: int
    reason: str


@request
class ReopenIncident(Request):
    """Go on with a closed or cancelled need; the asking desk becomes responsible for its people again."""

    incident: str
    position: str
    reason: str


@request
class LinkIncidents(Request):
    """Two incidents are the same need, says a person."""

    incident: str
    other: str
    basis: tuple[str, ...] = ()


@request
class UnlinkIncidents(Request):
    """Take a link back."""

    incident: str
    other: str
