"""Whether the kernels are there as machine code, and how they come to be. Nobody's page waits for that: it is done beside, once."""

from pathlib import Path

import numpy as np

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import IS_PLAIN, KEPT
from alongside.twin.engine.kernel import live_at
from alongside.twin.planning.calls import sample
from alongside.twin.planning.world import DURATIONS, HOUR_MS, HURRIED, WEEK_HOURS, CallKind, PlanningWorld

MARK = Path(KEPT) / "prepared"


def is_prepared() -> bool:
    """Whether a run begins at once. Until then a page says that the kernels are being prepared."""
    return IS_PLAIN or MARK.exists()


def prepare() -> None:
    """Compile what a sweep needs, on a world with one place and a run without a call; half a minute of one core, then kept on disk."""
    if is_prepared():
        return
    calls = sample(_smallest_world(), 0, HOUR_MS, 1, 1.0)
    nothing = np.zeros(st.HEAD, np.int64)  # no call, no shift, and over when it begins
    live_at(nothing.ctypes.data, calls.drawn.ctypes.data)
    MARK.touch()


def _smallest_world() -> PlanningWorld:
    return PlanningWorld(
        name="smallest", source="nobody", east_ms=0, places=((0, 0),), weekly=(1.0,) * WEEK_HOURS, where=((1.0,),) * 4,
        kinds=(CallKind(name="any", weight=1.0),), bands=(0,) * WEEK_HOURS, drives=(((0,),),),
        durations=dict.fromkeys((*DURATIONS, HURRIED), (1000,) * 5), calls_again=0.5,
    )  # fmt: skip


if __name__ == "__main__":
    prepare()
