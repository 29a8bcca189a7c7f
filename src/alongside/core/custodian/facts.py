"""Facts of the custodian of records. What was asked, by whom and why is in the vault; here are codes, ids and who signed."""

from alongside.core.fact import Fact, fact
from alongside.core.party import Reference


@fact
class ReleaseAsked(Fact):
    """Somebody asked for records. ``covers``: what a court's order names beside the record (part2)."""

    release: str
    asked: str  # public_records, subpoena, court_order, law_enforcement, coroner, protective_services
    about_kind: str  # person, incident or threat
    about: str
    due_at: int
    author: str
    covers: tuple[str, ...] = ()
    words: tuple[Reference, ...] = ()


@fact
class PieceChosen(Fact):
    """A person decided otherwise than the rules proposed for one piece of words."""

    release: str
    piece: str  # its id in the vault
    shown: bool
    exemption: str  # why it is left out; "" where it is shown
    reason: str
    author: str


@fact
class ReleaseSigned(Fact):
    """A second person looked at the log of what goes out: each piece by its id in the vault, whether shown, and the exemption if not."""

    release: str
    signed_by: str
    pieces: tuple[tuple[str, bool, str], ...]


@fact
class SignatureTakenBack(Fact):
    """Nothing went out yet; it can be changed again."""

    release: str
    by: str
    reason: str


@fact
class ReleaseHandedOut(Fact):
    """It went out: how, how much of it, and the hash of exactly what."""

    release: str
    how: str
    shown: int
    left_out: int
    digest: str


@fact
class ReleaseClosed(Fact):
    """Refused, or taken back by whoever asked."""

    release: str
    outcome: str
    reason: str


@fact
class ReleaseOverdue(Fact):
    """The time the law gives has passed; said again."""

    release: str
    due_at: int
    ask_again_at: int


@fact
class PreservationPlaced(Fact):
    """Nothing about this may be erased until somebody lifts it."""

    preservation: str
    about_kind: str
    about: str
    reason: str
    review_at: int
    author: str
    words: tuple[Reference, ...] = ()


@fact
class PreservationReviewDue(Fact):
    """Somebody must look whether it is still needed; it goes on until it is lifted."""

    preservation: str
    ask_again_at: int


@fact
class PreservationReviewed(Fact):
    """Still needed, until then."""

    preservation: str
    review_at: int


@fact
class PreservationLifted(Fact):
    """Needed no more; by another person than the one who placed it."""

    preservation: str
    reason: str
    lifted_by: str


@fact
class ErasureProposed(Fact):
    """The words of this owner are to be destroyed."""

    erasure: str
    about_kind: str
    about: str
    ground: str
    author: str


@fact
class ErasureTakenBack(Fact):
    """Not after all."""

    erasure: str
    reason: str


@fact
class ErasureSigned(Fact):
    """A second person agreed. From here on the vault destroys the keys of these owners."""

    erasure: str
    signed_by: str
    owners: tuple[tuple[str, str], ...]


@fact
class ErasureDone(Fact):
    """The keys are gone; what the words said can never be read again."""

    erasure: str
