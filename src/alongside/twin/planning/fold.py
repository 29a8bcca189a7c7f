"""The live core's facts folded into the tables the kernels keep, so that figures are counted once, whichever engine ran."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from alongside.core.codes import OVER, AssignmentStatus
from alongside.core.dispatch.facts import CrewSignedOn, NeedUnmet, StatusReported, UnitAssigned
from alongside.core.fact import Fact
from alongside.core.field.facts import DispositionRecorded
from alongside.core.intake.apply import BEFORE_DEPARTURE
from alongside.core.intake.facts import CallTaken, RedFlagReported
from alongside.twin.engine import outcomes, state
from alongside.twin.engine.codes import of_id


@dataclass
class Fold:
    """What is known after each fact."""

    incidents: np.ndarray
    busy: np.ndarray
    police: np.ndarray
    facts: int = 0
    called: int = 0
    since: dict[int, int] = field(default_factory=dict)  # unit: when it was sent

    def take(self, fact: Fact) -> None:
        """One more."""
        self.facts += 1
        fold = FOLDS.get(type(fact))
        if fold is not None:
            fold(self, fact)

    def end(self, at: int) -> None:
        """Whoever is still on a call was on it until now."""
        for unit, since in self.since.items():
            self.busy[unit] += at - since


def empty_fold(calls: int, units: int) -> Fold:
    """Before the first fact."""
    return Fold(np.zeros((calls, state.I_WIDTH), np.int64), np.zeros(units, np.int64), np.zeros(units, np.bool_))


def _called(fold: Fold, fact: CallTaken) -> None:
    fold.incidents[of_id(fact.incident), state.I_TAKEN_AT] = fact.at
    fold.called += 1


def _on_duty(fold: Fold, fact: CrewSignedOn) -> None:
    fold.police[of_id(fact.unit)] = "police" in fact.capabilities


def _sent(fold: Fold, fact: UnitAssigned) -> None:
    one, unit = fold.incidents[of_id(fact.incident)], of_id(fact.unit)
    one[state.I_ASSIGNED_AT] = one[state.I_ASSIGNED_AT] or fact.at
    one[state.I_SENT] += 1
    fold.since[unit] = fact.at


def _reported(fold: Fold, fact: StatusReported) -> None:
    one, unit = fold.incidents[of_id(fact.incident)], of_id(fact.unit)
    if fact.status is AssignmentStatus.ON_SCENE:
        one[state.I_ON_SCENE_AT] = one[state.I_ON_SCENE_AT] or fact.at
        one[state.I_POLICE] |= fold.police[unit]
    elif fact.status is AssignmentStatus.WITH_PERSON:
        one[state.I_MET_AT] = fact.at
    elif fact.status in OVER:
        fold.busy[unit] += fact.at - fold.since.pop(unit)


def _settled(fold: Fold, fact: DispositionRecorded) -> None:
    fold.incidents[of_id(fact.incident), state.I_OUTCOME] = outcomes.DISPOSITIONS.index(fact.disposition) + 1


def _unmet(fold: Fold, fact: NeedUnmet) -> None:
    fold.incidents[of_id(fact.incident), state.I_UNMET] = 1


def _wanted(fold: Fold, fact: RedFlagReported) -> None:
    fold.incidents[of_id(fact.incident), state.I_WANTED] |= fact.when == BEFORE_DEPARTURE


FOLDS: Mapping[type[Fact], Callable[[Fold, Any], None]] = {
    CallTaken: _called, CrewSignedOn: _on_duty, UnitAssigned: _sent, StatusReported: _reported, DispositionRecorded: _settled,
    NeedUnmet: _unmet, RedFlagReported: _wanted,
}  # fmt: skip
