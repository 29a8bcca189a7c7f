"""Sending: what ``sending_people`` does, and what the core tells of it."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled, woven
from alongside.twin.engine.kernel_assign import assign
from alongside.twin.engine.kernel_base import put_told, tell, tell_all
from alongside.twin.engine.kernel_free import comes_free
from alongside.twin.engine.kernel_memory import assignment, incident, kind, queue, unit
from alongside.twin.engine.kernel_options import list_options, listed_option, tell_missing, tell_options
from alongside.twin.engine.kernel_queue import leave_queue, wait
from alongside.twin.engine.kernel_rank import (
    LEAVES,
    O_ALSO,
    O_DRIVE,
    O_NUMBER,
    O_UNIT,
    R_DRIVE,
    R_RANK,
    R_UNIT,
    best,
    quick,
    rank,
    ranked,
    row_reached,
)
from alongside.twin.engine.words import F_CLOCK, F_STATUS, W_CANCELLED, W_REASSIGNED, W_UNASSIGNED

NOBODY = -1


@woven
def serve(m: memoryview, d: memoryview, now: int) -> None:
    """Down the queue, as long as anybody is free."""
    for turn in range(5):
        i = m[queue(m, 4 - turn)]
        while i >= 0:
            if m[st.N_FREE] == 0:
                return
            following = m[incident(m, i) + st.I_NEXT]
            try_to_send(m, d, i, now)
            i = following


@compiled
def try_to_send(m: memoryview, d: memoryview, i: int, now: int) -> None:
    """Send somebody; who was turned away for it waits again and is looked at next."""
    while i >= 0:
        i = send(m, d, i, now)


@woven
def send(m: memoryview, d: memoryview, i: int, now: int) -> int:
    """Send the first recommended; the need that lost its crew for this, or -1."""
    if m[st.N_FREE] == 0 and fixed(m, st.C_REASSIGNS) == 0:
        return NOBODY
    needed = fixed(m, kind(m, d, i) + st.K_NEEDED)
    if fixed(m, st.Z_ROWS) == 0 and fixed(m, st.C_SECOND) == 0:
        reached = quick(m, d, i, now, needed)
        if reached >= 0:
            first = ranked(m, 0)
            leave_queue(m, d, i)
            tell_options(m, i, now, 1)
            if m[incident(m, i) + st.I_SENT] == 0:
                tell_missing(m, d, i, now, 0, reached)
            assign(m, d, i, m[first + R_UNIT], now, 1, m[first + R_DRIVE], 1)
        if reached >= 0 or fixed(m, st.C_REASSIGNS) == 0:
            return NOBODY
    return send_ranked(m, d, i, now, needed)


@compiled
def send_ranked(m: memoryview, d: memoryview, i: int, now: int, needed: int) -> int:
    """With everybody ranked who may go, and the options told as the core tells them."""
    found, rows = rank(m, d, i, now, needed), fixed(m, kind(m, d, i) + st.K_ROWS)
    place = best(m, found, rows, -1)
    if place < 0 or (m[ranked(m, place) + R_RANK] & LEAVES and fixed(m, st.C_REASSIGNS) == 0):
        return NOBODY
    leave_queue(m, d, i)
    u, drive = m[ranked(m, place) + R_UNIT], m[ranked(m, place) + R_DRIVE]
    leaving = m[unit(m, u) + st.U_ASSIGNMENT]
    displaced = m[assignment(m, leaving) + st.A_INCIDENT] if leaving >= 0 else NOBODY
    options = list_options(m, d, i, now, found, needed)
    tell_options(m, i, now, options)
    if m[incident(m, i) + st.I_SENT] == 0:
        tell_missing(m, d, i, now, found, row_reached(m, found, rows))
    if leaving >= 0:
        turn_away(m, d, displaced, leaving, now)
    assign(m, d, i, u, now, 1, drive, 1)
    if fixed(m, st.C_SECOND):
        send_seconds(m, d, i, now, needed & ~fixed(m, unit(m, u) + st.U_ABILITIES), options)
    if displaced >= 0:
        wait(m, d, displaced)
    return displaced


@compiled
def turn_away(m: memoryview, d: memoryview, i: int, a: int, now: int) -> None:
    """A crew on its way gives up what it was sent to, which waits again."""
    one, need = assignment(m, a), incident(m, i)
    u = m[one + st.A_UNIT]
    tell_all(m, F_STATUS, now, a, i, u, fixed(m, st.WORDS + W_CANCELLED), 0, -1, fixed(m, st.WORDS + W_REASSIGNED))
    m[one + st.A_STATE], m[one + st.A_NEXT], m[one + st.A_PAGE] = st.OVER, st.NOTHING, 0
    within = fixed(m, kind(m, d, i) + st.K_WITHIN)
    due = max(now, m[need + st.I_TAKEN_AT] + within, now + fixed(m, st.C_PAGE))
    m[need + st.I_UNASSIGNED] = due
    put_told(m, due, st.UNASSIGNED, i)
    tell(m, F_CLOCK, now, fixed(m, st.WORDS + W_UNASSIGNED), i, due, 0)
    m[unit(m, u) + st.U_ASSIGNMENT] = -1
    m[unit(m, u) + st.U_BUSY_MS] += now
    comes_free(m, u)


@compiled
def send_seconds(m: memoryview, d: memoryview, i: int, now: int, needed: int, options: int) -> None:
    """Everybody whom the first recommendation named to come along; each is recommended anew, as things are by then."""
    # The names are kept behind the room for options, which each recommendation fills anew.
    named = listed_option(m, fixed(m, st.Z_UNITS) + 80)
    count = 0
    for place in range(options):
        if m[listed_option(m, place) + O_ALSO]:
            m[named + count] = m[listed_option(m, place) + O_UNIT]
            count += 1
    for turn in range(count):
        u = m[named + turn]
        found = rank(m, d, i, now, needed)
        options = list_options(m, d, i, now, found, needed)
        tell_options(m, i, now, options)
        number, drive = option_of(m, u, options)
        assign(m, d, i, u, now, number, drive, 0)
        needed &= ~fixed(m, unit(m, u) + st.U_ABILITIES)


@compiled
def option_of(m: memoryview, u: int, options: int) -> tuple[int, int]:
    """The number and the drive a unit is listed with; (0, -1) where it is not."""
    for place in range(options):
        one = listed_option(m, place)
        if m[one + O_UNIT] == u:
            return m[one + O_NUMBER], m[one + O_DRIVE]
    return 0, -1
