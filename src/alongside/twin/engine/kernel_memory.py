"""Where a row begins in the memory of a kernel (``state``), by what it is about. What chance decided of a call is read here too.

As machine code a memory is an address, so that a call of one part by another is a handful of numbers; as plain Python it is a view of
the same bytes. Places are never negative: nothing here counts from the end.
"""

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled
from alongside.twin.planning import columns as c


@compiled
def incident(m: memoryview, i: int) -> int:
    """A need, and its one person."""
    return m[st.INCIDENTS_AT] + i * st.I_WIDTH


@compiled
def assignment(m: memoryview, a: int) -> int:
    """One unit sent."""
    return m[st.ASSIGNMENTS_AT] + a * st.A_WIDTH


@compiled
def unit(m: memoryview, u: int) -> int:
    """A unit of the roster."""
    return m[st.UNITS_AT] + u * st.U_WIDTH


@compiled
def promise(m: memoryview, f: int) -> int:
    """A follow-up."""
    return m[st.PROMISES_AT] + f * st.P_WIDTH


@compiled
def reservation(m: memoryview, r: int) -> int:
    """A place asked for."""
    return m[st.RESERVATIONS_AT] + r * st.R_WIDTH


@compiled
def door(m: memoryview, index: int) -> int:
    """A service people are taken to."""
    return m[st.DOORS_AT] + index * st.D_WIDTH


@compiled
def chairs(m: memoryview, index: int) -> int:
    """How many chairs are free behind a door; doors of one service share them."""
    return m[st.CHAIRS_AT] + m[m[st.GROUPS_AT] + index]


@compiled
def rule(m: memoryview, index: int) -> int:
    """What the policy promises."""
    return m[st.KEPT_AT] + index * st.F_WIDTH


@compiled
def crew(m: memoryview, index: int) -> int:
    """A kind of crew."""
    return m[st.CREWS_AT] + index * st.B_WIDTH


@compiled
def queue(m: memoryview, level: int) -> int:
    """The first and the last that wait at a level."""
    return m[st.QUEUE_AT] + 2 * level


@compiled
def drawn(d: memoryview, i: int, column: int) -> int:
    """What chance decided about a call."""
    return d[i * c.WIDTH + column] + 0


@compiled
def kind(m: memoryview, d: memoryview, i: int) -> int:
    """What the policy makes of this call once it is assessed."""
    return m[st.KINDS_AT] + d[i * c.WIDTH + c.KIND] * st.K_WIDTH


@compiled
def level_of(m: memoryview, d: memoryview, i: int) -> int:
    """The level it gives it."""
    return m[kind(m, d, i) + st.K_LEVEL]


@compiled
def drive_ms(m: memoryview, mode: int, band: int, start: int, to: int) -> int:
    """By mode and hour. Rows lead *to* a place, since many units are compared for one place."""
    return m[m[st.DRIVES_AT] + ((mode * m[st.Z_BANDS] + band) * m[st.Z_PLACES] + to) * m[st.Z_PLACES] + start]
