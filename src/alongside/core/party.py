"""Who can be responsible, and who is asking."""

from functools import lru_cache
from typing import NamedTuple

from alongside.core.codes import PartyKind


class Party(NamedTuple):
    """A staffed position, crew, facility or partner desk; the person on it is looked up at the edge."""

    kind: PartyKind
    id: str


class Actor(NamedTuple):
    """Who asks: kept with every request and checked before it is decided."""

    staff: str
    role: str
    agency: str = ""
    workstation: str = ""
    purpose: str = "operations"
    seat: str = ""  # the position or unit this person is signed on to


class Member(NamedTuple):
    """One named staff member aboard a unit now."""

    staff: str
    role: str
    certificates: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


class Reason(NamedTuple):
    """One reason as a code and its parameters; the same reason reaches the screen, the ledger and the evaluation."""

    code: str
    parameters: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=8192, typed=True)  # the same few reasons are given over and over
def reason(code: str, **parameters: object) -> Reason:
    """A :class:`Reason` with its parameters in a fixed order."""
    return Reason(code, tuple((name, str(value)) for name, value in sorted(parameters.items())))


class Requirement(NamedTuple):
    """Something a response must have beside its urgency, naming the answer that set it."""

    code: str  # police, ems, interpreter, youth, dementia, autism, intellectual_disability, no_uniform, search, clinician
    question: str = ""
    answer: str = ""


class Reference(NamedTuple):
    """Protected words kept in the vault: which field they fill, their id there, and the hash of their ciphertext."""

    field: str
    vault_id: str
    digest: str
