"""What crews do, step by step (``crew_people``), and what the core tells of it."""

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import band, moves, put, sign, taken, tell, where
from alongside.twin.engine.kernel_duty import leave_if_over
from alongside.twin.engine.kernel_leads import lead
from alongside.twin.engine.state import Given, State
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
def then(s: State, a: int, what: int, at: int) -> None:
    """What comes next, and when."""
    s.assignments[a, st.A_NEXT] = what
    put(s, at, st.STEP, a)


@compiled
def report(s: State, g: Given, a: int, now: int, state: int, word: int, place: int, spot: int) -> None:
    """StatusReported of a crew."""
    one = s.assignments[a]
    one[st.A_STATE], one[st.A_PAGE] = state, 0
    tell(s, g, F_STATUS, now, a, one[st.A_INCIDENT], one[st.A_UNIT], g.words[word], place, spot, 0)


@compiled
def is_remote(s: State, g: Given, a: int) -> bool:
    """By phone or video."""
    return bool(g.crews[s.units[s.assignments[a, st.A_UNIT], st.U_KIND], 0] == 1)


@compiled
def by_turn(s: State, g: Given, a: int, column: int) -> int:
    """What chance decided for this unit sent."""
    one = s.assignments[a]
    return int(g.drawn[one[st.A_INCIDENT], column + one[st.A_TURN] % c.TURNS])


@compiled
def acknowledges(s: State, g: Given, a: int, now: int) -> None:
    """They have it."""
    report(s, g, a, now, st.ACKNOWLEDGED, W_ACKNOWLEDGED, 0, -1)
    if not is_remote(s, g, a):
        then(s, a, st.LEAVES, now + by_turn(s, g, a, c.TURNOUT))
    elif s.assignments[a, st.A_LEAD]:
        then(s, a, st.MEETS, now + by_turn(s, g, a, c.CONTACT))


@compiled
def leaves(s: State, g: Given, a: int, now: int) -> None:
    """On the way."""
    report(s, g, a, now, st.ENROUTE, W_ENROUTE, 0, -1)
    one = s.assignments[a]
    takes, u = one[st.A_DRIVE] * by_turn(s, g, a, c.DRIVE) // 1000, one[st.A_UNIT]
    moves(s, u, s.units[u, st.U_TO], g.drawn[one[st.A_INCIDENT], c.PLACE], now, takes)
    then(s, a, st.ARRIVES, now + takes)


@compiled
def arrives(s: State, g: Given, a: int, now: int) -> None:
    """There; nobody asks about a weapon any more."""
    one = s.assignments[a]
    i, place = one[st.A_INCIDENT], g.drawn[one[st.A_INCIDENT], c.PLACE]
    one[st.A_SINCE] = now
    report(s, g, a, now, st.ON_SCENE, W_ON_SCENE, 0, place)
    s.incidents[i, st.I_WEAPON] = 0
    if s.incidents[i, st.I_ON_SCENE_AT] == 0:
        s.incidents[i, st.I_ON_SCENE_AT] = now
    s.incidents[i, st.I_POLICE] |= s.units[one[st.A_UNIT], st.U_ABILITIES] & g.constants[st.C_POLICE] != 0
    lead(s, g, i, now)
    moves(s, one[st.A_UNIT], place, place, now, 0)
    if not one[st.A_LEAD]:
        return
    if g.drawn[i, c.END] == c.NOT_FOUND:
        then(s, a, st.CONCLUDES, now + g.drawn[i, c.LOOK])
    else:
        then(s, a, st.MEETS, now + by_turn(s, g, a, c.CONTACT))


@compiled
def meets(s: State, g: Given, a: int, now: int) -> None:
    """With the person: the crew is responsible."""
    report(s, g, a, now, st.WITH_PERSON, W_WITH_PERSON, 0, -1)
    i, u = s.assignments[a, st.A_INCIDENT], s.assignments[a, st.A_UNIT]
    s.incidents[i, st.I_CREW], s.incidents[i, st.I_MET_AT] = u, now
    taken(s, g, i, now, st.CREW, s.units[u, st.U_PARTY], g.constants[st.C_CREW_SILENCE], W_CONTACT)
    then(s, a, st.CONCLUDES, now + g.drawn[i, c.BY_PHONE if is_remote(s, g, a) else c.SCENE])


