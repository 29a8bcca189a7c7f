"""What a run came to, in figures an agency asks for. Read from the tables of a run, so that a thousand runs cost nothing to read."""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st
from alongside.twin.engine.fast import Lived
from alongside.twin.engine.reference import run_reference
from alongside.twin.planning.calls import Calls, sample_calls
from alongside.twin.planning.fold import empty_fold
from alongside.twin.planning.patterns import Needs, Patterns, needs_of, patterns_of
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import PlanningWorld

MINUTE, HOUR = 60_000, 3_600_000


@dataclass(frozen=True)
class Figures:
    """Shares are 0 to 1, times in minutes from the first ring; NaN where nobody was counted."""

    calls: int
    met: int  # calls at which a crew came to the scene, or spoke with the person by phone
    response_mean: float  # first ring to the first crew on scene
    response_median: float
    response_p90: float
    waited_mean: float  # first ring to somebody sent
    without_police: float  # of the calls a crew came to
    unmet: int  # calls for which a better kind of crew was wanted than could go
    never_sent: int  # nobody was sent before the run ended
    taken_along: int
    referred_for_want_of_a_place: int  # places were asked, and none said yes
    crew_hours: float
    police_hours: float
    facts: int
    not_taken: int = 0  # calls from where this program answers nobody: among the calls, and nobody of it is sent to them
    patterns: Patterns | None = field(default=None, repr=False, compare=False)

    def as_row(self) -> dict[str, Any]:
        """By name; patterns as lists beside the figures."""
        row = dict(vars(self))
        patterns = row.pop("patterns")
        return row | (vars(patterns) if patterns else {})


def figures_of(lived: Lived, calls: Calls | None = None, world: PlanningWorld | None = None) -> Figures:
    """The figures of one run on the kernels; with its patterns where its calls and their world are given."""
    units = lived.state.units
    still = units[:, st.U_ASSIGNMENT] >= 0
    busy = np.where(still, units[:, st.U_BUSY_MS] + lived.end, units[:, st.U_BUSY_MS])
    police = (units[:, st.U_ABILITIES] & lived.police) != 0
    needs = needs_of(lived.state.incidents[: int(lived.state.counts[st.N_RING])])
    patterns = patterns_of(needs, calls, world) if calls is not None and world is not None else None
    return replace(_figures(needs, busy, police, lived.facts), patterns=patterns)


def figures_of_core(scenario: Scenario, given: Calls | None = None) -> Figures:
    """The figures of one run on the live core, of its own calls or given ones: for plans that the kernels do not know."""
    calls = sample_calls(scenario) if given is None else given
    fold = empty_fold(len(calls), len(scenario.units))
    run_reference(scenario, fold.take, calls)
    fold.end(scenario.end)
    needs = needs_of(fold.incidents[: fold.called])
    return replace(_figures(needs, fold.busy, fold.police, fold.facts), patterns=patterns_of(needs, calls, scenario.world))


def with_others(told: Figures, calls: int) -> Figures:
    """Beside those it took, so many calls that its program does not take."""
    return replace(told, calls=told.calls + calls, never_sent=told.never_sent + calls, not_taken=calls)


def _figures(needs: Needs, busy: np.ndarray, police: np.ndarray, facts: int) -> Figures:
    came, sent = needs.on_scene_at > 0, needs.assigned_at > 0
    response = (needs.on_scene_at[came] - needs.taken_at[came]) / MINUTE
    want = (needs.outcome == o.REFERRED + 1) & (needs.wanted > 0)
    return Figures(
        calls=len(came),
        met=int((came | (needs.met_at > 0)).sum()),
        response_mean=_mean(response),
        response_median=float(np.median(response)) if len(response) else float("nan"),
        response_p90=float(np.quantile(response, 0.9)) if len(response) else float("nan"),
        waited_mean=_mean((needs.assigned_at[sent] - needs.taken_at[sent]) / MINUTE),
        without_police=1 - _mean(needs.police[came]),
        unmet=int(needs.unmet.sum()),
        never_sent=len(came) - int(sent.sum()),
        taken_along=int((needs.outcome == o.TAKEN_ALONG + 1).sum()),
        referred_for_want_of_a_place=int(want.sum()),
        crew_hours=float(busy.sum()) / HOUR,
        police_hours=float(busy[police].sum()) / HOUR,
        facts=facts,
    )


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if len(values) else float("nan")
