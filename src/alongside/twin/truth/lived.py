"""What a ledger says was lived in a stretch of time: its calls, and of each when a crew came, whether police did, and what came of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from alongside.core.codes import TRANSPORTED, AssignmentStatus, Disposition, EndReason, PartyKind
from alongside.core.dispatch.facts import CrewSignedOn, StatusReported, UnitAssigned
from alongside.core.fact import Fact
from alongside.core.promise.facts import EpisodeEnded, ResponsibilityTaken
from alongside.twin.engine import outcomes
from alongside.twin.recorded.calls import Rang, list_calls


@dataclass
class Witness:
    """Beside the calls: where police were, and which calls told of another one."""

    officers: set[str] = field(default_factory=set)
    with_police: set[str] = field(default_factory=set)
    told_again: set[str] = field(default_factory=set)
    with_partner: set[str] = field(default_factory=set)
    staged: set[str] = field(default_factory=set)
    first_rank: dict[str, int] = field(default_factory=dict)

    def watch(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """The same facts, looked at in passing."""
        for fact in facts:
            note = NOTES.get(type(fact))
            if note is not None:
                note(self, fact)
            yield fact


def _on_duty(witness: Witness, fact: CrewSignedOn) -> None:
    (witness.officers.add if "police" in fact.capabilities else witness.officers.discard)(fact.unit)


def _reported(witness: Witness, fact: StatusReported) -> None:
    if fact.status is AssignmentStatus.STAGED:
        witness.staged.add(fact.incident)
    elif fact.status is AssignmentStatus.ON_SCENE and fact.unit in witness.officers:
        witness.with_police.add(fact.incident)


def _sent(witness: Witness, fact: UnitAssigned) -> None:
    witness.first_rank.setdefault(fact.incident, fact.rank)


def _moved(witness: Witness, fact: ResponsibilityTaken) -> None:
    if fact.taken_by.kind is PartyKind.PARTNER:
        witness.with_partner.add(fact.incident)


def _ended(witness: Witness, fact: EpisodeEnded) -> None:
    if fact.reason is EndReason.DUPLICATE:
        witness.told_again.add(fact.incident)


NOTES: Mapping[type[Fact], Callable[[Witness, Any], None]] = {
    CrewSignedOn: _on_duty, StatusReported: _reported, UnitAssigned: _sent, ResponsibilityTaken: _moved, EpisodeEnded: _ended,
}  # fmt: skip


@dataclass(frozen=True)
class Lived:
    """Calls in the order they rang, without those that told of another one; ``rows`` as :func:`measuring.measure` counts them."""

    calls: list[Rang]
    rows: np.ndarray
    other_choices: frozenset[str]  # incidents to which another than the first recommended was sent first
    with_partner: frozenset[str]
    staged: frozenset[str]


def read_lived(facts: Iterable[Fact], since: int, until: int) -> Lived:
    """The calls that rang in this span (ms UTC), as things stood at its end."""
    witness = Witness()
    rang = list_calls(witness.watch(fact for fact in facts if fact.at < until))
    calls = [one for one in rang if since <= one.at < until and one.incident not in witness.told_again]
    rows = [(one.at, _there(one), one.incident in witness.with_police, _outcome(one.disposition)) for one in calls]
    ours = {one.incident for one in calls}
    others = frozenset(id for id, rank in witness.first_rank.items() if rank > 1 and id in ours)
    told = np.array(rows, np.int64).reshape(-1, 4)
    return Lived(calls, told, others, frozenset(witness.with_partner & ours), frozenset(witness.staged & ours))


def _there(one: Rang) -> int:
    """When the first crew was on scene; 0 where none was."""
    return min((sent.at[AssignmentStatus.ON_SCENE] for sent in one.sent.values() if AssignmentStatus.ON_SCENE in sent.at), default=0)


def _outcome(disposition: Disposition | None) -> int:
    """As the twin's tables count it; 0 where it is not known, or the twin knows no such outcome."""
    if disposition in TRANSPORTED:
        return outcomes.TAKEN_ALONG + 1
    return outcomes.DISPOSITIONS.index(disposition) + 1 if disposition in outcomes.DISPOSITIONS else 0
