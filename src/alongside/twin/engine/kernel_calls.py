"""Calls: they ring, and they are assessed."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fetch, fixed
from alongside.twin.engine.codes import WIDTH
from alongside.twin.engine.compiling import woven
from alongside.twin.engine.kernel_after import give_sign
from alongside.twin.engine.kernel_base import charge, put, put_told, row, tell, tell_all
from alongside.twin.engine.kernel_counting import count_waiting
from alongside.twin.engine.kernel_memory import assignment, drawn, incident, kind
from alongside.twin.engine.kernel_next import is_next
from alongside.twin.engine.kernel_ready import ready
from alongside.twin.engine.words import F_CALL, F_LEVEL, F_OPENED
from alongside.twin.planning import columns as c

AHEAD = 4  # calls


@woven
def look_ahead(m: memoryview, d: memoryview, i: int) -> None:
    """Rows of a call to come are on their way from memory before they are wanted; a line there is 64 bytes."""
    for place in range(0, st.I_WIDTH, 8):
        fetch(m, incident(m, i) + place)
    for place in range(0, c.WIDTH, 16):
        fetch(d, i * c.WIDTH + place)
    for place in range(0, st.A_WIDTH, 8):
        fetch(m, assignment(m, m[st.N_ASSIGNMENTS] + AHEAD) + place)


@woven
def ring(m: memoryview, d: memoryview, i: int, now: int) -> None:
    """CallTaken and EpisodeOpened: a desk is responsible."""
    one, known = incident(m, i), kind(m, d, i)
    look_ahead(m, d, i + AHEAD)
    for column in range(st.I_WIDTH):
        m[one + column] = 0
    m[one + st.I_FIRST], m[one + st.I_LAST] = -1, -1
    within, triaged = fixed(m, st.C_UNASSESSED_WITHIN), now + drawn(d, i, c.TRIAGE)
    due = now + within if within >= 0 else 0
    m[one + st.I_TAKEN_AT], m[one + st.I_UNASSIGNED] = now, due
    if within >= 0 and due <= triaged:
        put_told(m, due, st.UNASSIGNED, i)
    by = due if within >= 0 else -1
    tell_all(m, F_CALL, now, i, fixed(m, known + st.K_DESK), now, by, drawn(d, i, c.PLACE), fixed(m, known + st.K_LANGUAGE_CODE), 0)
    m[one + st.I_SIGN_AT] = st.NEVER
    charge(m, i, now, st.DESK, fixed(m, known + st.K_ORIGIN_DESK), fixed(m, known + st.K_DESK_SILENCE))
    m[one + st.I_HEARD], m[one + st.I_SPEAK_BY] = now, now + m[one + st.I_LIMIT]
    tell(m, F_OPENED, now, i, m[one + st.I_PARTY_ID], m[one + st.I_SPEAK_BY], 0)
    give_sign(m, i, now)
    if fixed(m, st.Z_FORESEEN) and triaged < fixed(m, st.C_END):
        assess(m, d, i, triaged)  # nothing happens to a call between its ring and its answers
    else:
        put(m, triaged, st.TRIAGED, i)


@woven
def assess(m: memoryview, d: memoryview, i: int, now: int) -> None:
    """What the answers bring, told as the core told it once; only the time by which somebody is sent is worked out anew."""
    count_waiting(m, i, now)
    one, known = incident(m, i), kind(m, d, i)
    within, at = fixed(m, known + st.K_WITHIN), now + drawn(d, i, c.READY)
    due = max(now, m[one + st.I_TAKEN_AT] + within) if within >= 0 else 0
    m[one + st.I_STATE], m[one + st.I_UNASSIGNED] = st.ASSESSED, due
    tell_again(m, known, i, now, due if within >= 0 else -1)
    if within >= 0 and due <= at:
        put_told(m, due, st.UNASSIGNED, i)
    if fixed(m, st.Z_FORESEEN) and is_next(m, at, st.READY, i):
        ready(m, d, i, at)
    else:
        put(m, at, st.READY, i)


@woven
def tell_again(m: memoryview, known: int, i: int, now: int, due: int) -> None:
    """What the core told of a call of this kind."""
    first, last = fixed(m, known + st.K_FROM), fixed(m, known + st.K_TO)
    m[st.N_FACTS] += last - first
    for place in range(first, last if fixed(m, st.Z_ROWS) else first):
        line = fixed(m, st.TOLD_AT) + place * WIDTH
        by = due if m[line] == fixed(m, st.FACTS + F_LEVEL) else m[line + 5]
        row(m, m[line], now, i, m[line + 3], m[line + 4], by, m[line + 6], m[line + 7], m[line + 8])