@compiled
def outcome_of(s: State, g: Given, a: int) -> int:
    """What chance says, as far as this crew can do it."""
    i = s.assignments[a, st.A_INCIDENT]
    end, drawn, able = g.drawn[i, c.END], g.drawn[i, c.OUTCOME], s.units[s.assignments[a, st.A_UNIT], st.U_ABILITIES]
    if is_remote(s, g, a):
        return o.BY_PHONE if g.drawn[i, c.PHONE_RESOLVES] else o.REFERRED
    if end != c.ENGAGED:
        return o.NOT_FOUND if end == c.NOT_FOUND else o.DECLINED
    if drawn == c.TAKEN_ALONG:
        return o.TAKEN_ALONG if able & g.constants[st.C_MOVES] else o.REFERRED
    if drawn == c.ARRESTED:
        return o.ARRESTED if able & g.constants[st.C_POLICE] else o.RESOLVED_THERE
    return o.REFERRED if drawn == c.REFERRED else o.RESOLVED_THERE


@compiled
def free_others(s: State, g: Given, a: int, now: int) -> None:
    """Who is there clears, who is on the way is called off."""
    i = s.assignments[a, st.A_INCIDENT]
    other = s.incidents[i, st.I_FIRST]
    while other >= 0:
        one = s.assignments[other]
        if other != a and one[st.A_STATE] != st.OVER:
            if one[st.A_STATE] == st.ON_SCENE:
                report(s, g, other, now, st.OVER, W_CLEARED, 0, -1)
            else:
                one[st.A_STATE], one[st.A_PAGE] = st.OVER, 0
                tell(s, g, F_STATUS, now, other, i, one[st.A_UNIT], g.words[W_CANCELLED], 0, -1, g.words[W_NOT_NEEDED])
            lead(s, g, i, now)
            one[st.A_NEXT] = st.NOTHING
            goes_home(s, g, other, now)
        other = s.assignments[other, st.A_SIBLING]


@compiled
def goes_home(s: State, g: Given, a: int, now: int) -> None:
    """Free, and back to the post; off duty where the shift is over."""
    u = s.assignments[a, st.A_UNIT]
    unit = s.units[u]
    unit[st.U_ASSIGNMENT] = -1
    unit[st.U_BUSY_MS] += now
    if unit[st.U_SERVICE] == st.IN:
        s.counts[st.N_FREE] += 1
        s.counts[st.N_CAME_FREE] = 1
    if not is_remote(s, g, a):
        here, post = where(s, u, now), unit[st.U_POST]
        moves(s, u, here, post, now, g.drives[0, band(g, now), here, post])
    leave_if_over(s, g, u, now)


@compiled
def clears(s: State, g: Given, a: int, now: int) -> None:
    """Free; the need closes."""
    i = s.assignments[a, st.A_INCIDENT]
    report(s, g, a, now, st.OVER, W_CLEARED, 0, -1)
    if s.incidents[i, st.I_PARTY] == st.CREW:
        sign(s, g, i, now)
    lead(s, g, i, now)
    close(s, g, i, now, W_LAST)
    after(s, g, a, now)


@compiled
def close(s: State, g: Given, i: int, now: int, reason: int) -> None:
    """IncidentClosed."""
    one = s.incidents[i]
    one[st.I_STATE], one[st.I_UNASSIGNED], one[st.I_WEAPON], one[st.I_CLEARED_AT] = st.CLOSED, 0, 0, now
    tell(s, g, F_CLOSED, now, i, g.words[reason])


@compiled
def after(s: State, g: Given, a: int, now: int) -> None:
    """What follows the last step of the crew that led."""
    i = s.assignments[a, st.A_INCIDENT]
    if s.incidents[i, st.I_PROMISES] > 0:
        put(s, now + g.drawn[i, c.TAKEN], st.TAKES_ON, i)
    goes_home(s, g, a, now)
