"""Who is on duty and on nothing: one list for each kind of crew (how many, then who), in no order. Who acts as no kind has a list too."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_memory import unit


@compiled
def free_list(m: memoryview, crew: int) -> int:
    """Where the list of a kind begins; the last one is of crews that act as none."""
    return fixed(m, st.FREE_AT) + (crew if crew >= 0 else fixed(m, st.Z_CREWS)) * (fixed(m, st.Z_UNITS) + 1)


@compiled
def comes_free(m: memoryview, u: int) -> None:
    """On duty and on nothing."""
    one = unit(m, u)
    here = free_list(m, fixed(m, one + st.U_KIND))
    m[here] += 1
    m[here + m[here]] = u
    m[one + st.U_PLACE] = m[here]
    m[st.N_FREE] += 1


@compiled
def is_gone(m: memoryview, u: int) -> None:
    """Sent, or off duty: the last of the list takes the place."""
    one = unit(m, u)
    here, place = free_list(m, fixed(m, one + st.U_KIND)), m[one + st.U_PLACE]
    last = m[here + m[here]]
    m[here + place] = last
    m[unit(m, last) + st.U_PLACE] = place
    m[here] -= 1
    m[st.N_FREE] -= 1
