"""Afterwards (``afterwards_people``): promises taken on and tried, people released, signs given."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled, woven
from alongside.twin.engine.kernel_base import ended, put, put_told, sign, taken, tell
from alongside.twin.engine.kernel_counting import count_overdue
from alongside.twin.engine.kernel_duty import leave_if_over
from alongside.twin.engine.kernel_memory import chairs, door, drawn, incident, promise, reservation, rule
from alongside.twin.engine.words import (
    F_ACCEPTED,
    F_CAPACITY,
    F_GIVEN_UP,
    F_KEPT,
    F_OFFERED,
    F_RELEASED,
    F_TAKEN_ON,
    F_TRIED,
    W_HOME,
    W_NO_ANSWER,
    W_NOT_REACHED,
    W_RESOLVED,
    W_SPOKE,
    W_TAKEN,
    W_WARM,
)
from alongside.twin.planning import columns as c


@compiled
def take_on(m: memoryview, d: memoryview, i: int, now: int) -> None:
    """The desk owns every promise to this person, and has the person unless a facility does."""
    one, desk = incident(m, i), fixed(m, st.C_FOLLOW_UP_PARTY)
    first, party, settled = m[one + st.I_PROMISE], m[one + st.I_PARTY], m[one + st.I_SETTLED]
    last = first + m[one + st.I_PROMISES]
    for f in range(first, last):
        m[promise(m, f) + st.P_STATE] = st.TAKEN
        tell(m, F_TAKEN_ON, now, f, i, desk, 0)
    if party != st.FACILITY and m[one + st.I_PARTY_ID] != desk:
        taken(m, i, now, st.FOLLOW_UP_DESK, desk, fixed(m, st.C_DESK_SILENCE), W_TAKEN)
    for f in range(first, last):
        due = m[promise(m, f) + st.P_DUE]
        m[promise(m, f) + st.P_NEXT] = max(now, settled + (due - settled) * drawn(d, i, c.FIRST_TRY) // 1000)
    if fixed(m, st.Z_FORESEEN) and party != st.FACILITY:
        foresee_tries(m, first, last)
    else:
        for f in range(first, last):
            put(m, m[promise(m, f) + st.P_NEXT], st.TRY, f)
    if party == st.CREW:
        leave_if_over(m, m[one + st.I_CREW], now)


@compiled
def foresee_tries(m: memoryview, first: int, last: int) -> None:
    """Every try of a person who is with the desk, one after another: until nothing is promised any more nobody else has to do with them."""
    f = first
    while f >= 0:
        f, at = -1, fixed(m, st.C_END)
        for one in range(first, last):
            if m[promise(m, one) + st.P_STATE] == st.TAKEN and m[promise(m, one) + st.P_NEXT] < at:
                f, at = one, m[promise(m, one) + st.P_NEXT]
        if f >= 0:
            one_try(m, f, at)


@compiled
def try_again(m: memoryview, f: int, now: int) -> None:
    """One try, and the next where it failed."""
    one_try(m, f, now)
    if m[promise(m, f) + st.P_STATE] == st.TAKEN:
        put(m, m[promise(m, f) + st.P_NEXT], st.TRY, f)


@compiled
def one_try(m: memoryview, f: int, now: int) -> None:
    """One try; the last that fails is signed away by a supervisor."""
    one = promise(m, f)
    i, tried, kept = m[one + st.P_INCIDENT], m[one + st.P_TRIES], rule(m, m[one + st.P_RULE])
    m[one + st.P_TRIES] = tried + 1
    if m[one + st.P_CHANCE] >> ((m[one + st.P_TURN] * 4 + tried) % 16) & 1:
        keep(m, i, f, now)
        return
    again = now + fixed(m, kept + st.F_AGAIN)
    tell(m, F_TRIED, now, f, i, fixed(m, st.WORDS + W_NO_ANSWER), again)
    sign(m, i, now)
    if tried + 1 < fixed(m, kept + st.F_ATTEMPTS):
        m[one + st.P_NEXT] = again
        return
    count_overdue(m, f, now)
    m[one + st.P_STATE], m[one + st.P_CLOCK] = st.GIVEN_UP, 0
    m[incident(m, i) + st.I_OPEN] -= 1
    tell(m, F_GIVEN_UP, now, f, i, fixed(m, st.WORDS + W_NOT_REACHED), 0)
    if m[incident(m, i) + st.I_PARTY] != st.FACILITY and m[incident(m, i) + st.I_OPEN] == 0:
        ended(m, i, now, W_NOT_REACHED, fixed(m, st.C_SUPERVISOR), 0)


@compiled
def keep(m: memoryview, i: int, f: int, now: int) -> None:
    """Reached: the promise is kept, and the last one kept is the end, unless a facility has the person."""
    one = promise(m, f)
    tell(m, F_TRIED, now, f, i, fixed(m, st.WORDS + W_SPOKE), -1)
    tell(m, F_KEPT, now, f, i, fixed(m, st.WORDS + W_SPOKE), 0)
    count_overdue(m, f, now)
    m[one + st.P_STATE], m[one + st.P_CLOCK] = st.KEPT, 0
    m[incident(m, i) + st.I_OPEN] -= 1
    if m[incident(m, i) + st.I_PARTY] == st.FACILITY or m[incident(m, i) + st.I_OPEN]:
        sign(m, i, now)
    else:
        ended(m, i, now, W_RESOLVED, 0, 0)


@compiled
def release(m: memoryview, i: int, now: int) -> None:
    """A chair is free again; the desk takes over where something is promised, else this is the end."""
    one, desk = incident(m, i), fixed(m, st.C_FOLLOW_UP_PARTY)
    kept = reservation(m, m[one + st.I_RESERVATION])
    index = m[kept + st.R_DOOR]
    there, free = door(m, index), chairs(m, index)
    if m[kept + st.R_COUNTED]:
        m[free] = min(fixed(m, there + st.D_CAPACITY), m[free] + 1)
        tell(m, F_CAPACITY, now, fixed(m, there + st.D_FACILITY), fixed(m, there + st.D_SERVICE), m[free], 0)
    tell(m, F_RELEASED, now, i, fixed(m, there + st.D_FACILITY), fixed(m, st.WORDS + W_HOME), 0)
    sign(m, i, now)
    if m[one + st.I_OPEN] == 0:
        ended(m, i, now, W_RESOLVED, 0, 0)
        return
    tell(m, F_OFFERED, now, i, desk, now + fixed(m, st.C_OFFER), 0)
    tell(m, F_ACCEPTED, now, i, desk, 0, 0)
    taken(m, i, now, st.FOLLOW_UP_DESK, desk, fixed(m, st.C_DESK_SILENCE), W_WARM)
    m[one + st.I_DOOR] = -1


@woven
def give_sign(m: memoryview, i: int, now: int) -> None:
    """Whoever is responsible says so when seven tenths of what silence is allowed have passed."""
    one = incident(m, i)
    if m[one + st.I_PARTY] == st.NOBODY:
        return
    within = m[one + st.I_LIMIT] * 7 // 10
    due = m[one + st.I_HEARD] + within
    if due <= now:
        due = now + within
        m[one + st.I_SIGN_AT] = due
        sign(m, i, now)
    m[one + st.I_SIGN_AT] = due
    put_told(m, due, st.SIGN, i)
