"""What a machine that lives parts of a sweep is asked: some seeds of a plan. It keeps nothing of them."""

import fcntl
from collections.abc import Sequence
from pathlib import Path

from alongside.twin.engine.compiling import KEPT
from alongside.twin.engine.readiness import is_prepared, prepare
from alongside.twin.planning.running import run_seeds
from alongside.twin.sweeping.code_mark import code_mark
from alongside.twin.sweeping.parcels import pack_figures, unpack


def answer(code: str, packed: bytes, seeds: Sequence[int]) -> tuple[str, bytes]:
    """By which code, and the figures of each seed as they travel: none where that code is not the asker's."""
    if code_mark() != code:
        return code_mark(), b""
    scenario, ready = unpack(packed)
    if ready is not None and not is_prepared():
        _prepare_once()
    return code, pack_figures(run_seeds(scenario, ready, seeds))


def _prepare_once() -> None:
    """The kernels, made by one process of a machine while its others wait: at the same time each takes as long as all of them together."""
    with (Path(KEPT) / "preparing").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        prepare()
