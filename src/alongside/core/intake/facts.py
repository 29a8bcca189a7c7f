"""Facts of the first ring."""

from alongside.core.codes import Level, Origin, PoliceRole
from alongside.core.fact import Fact, fact
from alongside.core.party import Reference, Requirement
from alongside.core.travel import Spot


@fact
class CallTaken(Fact):
    """A need is known of. ``number`` is what people say aloud; words are in the vault."""

    incident: str
    area: str
    number: int
    origin: Origin
    position: str
    first_ring_at: int
    language: str = ""
    callback_known: bool = False
    spot: Spot | None = None
    uncertainty_m: int = 0
    beat: str = ""
    hazards: tuple[str, ...] = ()
    scheduled_for: int | None = None
    words: tuple[Reference, ...] = ()
    assign_by: int | None = None  # waiting past this time unassessed and unassigned raises an alarm


@fact
class DetailsAdded(Fact):
    """More was learnt: words in the vault, the caller's language, whether a call-back number is known."""

    incident: str
    language: str | None = None
    callback_known: bool | None = None
    no_uniform: bool | None = None
    words: tuple[Reference, ...] = ()


@fact
class PlaceFound(Fact):
    """The place has coordinates now; the caller's own words stay as they were."""

    incident: str
    spot: Spot
    how: str
    uncertainty_m: int
    beat: str
    hazards: tuple[str, ...] = ()


@fact
class ProtocolAnswered(Fact):
    """The answers so far, all of them, with the protocol and version that asked."""

    incident: str
    protocol: str
    version: str
    answers: tuple[tuple[str, str], ...]


@fact
class LevelSet(Fact):
    """How urgent it is and what the response must have, with the rule that decided."""

    incident: str
    level: Level
    rule: str
    requirements: tuple[Requirement, ...] = ()
    hard_stops: tuple[str, ...] = ()
    crews: tuple[str, ...] = ()
    by_hand: str = ""  # a reason code where a person set it
    concurred_by: str = ""
    assign_by: int | None = None
    excluded: tuple[str, ...] = ()  # crew kinds the protocol says may not be sent
    police_as: PoliceRole = PoliceRole.NONE  # the strongest role in which a rule requires police


@fact
class LoweringProposed(Fact):
    """The answers would lower the level, but a hard stop falls only when a second person concurs."""

    incident: str
    level: Level
    stays: Level
    reason: str
    proposed_by: str


@fact
class WeaponReported(Fact):
    """One weapon fact: type, place, state and source. Unknown is never no."""

    incident: str
    weapon: str  # firearm, knife, blunt, vehicle, fire, other, unknown
    place: str  # on_person, within_reach, in_home, elsewhere, unknown
    state: str  # seen, reported, denied, unknown, not_asked
    source: str  # caller, person, officer, crew, history


@fact
class WeaponQuestionPlanned(Fact):
    """A crew is on its way and nobody knows about a weapon: it is asked about again before the crew arrives."""

    incident: str
    ask_at: int


@fact
class WeaponQuestionDue(Fact):
    """A crew will soon be there and still nobody knows; rises to the desks until somebody asked, even if the answer is unknown."""

    incident: str
    ask_again_at: int


@fact
class WeaponQuestionDropped(Fact):
    """No crew is on its way any more."""

    incident: str


@fact
class RedFlagReported(Fact):
    """One medical red flag, at intake, on scene or before departure."""

    incident: str
    flag: str
    state: str  # yes, no, unknown
    when: str  # intake, on_scene, before_departure


@fact
class IncidentOpened(Fact):
    """A need kept for later comes due, or a closed one is opened again."""

    incident: str
    reason: str
    assign_by: int | None = None  # waiting past this time with nobody sent raises an alarm


@fact
class KeptForLater(Fact):
    """Nobody is sent before this time; the need comes back by itself, and the desk stays responsible all along."""

    incident: str
    scheduled_for: int
    reason: str


@fact
class IncidentClosed(Fact):
    """Nothing is left to do at the scene; people may still be followed up."""

    incident: str
    reason: str


@fact
class IncidentCancelled(Fact):
    """The need turned out not to be one."""

    incident: str
    reason: str


@fact
class IncidentsLinked(Fact):
    """A person said two incidents are the same need; both stay whole, so unlinking restores everything."""

    incident: str
    other: str
    basis: tuple[str, ...] = ()


@fact
class IncidentsUnlinked(Fact):
    """A link was taken back."""

    incident: str
    other: str


@fact
class NeedWaiting(Fact):
    """An assessed need has waited past its level's limit without anybody sent."""

    incident: str
    level: Level
    since: int
    ask_again_at: int
