"""How long a run may take before it is ended: many times what is expected of it, so that one that hangs does not keep the queue."""

from pathlib import Path

from alongside.twin.whatif.sides import core_s
from alongside.twin.whatif.told import CORE_MS_A_CALL, SPEED, Job, Speed, read

LEAST_S = 1_200.0  # everything else on the machine comes first: a run may be kept waiting for long
TIMES = 6.0


def limit_s(job: Job, folder: Path) -> float:
    """By the slower of the two engines, as fast as it was here the last time. ``folder``: where planning keeps what it keeps."""
    known = read(folder, SPEED, Speed)
    measured = known.ms_a_call.get("core", CORE_MS_A_CALL) if known else CORE_MS_A_CALL
    return LEAST_S + TIMES * core_s(job) * max(measured / CORE_MS_A_CALL, 1.0)
