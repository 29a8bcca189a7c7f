"""What a recorded ledger says of its calls: when and where each rang, what was said, and what happened on scene where that is known."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from alongside.core.codes import AssignmentStatus, Disposition, Level, Origin
from alongside.core.dispatch.facts import StatusReported, UnitAssigned
from alongside.core.fact import Fact
from alongside.core.field.facts import DispositionRecorded
from alongside.core.intake.facts import CallTaken, DetailsAdded, LevelSet, PlaceFound, ProtocolAnswered
from alongside.core.travel import Spot


@dataclass
class Sent:
    """One unit's way through one call: when it reached each status first."""

    drive_ms: int | None
    at: dict[AssignmentStatus, int] = field(default_factory=dict)


@dataclass
class Rang:
    """One call. Times are ms UTC; None: the ledger does not say."""

    incident: str
    at: int
    taken_at: int
    origin: Origin
    language: str
    spot: Spot | None
    protocol: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    level: Level | None = None
    assessed_at: int | None = None
    disposition: Disposition | None = None
    settled_at: int | None = None
    sent: dict[str, Sent] = field(default_factory=dict)

    def find_lead(self) -> Sent | None:
        """The unit that met the person, else the first on scene, else none."""
        for status in (AssignmentStatus.WITH_PERSON, AssignmentStatus.ON_SCENE):
            there = [one for one in self.sent.values() if status in one.at]
            if there:
                return min(there, key=lambda one: one.at[status])
        return None


Kept = dict[str, Rang]


def list_calls(facts: Iterable[Fact]) -> list[Rang]:
    """Every call, in the order of its first ring."""
    kept: Kept = {}
    for fact in facts:
        keep = KEEPS.get(type(fact))
        if keep is not None:
            keep(kept, fact)
    return sorted(kept.values(), key=lambda one: (one.at, one.incident))


def count_known(calls: Sequence[Rang]) -> dict[str, int]:
    """Of how many calls the record says what."""
    return {
        "calls": len(calls),
        "place": sum(one.spot is not None for one in calls),
        "level": sum(one.level is not None for one in calls),
        "scene": sum(one.find_lead() is not None and one.settled_at is not None for one in calls),
    }


def _taken(kept: Kept, fact: CallTaken) -> None:
    if fact.scheduled_for is None:  # what was set aside for another day did not ring
        kept[fact.incident] = Rang(fact.incident, fact.first_ring_at, fact.at, fact.origin, fact.language, fact.spot)


def _found(kept: Kept, fact: PlaceFound) -> None:
    if fact.incident in kept:
        kept[fact.incident].spot = fact.spot


def _told(kept: Kept, fact: DetailsAdded) -> None:
    if fact.incident in kept and fact.language is not None:
        kept[fact.incident].language = fact.language


def _answered(kept: Kept, fact: ProtocolAnswered) -> None:
    one = kept.get(fact.incident)
    if one is not None and not one.sent:  # what was learnt later came too late for who was sent
        one.protocol, one.answers = fact.protocol, fact.answers


def _assessed(kept: Kept, fact: LevelSet) -> None:
    one = kept.get(fact.incident)
    if one is not None and not one.sent:
        one.level = fact.level
        one.assessed_at = one.assessed_at or fact.at


def _assigned(kept: Kept, fact: UnitAssigned) -> None:
    if fact.incident in kept:
        kept[fact.incident].sent[fact.assignment] = Sent(fact.drive_ms)


def _reported(kept: Kept, fact: StatusReported) -> None:
    one = kept.get(fact.incident)
    if one is not None and fact.assignment in one.sent:
        one.sent[fact.assignment].at.setdefault(fact.status, fact.at)


def _settled(kept: Kept, fact: DispositionRecorded) -> None:
    if fact.incident in kept:
        kept[fact.incident].disposition, kept[fact.incident].settled_at = fact.disposition, fact.at


KEEPS: Mapping[type[Fact], Callable[[Kept, Any], None]] = {
    CallTaken: _taken, PlaceFound: _found, DetailsAdded: _told, ProtocolAnswered: _answered, LevelSet: _assessed, UnitAssigned: _assigned,
    StatusReported: _reported, DispositionRecorded: _settled,
}  # fmt: skip
