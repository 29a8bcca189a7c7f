"""What the library tells the custodian: what each kind of request may be given, by when, and how long what is kept."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReleaseKind:
    """One kind of request for records. Everything not in ``shows`` is proposed to be left out, with its class's exemption."""

    id: str
    due_ms: int
    shows: frozenset[str]  # fields
    needs_order: bool = False  # whether a court's order is what is asked with


@dataclass(frozen=True, slots=True)
class Retention:
    """How long words of a class are kept after the last thing that happened with whoever they are about."""

    data_class: str
    keep_ms: int
    from_majority_ms: int = 0  # for who is not grown: at least this long after they are


@dataclass(frozen=True, slots=True)
class CustodianRules:
    """All of it; ``exemptions`` by data class: the code under which words of it are left out."""

    kinds: Mapping[str, ReleaseKind]
    exemptions: Mapping[str, str]
    retention: Mapping[str, Retention]


NOTHING_RELEASED = CustodianRules({}, {}, {})
