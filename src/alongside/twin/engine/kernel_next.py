"""What comes next: what is planned, the next ring, or the next shift; each as one whole number (``kernel_base.put``)."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import INDEX_BITS, NONE, TIME_SHIFT, key_of


@compiled
def first_planned(m: memoryview) -> int:
    """The first of the heap and of what stands beside it."""
    return min(m[st.N_SOON], m[fixed(m, st.HEAP_AT)] if m[st.N_HEAP] else NONE)


@compiled
def next_call(m: memoryview, last: int) -> int:
    """The key of the next ring."""
    call = m[st.N_RING]
    return fixed(m, fixed(m, st.RINGS_AT) + call) << TIME_SHIFT | (st.RINGS << INDEX_BITS) | call if call < fixed(m, st.Z_CALLS) else last


@compiled
def next_shift(m: memoryview, last: int) -> int:
    """The key of the next shift that starts or ends."""
    shift = m[st.N_SHIFT]
    one = fixed(m, st.SHIFTS_AT) + shift * st.S_WIDTH
    if shift >= fixed(m, st.Z_SHIFTS):
        return last
    return (fixed(m, one + st.S_AT) - fixed(m, st.C_START)) << TIME_SHIFT | (fixed(m, one + st.S_RANK) << INDEX_BITS) | shift


@compiled
def is_next(m: memoryview, at: int, rank: int, index: int) -> bool:
    """Whether this comes before everything else, and before the end."""
    key, last = key_of(m, at, rank, index), (fixed(m, st.C_END) - fixed(m, st.C_START)) << TIME_SHIFT
    return key < min(first_planned(m), next_call(m, last), next_shift(m, last))
