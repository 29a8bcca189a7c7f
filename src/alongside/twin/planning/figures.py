"""What a run came to, in figures an agency asks for. Read from the tables of a run, so that a thousand runs cost nothing to read."""

from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st
from alongside.twin.engine.fast import Lived
from alongside.twin.engine.reference import run_reference
from alongside.twin.planning.calls import Calls, sample_calls
from alongside.twin.planning.fold import empty_fold
from alongside.twin.planning.patterns import Patterns, patterns_of
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
    patterns: Patterns | None = None

    def as_row(self) -> dict[str, Any]:
        """By name; patterns as lists beside the figures."""
        row = asdict(self)
        return row | (row.pop("patterns") or {})


def figures_of(lived: Lived, calls: Calls, world: PlanningWorld) -> Figures:
    """The figures of one run on the kernels."""
    units = lived.state.units
    still = units[:, st.U_ASSIGNMENT] >= 0
    busy = np.where(still, units[:, st.U_BUSY_MS] + lived.end, units[:, st.U_BUSY_MS])
    police = (units[:, st.U_ABILITIES] & lived.police) != 0
    called = lived.state.incidents[: int(lived.state.counts[st.N_RING])]
    return replace(_figures(called, busy, police, lived.facts), patterns=patterns_of(called, calls, world))


def figures_of_core(scenario: Scenario) -> Figures:
    """The figures of one run on the live core: for plans that the kernels do not know."""
    calls = sample_calls(scenario)
    fold = empty_fold(len(calls), len(scenario.units))
    run_reference(scenario, fold.take, calls)
    fold.end(scenario.end)
    called = fold.incidents[: fold.called]
    return replace(_figures(called, fold.busy, fold.police, fold.facts), patterns=patterns_of(called, calls, scenario.world))


def _figures(called: np.ndarray, busy: np.ndarray, police: np.ndarray, facts: int) -> Figures:
    there, sent = called[called[:, st.I_ON_SCENE_AT] > 0], called[called[:, st.I_SENT] > 0]
    response = (there[:, st.I_ON_SCENE_AT] - there[:, st.I_TAKEN_AT]) / MINUTE
    want = (called[:, st.I_OUTCOME] == o.REFERRED + 1) & (called[:, st.I_WANTED] > 0)
    return Figures(
        calls=len(called),
        met=int(((called[:, st.I_ON_SCENE_AT] > 0) | (called[:, st.I_MET_AT] > 0)).sum()),
        response_mean=_mean(response),
        response_median=float(np.median(response)) if len(response) else float("nan"),
        response_p90=float(np.quantile(response, 0.9)) if len(response) else float("nan"),
        waited_mean=_mean((sent[:, st.I_ASSIGNED_AT] - sent[:, st.I_TAKEN_AT]) / MINUTE),
        without_police=1 - _mean(there[:, st.I_POLICE]),
        unmet=int(called[:, st.I_UNMET].sum()),
        never_sent=len(called) - len(sent),
        taken_along=int((called[:, st.I_OUTCOME] == o.TAKEN_ALONG + 1).sum()),
        referred_for_want_of_a_place=int(want.sum()),
        crew_hours=float(busy.sum()) / HOUR,
        police_hours=float(busy[police].sum()) / HOUR,
        facts=facts,
    )


def _mean(values: np.ndarray) -> float:
    return float(values.mean()) if len(values) else float("nan")
