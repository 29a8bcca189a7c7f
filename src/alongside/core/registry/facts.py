"""Facts of the registry. What a family tells of somebody stays in the vault, as items of the person's record."""

from alongside.core.fact import Fact, fact
from alongside.core.party import Reference


@fact
class PersonEnrolled(Fact):
    """A family, or the person, asked to be found: who agreed, what the person is drawn to, until when it holds (ms UTC)."""

    person: str
    author: str
    agency: str
    agreed_by: str
    drawn_to: tuple[str, ...]
    carries: str
    until: int


@fact
class EnrollmentChanged(Fact):
    """What the person is drawn to, or the device they carry, is another now."""

    person: str
    drawn_to: tuple[str, ...]
    carries: str


@fact
class EnrollmentRenewed(Fact):
    """Looked at with the family: it still holds, until then."""

    person: str
    until: int


@fact
class EnrollmentDue(Fact):
    """It runs out at ``until``: the family is to be asked whether everything is still so."""

    person: str
    until: int


@fact
class EnrollmentLapsed(Fact):
    """Nobody renewed it. The record stays; no search brings the person up any more."""

    person: str


@fact
class EnrollmentEnded(Fact):
    """Taken out of the registry."""

    person: str
    reason: str


@fact
class RegistrySearched(Fact):
    """Somebody is missing, or was found and cannot say who they are: whom the registry brought up, and why each fits."""

    incident: str
    why: str
    found: tuple[tuple[str, tuple[str, ...]], ...]
    words: tuple[Reference, ...] = ()  # what was said of who is looked for


@fact
class SearchMatched(Fact):
    """It is this person. The others a search brought up are shown no longer."""

    incident: str
    person: str


@fact
class MatchUndone(Fact):
    """It is somebody else after all."""

    incident: str
    person: str
    reason: str
