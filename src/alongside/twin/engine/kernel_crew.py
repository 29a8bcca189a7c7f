"""What crews do, step by step (``crew_people``), and what the core tells of it."""

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled, woven
from alongside.twin.engine.kernel_base import band, moves, put, sign, taken, tell, tell_all, where
from alongside.twin.engine.kernel_counting import count_waiting
from alongside.twin.engine.kernel_duty import leave_if_over
from alongside.twin.engine.kernel_free import comes_free
from alongside.twin.engine.kernel_leads import lead
from alongside.twin.engine.kernel_memory import assignment, drawn, drive_ms, incident, unit
from alongside.twin.engine.words import (
    F_CLOSED,
    F_STATUS,
    W_ACKNOWLEDGED,
    W_CANCELLED,
    W_CLEARED,
    W_CONTACT,
    W_ENROUTE,
    W_LAST,
    W_NOT_NEEDED,
    W_ON_SCENE,
    W_WITH_PERSON,
)
from alongside.twin.planning import columns as c


@compiled
def need_of(m: memoryview, a: int) -> int:
    """What it was sent to."""
    return m[assignment(m, a) + st.A_INCIDENT]


@compiled
def sent(m: memoryview, a: int) -> int:
    """Who was sent."""
    return m[assignment(m, a) + st.A_UNIT]


@compiled
def then(m: memoryview, a: int, what: int, at: int) -> None:
    """What comes next, and when (``kernel_steps``)."""
    m[assignment(m, a) + st.A_NEXT], m[assignment(m, a) + st.A_DUE] = what, at


@compiled
def report(m: memoryview, a: int, now: int, state: int, word: int, place: int, spot: int) -> None:
    """StatusReported of a crew."""
    one = assignment(m, a)
    m[one + st.A_STATE], m[one + st.A_PAGE] = state, 0
    tell_all(m, F_STATUS, now, a, m[one + st.A_INCIDENT], m[one + st.A_UNIT], fixed(m, st.WORDS + word), place, spot, 0)


@compiled
def is_remote(m: memoryview, a: int) -> bool:
    """By phone or video."""
    return fixed(m, unit(m, sent(m, a)) + st.U_REMOTE) != 0


@compiled
def by_turn(m: memoryview, d: memoryview, a: int, column: int) -> int:
    """What chance decided for this unit sent."""
    one = assignment(m, a)
    return drawn(d, m[one + st.A_INCIDENT], column + m[one + st.A_TURN] % c.TURNS)


