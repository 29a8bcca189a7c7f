"""Afterwards (``afterwards_people``): promises taken on and tried, people released, signs given."""

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import ended, put, sign, taken, tell
from alongside.twin.engine.kernel_duty import leave_if_over
from alongside.twin.engine.state import Given, State
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
def take_on(s: State, g: Given, i: int, now: int) -> None:
    """The desk owns every promise to this person, and has the person unless a facility does."""
    one, desk = s.incidents[i], g.constants[st.C_FOLLOW_UP_PARTY]
    first, last, party = one[st.I_PROMISE], one[st.I_PROMISE] + one[st.I_PROMISES], one[st.I_PARTY]
    for f in range(first, last):
        s.promises[f, st.P_STATE] = st.TAKEN
        tell(s, g, F_TAKEN_ON, now, f, i, desk)
    if party != st.FACILITY and one[st.I_PARTY_ID] != desk:
        taken(s, g, i, now, st.FOLLOW_UP_DESK, desk, g.constants[st.C_DESK_SILENCE], W_TAKEN)
    for f in range(first, last):
        due = s.promises[f, st.P_DUE]
        put(s, max(now, one[st.I_SETTLED] + (due - one[st.I_SETTLED]) * g.drawn[i, c.FIRST_TRY] // 1000), st.TRY, f)
    if party == st.CREW:
        leave_if_over(s, g, one[st.I_CREW], now)


@compiled
def count_open(s: State, i: int) -> int:
    """How many promises to this person are neither kept nor given up."""
    one, found = s.incidents[i], 0
    for f in range(one[st.I_PROMISE], one[st.I_PROMISE] + one[st.I_PROMISES]):
        found += s.promises[f, st.P_STATE] < st.KEPT
    return found


@compiled
def try_again(s: State, g: Given, f: int, now: int) -> None:
    """One try; the last that fails is signed away by a supervisor."""
    promise = s.promises[f]
    i, rule, tried = promise[st.P_INCIDENT], promise[st.P_RULE], promise[st.P_TRIES]
    promise[st.P_TRIES] += 1
    if g.drawn[i, c.TRIES] >> ((promise[st.P_TURN] * 4 + tried) % 16) & 1:
        keep(s, g, i, f, now)
        return
    again = now + g.promises[rule, st.F_AGAIN]
    tell(s, g, F_TRIED, now, f, i, g.words[W_NO_ANSWER], again)
    sign(s, g, i, now)
    if tried + 1 < g.promises[rule, st.F_ATTEMPTS]:
        put(s, again, st.TRY, f)
        return
    promise[st.P_STATE], promise[st.P_CLOCK] = st.GIVEN_UP, 0
    tell(s, g, F_GIVEN_UP, now, f, i, g.words[W_NOT_REACHED])
    if s.incidents[i, st.I_PARTY] != st.FACILITY and count_open(s, i) == 0:
        ended(s, g, i, now, W_NOT_REACHED, g.constants[st.C_SUPERVISOR], 0)


@compiled
def keep(s: State, g: Given, i: int, f: int, now: int) -> None:
    """Reached: the promise is kept, and the last one kept is the end, unless a facility has the person."""
    tell(s, g, F_TRIED, now, f, i, g.words[W_SPOKE], -1)
    tell(s, g, F_KEPT, now, f, i, g.words[W_SPOKE])
    s.promises[f, st.P_STATE], s.promises[f, st.P_CLOCK] = st.KEPT, 0
    if s.incidents[i, st.I_PARTY] == st.FACILITY or count_open(s, i):
        sign(s, g, i, now)
    else:
        ended(s, g, i, now, W_RESOLVED, 0, 0)


@compiled
def release(s: State, g: Given, i: int, now: int) -> None:
    """A chair is free again; the desk takes over where something is promised, else this is the end."""
    one, r, desk = s.incidents[i], s.incidents[i, st.I_RESERVATION], g.constants[st.C_FOLLOW_UP_PARTY]
    d = s.reservations[r, st.R_DOOR]
    door, group = g.doors[d], g.groups[d]
    if s.reservations[r, st.R_COUNTED]:
        s.free[group] = min(door[st.D_CAPACITY], s.free[group] + 1)
        tell(s, g, F_CAPACITY, now, door[st.D_FACILITY], door[st.D_SERVICE], s.free[group])
    tell(s, g, F_RELEASED, now, i, door[st.D_FACILITY], g.words[W_HOME])
    sign(s, g, i, now)
    if count_open(s, i) == 0:
        ended(s, g, i, now, W_RESOLVED, 0, 0)
        return
    tell(s, g, F_OFFERED, now, i, desk, now + g.constants[st.C_OFFER])
    tell(s, g, F_ACCEPTED, now, i, desk)
    taken(s, g, i, now, st.FOLLOW_UP_DESK, desk, g.constants[st.C_DESK_SILENCE], W_WARM)
    one[st.I_DOOR] = -1


@compiled
def give_sign(s: State, g: Given, i: int, now: int) -> None:
    """Whoever is responsible says so when seven tenths of what silence is allowed have passed."""
    one = s.incidents[i]
    if one[st.I_PARTY] == st.NOBODY:
        return
    within = one[st.I_LIMIT] * 7 // 10
    due = one[st.I_HEARD] + within
    if due <= now:
        due = now + within
        one[st.I_SIGN_AT] = due
        sign(s, g, i, now)
    one[st.I_SIGN_AT] = due
    put(s, due, st.SIGN, i)
