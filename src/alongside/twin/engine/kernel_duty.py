"""Shifts (``duty_people``)."""

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import moves, tell
from alongside.twin.engine.state import Given, State
from alongside.twin.engine.words import F_OUT, F_SIGNED_OFF, F_SIGNED_ON, W_SHIFT_END


@compiled
def shift_starts(s: State, g: Given, index: int, now: int) -> None:
    """On duty, or once the shift before is over."""
    u, ends_at = g.duties[index, 2], g.duties[index, 3]
    if s.units[u, st.U_SERVICE] != st.OFF:
        s.units[u, st.U_ON_DUE] = ends_at + 1
    else:
        sign_on(s, g, u, ends_at, now)


@compiled
def sign_on(s: State, g: Given, u: int, ends_at: int, now: int) -> None:
    """CrewSignedOn at the post; the queue is looked at next."""
    unit = s.units[u]
    if unit[st.U_SEEN] == 0:
        unit[st.U_SEEN] = 1
        s.order[s.counts[st.N_ORDER]] = u
        s.counts[st.N_ORDER] += 1
    unit[st.U_SERVICE], unit[st.U_ENDS] = st.IN, ends_at
    s.counts[st.N_FREE] += 1
    moves(s, u, unit[st.U_POST], unit[st.U_POST], now, 0)
    tell(s, g, F_SIGNED_ON, now, u, unit[st.U_KIND_CODE], ends_at, unit[st.U_POST])
    s.counts[st.N_CAME_FREE] = 1


@compiled
def shift_ends(s: State, g: Given, index: int, now: int) -> None:
    """Off duty, or out of service until nobody depends on the crew."""
    u = g.duties[index, 2]
    unit = s.units[u]
    if unit[st.U_ON_DUE]:
        unit[st.U_ON_DUE] = 0
    elif unit[st.U_ASSIGNMENT] < 0 and unit[st.U_CHARGES] == 0:
        s.counts[st.N_FREE] -= 1
        sign_off(s, g, u, now)
    else:
        s.counts[st.N_FREE] -= unit[st.U_ASSIGNMENT] < 0
        unit[st.U_OFF_DUE], unit[st.U_SERVICE] = 1, st.OUT
        tell(s, g, F_OUT, now, u, g.words[W_SHIFT_END])


@compiled
def sign_off(s: State, g: Given, u: int, now: int) -> None:
    """CrewSignedOff."""
    s.units[u, st.U_SERVICE], s.units[u, st.U_OFF_DUE] = st.OFF, 0
    tell(s, g, F_SIGNED_OFF, now, u)


@compiled
def leave_if_over(s: State, g: Given, u: int, now: int) -> None:
    """A crew whose shift is over goes as soon as it can; a shift that has begun meanwhile follows at once."""
    unit = s.units[u]
    if unit[st.U_OFF_DUE] == 0 or unit[st.U_ASSIGNMENT] >= 0 or unit[st.U_CHARGES] > 0:
        return
    sign_off(s, g, u, now)
    if unit[st.U_ON_DUE]:
        ends_at, unit[st.U_ON_DUE] = unit[st.U_ON_DUE] - 1, 0
        sign_on(s, g, u, ends_at, now)
