"""The core's stored timers, as far as planning lets them run: each looks whether it still stands, tells, and runs again."""

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import put, tell
from alongside.twin.engine.kernel_queue import level_of
from alongside.twin.engine.state import Given, State
from alongside.twin.engine.words import (
    F_DOOR_LATE,
    F_EXTENDED,
    F_OVERDUE,
    F_PAGE,
    F_SILENT,
    F_WAITING,
    F_WEAPON_DROPPED,
    F_WEAPON_DUE,
)


@compiled
def timer(s: State, g: Given, rank: int, index: int, now: int) -> None:
    """Whichever it is."""
    if rank == st.SILENCE:
        silence(s, g, index, now)
    elif rank == st.FOLLOW_UP:
        overdue(s, g, index, now)
    elif rank == st.UNASSIGNED:
        waits(s, g, index, now)
    elif rank == st.WEAPON:
        weapon(s, g, index, now)
    elif rank == st.PAGE:
        page(s, g, index, now)
    elif rank == st.RESERVATION:
        reservation(s, g, index, now)
    else:
        door(s, g, index, now)


@compiled
def silence(s: State, g: Given, i: int, now: int) -> None:
    """ResponsibleSilent."""
    one = s.incidents[i]
    if one[st.I_PARTY] == st.NOBODY or one[st.I_SPEAK_BY] != now:
        return
    one[st.I_SPEAK_BY] = now + g.constants[st.C_AGAIN]
    put(s, one[st.I_SPEAK_BY], st.SILENCE, i)
    tell(s, g, F_SILENT, now, i, one[st.I_PARTY_ID], one[st.I_HEARD], one[st.I_SPEAK_BY])


@compiled
def overdue(s: State, g: Given, f: int, now: int) -> None:
    """FollowUpOverdue."""
    one = s.promises[f]
    if one[st.P_CLOCK] != now or one[st.P_STATE] >= st.KEPT:
        return
    one[st.P_CLOCK] = now + g.constants[st.C_OVERDUE]
    put(s, one[st.P_CLOCK], st.FOLLOW_UP, f)
    tell(s, g, F_OVERDUE, now, f, one[st.P_INCIDENT], one[st.P_DUE], one[st.P_CLOCK])


@compiled
def waits(s: State, g: Given, i: int, now: int) -> None:
    """NeedWaiting."""
    one = s.incidents[i]
    if one[st.I_UNASSIGNED] != now:
        return
    one[st.I_UNASSIGNED] = now + g.constants[st.C_AGAIN]
    put(s, one[st.I_UNASSIGNED], st.UNASSIGNED, i)
    level = g.constants[st.C_UNASSESSED] if one[st.I_STATE] == st.NEW else level_of(g, i)
    tell(s, g, F_WAITING, now, i, level, one[st.I_TAKEN_AT], one[st.I_UNASSIGNED])


@compiled
def weapon(s: State, g: Given, i: int, now: int) -> None:
    """WeaponQuestionDue while somebody drives there; dropped where nobody does."""
    one = s.incidents[i]
    if one[st.I_WEAPON] != now:
        return
    a, comes = one[st.I_FIRST], False
    while a >= 0:
        there = s.assignments[a]
        comes = comes or (there[st.A_STATE] != st.OVER and g.crews[s.units[there[st.A_UNIT], st.U_KIND], 0] == 0)
        a = there[st.A_SIBLING]
    if not comes:
        one[st.I_WEAPON] = 0
        tell(s, g, F_WEAPON_DROPPED, now, i)
        return
    one[st.I_WEAPON] = now + g.constants[st.C_WEAPON_AGAIN]
    put(s, one[st.I_WEAPON], st.WEAPON, i)
    tell(s, g, F_WEAPON_DUE, now, i, one[st.I_WEAPON])


@compiled
def page(s: State, g: Given, a: int, now: int) -> None:
    """PageUnanswered."""
    one = s.assignments[a]
    if one[st.A_PAGE] != now:
        return
    one[st.A_PAGE] = now + g.constants[st.C_OFFER]
    put(s, one[st.A_PAGE], st.PAGE, a)
    tell(s, g, F_PAGE, now, a, one[st.A_INCIDENT], one[st.A_UNIT], one[st.A_PAGE])


@compiled
def reservation(s: State, g: Given, r: int, now: int) -> None:
    """ReservationExtended: they are on the way there. No answer takes as long as a place is reserved (``fast``), so none lapses."""
    one = s.reservations[r]
    if one[st.R_UNTIL] != now or one[st.R_STATE] == st.SETTLED:
        return
    facility = g.doors[one[st.R_DOOR], st.D_FACILITY]
    one[st.R_UNTIL] = now + g.constants[st.C_RESERVATION]
    put(s, one[st.R_UNTIL], st.RESERVATION, r)
    tell(s, g, F_EXTENDED, now, r, facility, one[st.R_UNTIL])


@compiled
def door(s: State, g: Given, a: int, now: int) -> None:
    """DropOffLate."""
    one = s.assignments[a]
    if one[st.A_DOOR_DUE] != now:
        return
    at = g.doors[s.incidents[one[st.A_INCIDENT], st.I_DOOR]]
    one[st.A_DOOR_DUE] = now + at[st.D_TARGET]
    put(s, one[st.A_DOOR_DUE], st.DROP_OFF, a)
    tell(s, g, F_DOOR_LATE, now, a, one[st.A_INCIDENT], at[st.D_FACILITY], one[st.A_DOOR_DUE])
