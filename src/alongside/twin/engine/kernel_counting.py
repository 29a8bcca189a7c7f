"""Where facts are only counted (``Z_ROWS`` 0), what repeats itself until something happens is counted when that happens, in one step.

It is the same arithmetic as the alarms and signs themselves, which are told one by one where a trace is kept; the stories compare both.
"""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_memory import assignment, door, incident, promise, reservation, unit


@compiled
def times(first: int, again: int, last: int) -> int:
    """How often something comes that is due at ``first`` and every so often after, until ``last`` and that included."""
    return (last - first) // again + 1 if first <= last else 0


@compiled
def count_silence(m: memoryview, i: int, now: int) -> None:
    """Alarms that nobody was heard (``silence``), until the planned sign or until now. At the same millisecond alarms come first."""
    one = incident(m, i)
    by = m[one + st.I_SPEAK_BY]
    if by > now or m[one + st.I_PARTY] == st.NOBODY or fixed(m, st.Z_ROWS):
        return
    signs = max(m[one + st.I_SIGN_AT], m[one + st.I_HEARD] + m[one + st.I_LIMIT] * 7 // 10)
    alarms = times(by, fixed(m, st.C_AGAIN), min(signs, now))
    m[one + st.I_SPEAK_BY] = by + alarms * fixed(m, st.C_AGAIN)
    m[st.N_FACTS] += alarms


@compiled
def count_signs(m: memoryview, i: int, now: int) -> None:
    """Signs given since something was last heard (``give_sign``). At the same millisecond everything else comes first."""
    one = incident(m, i)
    at = m[one + st.I_SIGN_AT]
    if at >= now or m[one + st.I_PARTY] == st.NOBODY or fixed(m, st.Z_ROWS):
        return
    within = m[one + st.I_LIMIT] * 7 // 10
    at = max(at, m[one + st.I_HEARD] + within)
    signs = times(at, within, now - 1)
    if signs:
        heard = at + (signs - 1) * within
        m[one + st.I_HEARD], m[one + st.I_SPEAK_BY], at = heard, heard + m[one + st.I_LIMIT], heard + within
        m[st.N_FACTS] += signs
    m[one + st.I_SIGN_AT] = at


@compiled
def count_waiting(m: memoryview, i: int, now: int) -> None:
    """Alarms that nobody was sent yet (``waits``)."""
    due = incident(m, i) + st.I_UNASSIGNED
    if fixed(m, st.Z_ROWS) == 0 and 0 < m[due] <= now:
        alarms = times(m[due], fixed(m, st.C_AGAIN), now)
        m[due] += alarms * fixed(m, st.C_AGAIN)
        m[st.N_FACTS] += alarms


@compiled
def count_overdue(m: memoryview, f: int, now: int) -> None:
    """Alarms that a promise is overdue (``overdue``)."""
    if fixed(m, st.Z_ROWS) == 0:
        m[st.N_FACTS] += times(m[promise(m, f) + st.P_CLOCK], fixed(m, st.C_OVERDUE), now)


@compiled
def count_extended(m: memoryview, r: int, now: int) -> None:
    """A place that was reserved for longer, again and again (``reserved``)."""
    if fixed(m, st.Z_ROWS) == 0:
        m[st.N_FACTS] += times(m[reservation(m, r) + st.R_UNTIL], fixed(m, st.C_RESERVATION), now)


@compiled
def count_late(m: memoryview, a: int, target: int, now: int) -> None:
    """Alarms that a crew stands at a door (``late``)."""
    due = m[assignment(m, a) + st.A_DOOR_DUE]
    if fixed(m, st.Z_ROWS) == 0 and due:
        m[st.N_FACTS] += times(due, target, now)


@compiled
def count_what_is_left(m: memoryview) -> None:
    """At the end of a run, where nothing was told: of everybody whom somebody still has, the youngest first."""
    if fixed(m, st.Z_ROWS):
        return
    end, i, left = fixed(m, st.C_END), m[st.N_RING], m[st.N_CHARGED]
    while left:
        i -= 1
        one = incident(m, i)
        if m[one + st.I_PARTY] == st.NOBODY:
            continue
        left -= 1
        count_silence(m, i, end - 1)
        count_signs(m, i, end)
        count_waiting(m, i, end - 1)
        for f in range(m[one + st.I_PROMISE], m[one + st.I_PROMISE] + m[one + st.I_PROMISES] if m[one + st.I_OPEN] else 0):
            if m[promise(m, f) + st.P_STATE] < st.KEPT:
                count_overdue(m, f, end - 1)
    for u in range(fixed(m, st.Z_UNITS)):
        if m[unit(m, u) + st.U_ASSIGNMENT] >= 0:
            count_doors(m, m[unit(m, u) + st.U_ASSIGNMENT], end - 1)


@compiled
def count_doors(m: memoryview, a: int, last: int) -> None:
    """Of a crew that waits for a place's answer, is on its way there, or stands at its door."""
    one = assignment(m, a)
    need = incident(m, m[one + st.A_INCIDENT])
    if m[one + st.A_NEXT] >= st.ANSWERED:
        count_extended(m, m[need + st.I_RESERVATION], last)
        count_late(m, a, m[door(m, m[need + st.I_DOOR]) + st.D_TARGET], last)
