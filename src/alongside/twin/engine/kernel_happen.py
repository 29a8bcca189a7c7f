"""What happens, by its rank."""

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import woven
from alongside.twin.engine.kernel_after import give_sign, release, take_on, try_again
from alongside.twin.engine.kernel_calls import assess, ring
from alongside.twin.engine.kernel_duty import shift_ends, shift_starts
from alongside.twin.engine.kernel_ready import ready
from alongside.twin.engine.kernel_steps import step
from alongside.twin.engine.kernel_timers import timer


@woven
def happen(m: memoryview, d: memoryview, rank: int, index: int, now: int) -> None:
    """One event."""
    if rank == st.STEP:
        step(m, d, index, now)
    elif rank < st.TIMERS:
        timer(m, d, rank, index, now)
    elif rank == st.RINGS:
        ring(m, d, index, now)
    elif rank == st.TRIAGED:
        assess(m, d, index, now)
    elif rank == st.READY:
        ready(m, d, index, now)
    elif rank == st.SIGN:
        give_sign(m, index, now)
    elif rank == st.TRY:
        try_again(m, index, now)
    elif rank == st.TAKES_ON:
        take_on(m, d, index, now)
    elif rank == st.RELEASE:
        release(m, index, now)
    elif rank == st.SHIFT_STARTS:
        shift_starts(m, index, now)
    else:
        shift_ends(m, index, now)
