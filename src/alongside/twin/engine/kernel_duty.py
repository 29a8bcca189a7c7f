"""Shifts (``duty_people``)."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import moves, tell
from alongside.twin.engine.kernel_free import comes_free, is_gone
from alongside.twin.engine.kernel_memory import unit
from alongside.twin.engine.words import F_OUT, F_SIGNED_OFF, F_SIGNED_ON, W_SHIFT_END


@compiled
def shift_starts(m: memoryview, index: int, now: int) -> None:
    """On duty, or once the shift before is over."""
    shift = fixed(m, st.SHIFTS_AT) + index * st.S_WIDTH
    u, ends_at = fixed(m, shift + st.S_UNIT), fixed(m, shift + st.S_ENDS)
    one = unit(m, u)
    if m[one + st.U_SERVICE] != st.OFF:
        m[one + st.U_ON_DUE] = ends_at + 1
    else:
        sign_on(m, u, ends_at, now)


@compiled
def sign_on(m: memoryview, u: int, ends_at: int, now: int) -> None:
    """CrewSignedOn at the post; the queue is looked at next."""
    one = unit(m, u)
    if m[one + st.U_TURN] < 0:
        m[one + st.U_TURN] = m[st.N_ORDER]
        m[fixed(m, st.ORDER_AT) + m[st.N_ORDER]] = u
        m[st.N_ORDER] += 1
    m[one + st.U_SERVICE], m[one + st.U_ENDS], m[one + st.U_LEAVES] = st.IN, ends_at, ends_at if ends_at > 0 else st.NEVER
    comes_free(m, u)
    moves(m, u, fixed(m, one + st.U_POST), fixed(m, one + st.U_POST), now, 0)
    tell(m, F_SIGNED_ON, now, u, fixed(m, one + st.U_KIND_CODE), ends_at, fixed(m, one + st.U_POST))
    m[st.N_CAME_FREE] = 1


@compiled
def shift_ends(m: memoryview, index: int, now: int) -> None:
    """Off duty, or out of service until nobody depends on the crew."""
    u = fixed(m, fixed(m, st.SHIFTS_AT) + index * st.S_WIDTH + st.S_UNIT)
    one = unit(m, u)
    if m[one + st.U_ON_DUE]:
        m[one + st.U_ON_DUE] = 0
        return
    is_sent = m[one + st.U_ASSIGNMENT] >= 0
    if not is_sent:
        is_gone(m, u)
    if is_sent or m[one + st.U_CHARGES] > 0:
        m[one + st.U_OFF_DUE], m[one + st.U_SERVICE] = 1, st.OUT
        tell(m, F_OUT, now, u, fixed(m, st.WORDS + W_SHIFT_END), 0, 0)
    else:
        sign_off(m, u, now)


@compiled
def sign_off(m: memoryview, u: int, now: int) -> None:
    """CrewSignedOff."""
    one = unit(m, u)
    m[one + st.U_SERVICE], m[one + st.U_OFF_DUE] = st.OFF, 0
    tell(m, F_SIGNED_OFF, now, u, 0, 0, 0)


@compiled
def leave_if_over(m: memoryview, u: int, now: int) -> None:
    """A crew whose shift is over goes as soon as it can; a shift that has begun meanwhile follows at once."""
    one = unit(m, u)
    if m[one + st.U_OFF_DUE] == 0 or m[one + st.U_ASSIGNMENT] >= 0 or m[one + st.U_CHARGES] > 0:
        return
    sign_off(m, u, now)
    if m[one + st.U_ON_DUE]:
        ends_at = m[one + st.U_ON_DUE] - 1
        m[one + st.U_ON_DUE] = 0
        sign_on(m, u, ends_at, now)
