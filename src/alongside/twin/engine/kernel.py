"""The loop: the next call, the next shift or the first of the heap, whichever comes first, until the end."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import counting_at, fixed, numbers_at, small_numbers_at
from alongside.twin.engine.compiling import compiled, entry, woven
from alongside.twin.engine.kernel_after import give_sign, release, take_on, try_again
from alongside.twin.engine.kernel_base import INDEX_BITS, INDEX_MASK, RANK_MASK, TIME_SHIFT, take
from alongside.twin.engine.kernel_calls import assess, ring
from alongside.twin.engine.kernel_counting import count_what_is_left
from alongside.twin.engine.kernel_duty import shift_ends, shift_starts
from alongside.twin.engine.kernel_next import first_planned, next_call, next_shift
from alongside.twin.engine.kernel_ready import ready
from alongside.twin.engine.kernel_send import serve
from alongside.twin.engine.kernel_steps import step
from alongside.twin.engine.kernel_timers import timer


@entry
def live_at(memory: int, drawn: int) -> None:
    """As machine code: at these addresses."""
    live(numbers_at(memory), small_numbers_at(drawn))


@entry
def count_at(memory: int, drawn: int) -> None:
    """The same where nothing is told, nobody turned away and no second crew sent (``Z_FORESEEN``)."""
    live(counting_at(memory), small_numbers_at(drawn))


@compiled
def live(m: memoryview, d: memoryview) -> None:
    """Run to the end, or until a table is full (``N_FULL``)."""
    start, last = fixed(m, st.C_START), (fixed(m, st.C_END) - fixed(m, st.C_START)) << TIME_SHIFT
    while True:
        first = first_planned(m)
        call, shift = next_call(m, last), next_shift(m, last)
        key = min(first, call, shift)
        if key >= last:
            count_what_is_left(m)
            return
        if is_full(m):
            m[st.N_FULL] = 1
            return
        if key == first:
            take(m)
        elif key == call:
            m[st.N_RING] += 1
        else:
            m[st.N_SHIFT] += 1
        m[st.N_EVENTS] += 1
        now = start + (key >> TIME_SHIFT)
        happen(m, d, (key >> INDEX_BITS) & RANK_MASK, key & INDEX_MASK, now)
        if m[st.N_CAME_FREE]:
            m[st.N_CAME_FREE] = 0
            serve(m, d, now)


@compiled
def is_full(m: memoryview) -> bool:
    """Whether one more event might not fit."""
    most = fixed(m, st.Z_UNITS) + 8
    return (
        m[st.N_ASSIGNMENTS] + most > fixed(m, st.Z_ASSIGNMENTS)
        or m[st.N_PROMISES] + 16 > fixed(m, st.Z_PROMISES)
        or m[st.N_RESERVATIONS] + 4 > fixed(m, st.Z_RESERVATIONS)
        or m[st.N_HEAP] + 8 * most > fixed(m, st.Z_HEAP)
        or (fixed(m, st.Z_ROWS) > 0 and m[st.N_ROWS] + 64 * most > fixed(m, st.Z_ROWS))
    )


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
