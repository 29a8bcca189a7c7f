"""The loop: the next call, the next shift or the first of the heap, whichever comes first, until the end."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import counting_at, fixed, numbers_at, small_numbers_at
from alongside.twin.engine.compiling import compiled, entry
from alongside.twin.engine.kernel_base import INDEX_BITS, INDEX_MASK, RANK_MASK, TIME_SHIFT, take
from alongside.twin.engine.kernel_counting import count_what_is_left
from alongside.twin.engine.kernel_happen import happen
from alongside.twin.engine.kernel_next import first_planned, next_call, next_shift
from alongside.twin.engine.kernel_send import serve


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