@compiled
def acknowledges(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """They have it."""
    report(m, a, now, st.ACKNOWLEDGED, W_ACKNOWLEDGED, 0, -1)
    if not is_remote(m, a):
        then(m, a, st.LEAVES, now + by_turn(m, d, a, c.TURNOUT))
    elif m[assignment(m, a) + st.A_LEAD]:
        then(m, a, st.MEETS, now + by_turn(m, d, a, c.CONTACT))


@compiled
def leaves(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """On the way."""
    report(m, a, now, st.ENROUTE, W_ENROUTE, 0, -1)
    one = assignment(m, a)
    takes, u = m[one + st.A_DRIVE] * by_turn(m, d, a, c.DRIVE) // 1000, m[one + st.A_UNIT]
    moves(m, u, m[unit(m, u) + st.U_TO], drawn(d, m[one + st.A_INCIDENT], c.PLACE), now, takes)
    then(m, a, st.ARRIVES, now + takes)


@compiled
def arrives(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """There; nobody asks about a weapon any more."""
    i, u = need_of(m, a), sent(m, a)
    one, place = incident(m, i), drawn(d, i, c.PLACE)
    m[assignment(m, a) + st.A_SINCE] = now
    report(m, a, now, st.ON_SCENE, W_ON_SCENE, 0, place)
    m[one + st.I_WEAPON] = 0
    if m[one + st.I_ON_SCENE_AT] == 0:
        m[one + st.I_ON_SCENE_AT] = now
    if fixed(m, unit(m, u) + st.U_ABILITIES) & fixed(m, st.C_POLICE):
        m[one + st.I_POLICE] = 1
    lead(m, i, now)
    moves(m, u, place, place, now, 0)
    if not m[assignment(m, a) + st.A_LEAD]:
        return
    if drawn(d, i, c.END) == c.NOT_FOUND:
        then(m, a, st.CONCLUDES, now + drawn(d, i, c.LOOK))
    else:
        then(m, a, st.MEETS, now + by_turn(m, d, a, c.CONTACT))


@woven
def meets(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """With the person: the crew is responsible."""
    report(m, a, now, st.WITH_PERSON, W_WITH_PERSON, 0, -1)
    i, u = need_of(m, a), sent(m, a)
    m[incident(m, i) + st.I_CREW], m[incident(m, i) + st.I_MET_AT] = u, now
    taken(m, i, now, st.CREW, fixed(m, unit(m, u) + st.U_PARTY), fixed(m, st.C_CREW_SILENCE), W_CONTACT)
    then(m, a, st.CONCLUDES, now + drawn(d, i, c.BY_PHONE if is_remote(m, a) else c.SCENE))


@compiled
def outcome_of(m: memoryview, d: memoryview, a: int) -> int:
    """What chance says, as far as this crew can do it."""
    i = need_of(m, a)
    end, outcome, able = drawn(d, i, c.END), drawn(d, i, c.OUTCOME), fixed(m, unit(m, sent(m, a)) + st.U_ABILITIES)
    if is_remote(m, a):
        return o.BY_PHONE if drawn(d, i, c.PHONE_RESOLVES) else o.REFERRED
    if end != c.ENGAGED:
        return o.NOT_FOUND if end == c.NOT_FOUND else o.DECLINED
    if outcome == c.TAKEN_ALONG:
        return o.TAKEN_ALONG if able & fixed(m, st.C_MOVES) else o.REFERRED
    if outcome == c.ARRESTED:
        return o.ARRESTED if able & fixed(m, st.C_POLICE) else o.RESOLVED_THERE
    return o.REFERRED if outcome == c.REFERRED else o.RESOLVED_THERE


@compiled
def free_others(m: memoryview, a: int, now: int) -> None:
    """Who is there clears, who is on the way is called off."""
    i = need_of(m, a)
    other = m[incident(m, i) + st.I_FIRST]
    while other >= 0:
        one = assignment(m, other)
        if other != a and m[one + st.A_STATE] != st.OVER:
            if m[one + st.A_STATE] == st.ON_SCENE:
                report(m, other, now, st.OVER, W_CLEARED, 0, -1)
            else:
                m[one + st.A_STATE], m[one + st.A_PAGE] = st.OVER, 0
                called_off = fixed(m, st.WORDS + W_CANCELLED)
                tell_all(m, F_STATUS, now, other, i, m[one + st.A_UNIT], called_off, 0, -1, fixed(m, st.WORDS + W_NOT_NEEDED))
            lead(m, i, now)
            m[one + st.A_NEXT] = st.NOTHING
            goes_home(m, other, now)
        other = m[one + st.A_SIBLING]


@woven
def goes_home(m: memoryview, a: int, now: int) -> None:
    """Free, and back to the post; off duty where the shift is over."""
    u = sent(m, a)
    one = unit(m, u)
    m[one + st.U_ASSIGNMENT] = -1
    m[one + st.U_BUSY_MS] += now
    if m[one + st.U_SERVICE] == st.IN:
        comes_free(m, u)
        m[st.N_CAME_FREE] = 1
    if not fixed(m, one + st.U_REMOTE):
        here, post = where(m, u, now), fixed(m, one + st.U_POST)
        moves(m, u, here, post, now, drive_ms(m, 0, band(m, now), here, post))
    leave_if_over(m, u, now)


@woven
def clears(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """Free; the need closes."""
    i = need_of(m, a)
    report(m, a, now, st.OVER, W_CLEARED, 0, -1)
    if m[incident(m, i) + st.I_PARTY] == st.CREW:
        sign(m, i, now)
    if m[incident(m, i) + st.I_SENT] > 1:
        lead(m, i, now)
    close(m, i, now, W_LAST)
    after(m, d, a, now)


@compiled
def close(m: memoryview, i: int, now: int, reason: int) -> None:
    """IncidentClosed."""
    count_waiting(m, i, now)
    one = incident(m, i)
    m[one + st.I_STATE], m[one + st.I_UNASSIGNED], m[one + st.I_WEAPON], m[one + st.I_CLEARED_AT] = st.CLOSED, 0, 0, now
    tell(m, F_CLOSED, now, i, fixed(m, st.WORDS + reason), 0, 0)


@woven
def after(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """What follows the last step of the crew that led."""
    i = need_of(m, a)
    if m[incident(m, i) + st.I_PROMISES] > 0:
        put(m, now + drawn(d, i, c.TAKEN), st.TAKES_ON, i)
    goes_home(m, a, now)
