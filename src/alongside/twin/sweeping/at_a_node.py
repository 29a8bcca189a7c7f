"""What a node of a Ray is asked: to live some seeds of a plan and say their figures. It keeps nothing of a sweep."""

import fcntl
import pickle
from collections.abc import Sequence
from multiprocessing.reduction import ForkingPickler
from pathlib import Path

from alongside.twin.engine.compiling import KEPT
from alongside.twin.engine.fast import Ready
from alongside.twin.engine.readiness import is_prepared, prepare
from alongside.twin.planning.parts import Plan
from alongside.twin.planning.running import run_seeds
from alongside.twin.sweeping.code_mark import code_mark


def pack(plan: Plan, ready: Ready | None) -> bytes:
    """A plan as it travels. Opened only where the code is this one: other code may know other fields."""
    return bytes(ForkingPickler.dumps((plan.scenario, ready)))


def answer(code: str, packed: bytes, seeds: Sequence[int]) -> tuple[str, bytes]:
    """By which code, and the figures of each seed as they travel: none where that code is not the asker's."""
    if code_mark() != code:
        return code_mark(), b""
    scenario, ready = pickle.loads(packed)
    if ready is not None and not is_prepared():
        _prepare_once()
    return code, pickle.dumps(run_seeds(scenario, ready, seeds))


def _prepare_once() -> None:
    """The kernels, made by one process of a node while its others wait: at the same time each takes as long as all of them together."""
    with (Path(KEPT) / "preparing").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        prepare()
