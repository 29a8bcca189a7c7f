"""Facts: past tense, frozen, closed codes under opaque ids. A fact names the stream it belongs to and when it happened."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar, dataclass_transform

KINDS: dict[str, type["Fact"]] = {}


@dataclass(frozen=True, slots=True)
class Fact:
    """Base of all facts. ``stream`` is e.g. ``area/slc`` or ``episode/<id>``; ``at`` is ms since the epoch, UTC."""

    stream: str
    at: int

    kind_version: ClassVar[int] = 1

    @property
    def kind(self) -> str:
        """The fact's name in the ledger."""
        return type(self).__name__


F = TypeVar("F", bound=Fact)


@dataclass_transform(frozen_default=True)
def fact(cls: type[F]) -> type[F]:
    """Freeze a fact class and enter it in the register the ledger reads old rows with."""
    frozen = dataclass(frozen=True, slots=True)(cls)
    if frozen.__name__ in KINDS:
        raise TypeError(f"fact {frozen.__name__} is declared twice")
    KINDS[frozen.__name__] = frozen
    return frozen


def area_stream(area: str) -> str:
    """The stream of one dispatch area: its units, incidents and assignments."""
    return f"area/{area}"


def episode_stream(episode: str) -> str:
    """The stream of one person in crisis: responsibility lives only here."""
    return f"episode/{episode}"


def person_stream(person: str) -> str:
    """The stream of one person's record: who they are, what is written of them, who may know it."""
    return f"person/{person}"


def case_stream(case: str) -> str:
    """The stream of one case: who holds it, what is due, how it ends."""
    return f"case/{case}"


def comparison_stream(comparison: str) -> str:
    """The stream of one comparison of all records, and of what it suggests."""
    return f"comparison/{comparison}"


def threat_stream(threat: str) -> str:
    """The stream of one threat file: who answers for it, who works on it, when it is looked at again."""
    return f"threat/{threat}"


def policy_stream(policy: str) -> str:
    """The stream of one proposed change to the policy: who agreed, from when, until when."""
    return f"policy/{policy}"


def facility_stream(facility: str) -> str:
    """The stream of one facility: capacity, reservations, answers."""
    return f"facility/{facility}"
