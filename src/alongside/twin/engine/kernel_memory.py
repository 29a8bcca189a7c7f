"""Where a row begins in the memory of a kernel (``state``), by what it is about. What chance decided of a call is read here too.

As machine code a memory is an address, so that a call of one part by another is a handful of numbers; as plain Python it is a view of
the same bytes. Places are never negative: nothing here counts from the end.
"""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled
from alongside.twin.planning import columns as c


@compiled
def incident(m: memoryview, i: int) -> int:
    """A need, and its one person."""
    return fixed(m, st.INCIDENTS_AT) + i * st.I_WIDTH


@compiled
def assignment(m: memoryview, a: int) -> int:
    """One unit sent."""
    return fixed(m, st.ASSIGNMENTS_AT) + a * st.A_WIDTH


@compiled
def unit(m: memoryview, u: int) -> int:
    """A unit of the roster."""
    return fixed(m, st.UNITS_AT) + u * st.U_WIDTH


@compiled
def promise(m: memoryview, f: int) -> int:
    """A follow-up."""
    return fixed(m, st.PROMISES_AT) + f * st.P_WIDTH


@compiled
def reservation(m: memoryview, r: int) -> int:
    """A place asked for."""
    return fixed(m, st.RESERVATIONS_AT) + r * st.R_WIDTH


@compiled
def door(m: memoryview, index: int) -> int:
    """A service people are taken to."""
    return fixed(m, st.DOORS_AT) + index * st.D_WIDTH


@compiled
def chairs(m: memoryview, index: int) -> int:
    """How many chairs are free behind a door; doors of one service share them."""
    return fixed(m, st.CHAIRS_AT) + fixed(m, fixed(m, st.GROUPS_AT) + index)


@compiled
def rule(m: memoryview, index: int) -> int:
    """What the policy promises."""
    return fixed(m, st.KEPT_AT) + index * st.F_WIDTH


@compiled
def crew(m: memoryview, index: int) -> int:
    """A kind of crew."""
    return fixed(m, st.CREWS_AT) + index * st.B_WIDTH


@compiled
def queue(m: memoryview, level: int) -> int:
    """The first and the last that wait at a level."""
    return fixed(m, st.QUEUE_AT) + 2 * level


@compiled
def drawn(d: memoryview, i: int, column: int) -> int:
    """What chance decided about a call."""
    return fixed(d, i * c.WIDTH + column) + 0


@compiled
def kind(m: memoryview, d: memoryview, i: int) -> int:
    """What the policy makes of this call once it is assessed."""
    return fixed(m, st.KINDS_AT) + fixed(d, i * c.WIDTH + c.KIND) * st.K_WIDTH


@compiled
def level_of(m: memoryview, d: memoryview, i: int) -> int:
    """The level it gives it."""
    return fixed(m, kind(m, d, i) + st.K_LEVEL)


@compiled
def drives_to(m: memoryview, mode: int, band: int, to: int) -> int:
    """Where the drives to a place are told, by mode and hour: side by side, since many units are compared for one place."""
    places = fixed(m, st.Z_PLACES)
    return fixed(m, st.DRIVES_AT) + ((mode * fixed(m, st.Z_BANDS) + band) * places + to) * places


@compiled
def drive_ms(m: memoryview, mode: int, band: int, start: int, to: int) -> int:
    """By mode and hour."""
    return fixed(m, drives_to(m, mode, band, to) + start)
