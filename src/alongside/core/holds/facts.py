"""Facts of legal holds. What was seen and said is words and stays in the vault."""

from alongside.core.fact import Fact, fact
from alongside.core.party import Reference


@fact
class HoldWritten(Fact):
    """A legal hold: by whom, on which ground, since when, and its latest time (ms UTC) as the law that stood then counts it."""

    hold: str
    episode: str
    incident: str
    jurisdiction: str
    hold_kind: str
    criteria: tuple[str, ...]
    started_at: int
    latest_at: int
    warn_at: int
    author: str
    role: str
    agency: str
    facility: str = ""
    words: tuple[Reference, ...] = ()


@fact
class AdvisementGiven(Fact):
    """The person was told, in which language and how; not complete only with a reason."""

    hold: str
    episode: str
    incident: str
    language: str
    modality: str
    complete: bool
    reason: str = ""


@fact
class HoldNoticeServed(Fact):
    """Somebody the law names was told of it."""

    hold: str
    episode: str
    incident: str
    notice: str


@fact
class HoldNearsEnd(Fact):
    """Its latest time comes near; ``warn_at`` is when this is said again, None where the time itself is next."""

    hold: str
    episode: str
    incident: str
    latest_at: int
    warn_at: int | None


@fact
class HoldTimeOver(Fact):
    """Its latest time has come and nobody has written how it ended: said again at ``ask_again_at``."""

    hold: str
    episode: str
    incident: str
    latest_at: int
    ask_again_at: int


@fact
class HoldMoved(Fact):
    """Another place has the person under the same hold; its latest time stays what it was."""

    hold: str
    episode: str
    incident: str
    facility: str


@fact
class HoldEnded(Fact):
    """Released, or stays voluntarily, or goes on under a paper of another kind; and who was told."""

    hold: str
    episode: str
    incident: str
    how: str
    told: tuple[str, ...]
    ended_by: str
