"""The core's stored timers, as far as planning lets them run: each looks whether it still stands, tells, and runs again."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import put, tell
from alongside.twin.engine.kernel_memory import assignment, door, incident, level_of, promise, reservation, unit
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
def timer(m: memoryview, d: memoryview, rank: int, index: int, now: int) -> None:
    """Whichever it is."""
    if rank == st.SILENCE:
        silence(m, index, now)
    elif rank == st.FOLLOW_UP:
        overdue(m, index, now)
    elif rank == st.UNASSIGNED:
        waits(m, d, index, now)
    elif rank == st.WEAPON:
        weapon(m, index, now)
    elif rank == st.PAGE:
        page(m, index, now)
    elif rank == st.RESERVATION:
        reserved(m, index, now)
    else:
        late(m, index, now)


@compiled
def silence(m: memoryview, i: int, now: int) -> None:
    """ResponsibleSilent."""
    one = incident(m, i)
    if m[one + st.I_PARTY] == st.NOBODY or m[one + st.I_SPEAK_BY] != now:
        return
    again = now + fixed(m, st.C_AGAIN)
    m[one + st.I_SPEAK_BY] = again
    put(m, again, st.SILENCE, i)
    tell(m, F_SILENT, now, i, m[one + st.I_PARTY_ID], m[one + st.I_HEARD], again)


@compiled
def overdue(m: memoryview, f: int, now: int) -> None:
    """FollowUpOverdue."""
    one = promise(m, f)
    if m[one + st.P_CLOCK] != now or m[one + st.P_STATE] >= st.KEPT:
        return
    again = now + fixed(m, st.C_OVERDUE)
    m[one + st.P_CLOCK] = again
    put(m, again, st.FOLLOW_UP, f)
    tell(m, F_OVERDUE, now, f, m[one + st.P_INCIDENT], m[one + st.P_DUE], again)


@compiled
def waits(m: memoryview, d: memoryview, i: int, now: int) -> None:
    """NeedWaiting."""
    one = incident(m, i)
    if m[one + st.I_UNASSIGNED] != now:
        return
    again = now + fixed(m, st.C_AGAIN)
    m[one + st.I_UNASSIGNED] = again
    put(m, again, st.UNASSIGNED, i)
    level = fixed(m, st.C_UNASSESSED) if m[one + st.I_STATE] == st.NEW else level_of(m, d, i)
    tell(m, F_WAITING, now, i, level, m[one + st.I_TAKEN_AT], again)


@compiled
def weapon(m: memoryview, i: int, now: int) -> None:
    """WeaponQuestionDue while somebody drives there; dropped where nobody does."""
    one = incident(m, i)
    if m[one + st.I_WEAPON] != now:
        return
    if not anybody_comes(m, i):
        m[one + st.I_WEAPON] = 0
        tell(m, F_WEAPON_DROPPED, now, i, 0, 0, 0)
        return
    again = now + fixed(m, st.C_WEAPON_AGAIN)
    m[one + st.I_WEAPON] = again
    put(m, again, st.WEAPON, i)
    tell(m, F_WEAPON_DUE, now, i, again, 0, 0)


@compiled
def anybody_comes(m: memoryview, i: int) -> bool:
    """Whether a crew that drives is sent and not done."""
    a = m[incident(m, i) + st.I_FIRST]
    while a >= 0:
        there = assignment(m, a)
        if m[there + st.A_STATE] != st.OVER and m[unit(m, m[there + st.A_UNIT]) + st.U_REMOTE] == 0:
            return True
        a = m[there + st.A_SIBLING]
    return False


@compiled
def page(m: memoryview, a: int, now: int) -> None:
    """PageUnanswered."""
    one = assignment(m, a)
    if m[one + st.A_PAGE] != now:
        return
    again = now + fixed(m, st.C_OFFER)
    m[one + st.A_PAGE] = again
    put(m, again, st.PAGE, a)
    tell(m, F_PAGE, now, a, m[one + st.A_INCIDENT], m[one + st.A_UNIT], again)


@compiled
def reserved(m: memoryview, r: int, now: int) -> None:
    """ReservationExtended: they are on the way there. No answer takes as long as a place is reserved (``fast``), so none lapses."""
    one = reservation(m, r)
    if m[one + st.R_UNTIL] != now or m[one + st.R_STATE] == st.SETTLED:
        return
    again = now + fixed(m, st.C_RESERVATION)
    m[one + st.R_UNTIL] = again
    put(m, again, st.RESERVATION, r)
    tell(m, F_EXTENDED, now, r, m[door(m, m[one + st.R_DOOR]) + st.D_FACILITY], again, 0)


@compiled
def late(m: memoryview, a: int, now: int) -> None:
    """DropOffLate."""
    one = assignment(m, a)
    if m[one + st.A_DOOR_DUE] != now:
        return
    there = door(m, m[incident(m, m[one + st.A_INCIDENT]) + st.I_DOOR])
    again = now + fixed(m, there + st.D_TARGET)
    m[one + st.A_DOOR_DUE] = again
    put(m, again, st.DROP_OFF, a)
    tell(m, F_DOOR_LATE, now, a, m[one + st.A_INCIDENT], fixed(m, there + st.D_FACILITY), again)
