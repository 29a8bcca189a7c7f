"""Whether the kernels are there as machine code, and how they come to be. Nobody's page waits for that: it is done beside, once."""

from multiprocessing import get_context
from pathlib import Path

import numpy as np

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import IS_PLAIN, KEPT
from alongside.twin.engine.kernel import count_at, live_at
from alongside.twin.planning.calls import sample
from alongside.twin.planning.world import DURATIONS, HOUR_MS, HURRIED, WEEK_HOURS, CallKind, PlanningWorld

MARK = Path(KEPT) / "prepared"


def is_prepared() -> bool:
    """Whether a run begins at once. Until then a page says that the kernels are being prepared."""
    return IS_PLAIN or MARK.exists()


def prepare() -> None:
    """Compile what a sweep needs: each kernel in a process of its own, 25 s of one core each, then kept on disk."""
    if is_prepared():
        return
    beside = get_context("spawn").Process(target=compile_kernel, args=(False,))
    beside.start()
    compile_kernel(True)
    beside.join()
    compile_kernel(False)  # read from disk, unless the process beside could not
    MARK.touch()


def compile_kernel(counts: bool) -> None:
    """On a world with one place and a run without a call."""
    calls = sample(_smallest_world(), 0, HOUR_MS, 1, 1.0)
    nothing = np.zeros(st.HEAD, np.int64)  # no call, no shift, and over when it begins
    (count_at if counts else live_at)(nothing.ctypes.data, calls.drawn.ctypes.data)


def _smallest_world() -> PlanningWorld:
    return PlanningWorld(
        name="smallest", source="nobody", east_ms=0, places=((0, 0),), weekly=(1.0,) * WEEK_HOURS, where=((1.0,),) * 4,
        kinds=(CallKind(name="any", weight=1.0),), bands=(0,) * WEEK_HOURS, drives=(((0,),),),
        durations=dict.fromkeys((*DURATIONS, HURRIED), (1000,) * 5), calls_again=0.5,
    )  # fmt: skip


if __name__ == "__main__":
    prepare()
