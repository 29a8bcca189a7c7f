"""Taking a person to a door (``taking_people``)."""

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import band, moves, put, sign, taken, tell
from alongside.twin.engine.kernel_crew import after, by_turn, close, report, then
from alongside.twin.engine.kernel_outcome import settle
from alongside.twin.engine.state import Given, State
from alongside.twin.engine.words import (
    F_AGREED,
    F_ARRIVED,
    F_DECLINED,
    F_HANDED,
    F_LEFT,
    F_RED_FLAG,
    F_RESERVED,
    F_STATUS,
    W_AT_PLACE,
    W_BEFORE,
    W_CLEARED,
    W_FULL,
    W_HANDED,
    W_NO,
    W_TRANSPORTING,
    W_VOLUNTARY,
)
from alongside.twin.planning import columns as c


@compiled
def begin(s: State, g: Given, a: int, now: int) -> None:
    """Every red flag that does not stand at yes is asked once more, then the first place."""
    i = s.assignments[a, st.A_INCIDENT]
    s.incidents[i, st.I_WANTED] = 1
    stands = g.kinds[g.drawn[i, c.KIND], st.K_FLAGS]
    for flag in range(len(g.flags)):
        if stands >> flag & 1 == 0:
            tell(s, g, F_RED_FLAG, now, i, g.flags[flag], g.words[W_NO], g.words[W_BEFORE])
    ask_next(s, g, a, now)


@compiled
def ask_next(s: State, g: Given, a: int, now: int) -> None:
    """The next door with a free chair, or one that turns nobody away; else the person is referred instead."""
    i = s.assignments[a, st.A_INCIDENT]
    one, ways = s.incidents[i], g.ways[g.drawn[i, c.KIND], g.drawn[i, c.PLACE]]
    while ways[one[st.I_ASKED]] >= 0:
        door = ways[one[st.I_ASKED]]
        if s.free[g.groups[door]] > 0 or g.doors[door, st.D_MAY_DECLINE] == 0:
            reserve(s, g, a, door, now)
            return
        one[st.I_ASKED] += 1
    settle(s, g, i, now, o.REFERRED)
    then(s, a, st.CLEARS, now + g.drawn[i, c.WRAP])


@compiled
def reserve(s: State, g: Given, a: int, door: int, now: int) -> None:
    """PlaceReserved, and a sign. An emergency department needs no answer."""
    i, r, group = s.assignments[a, st.A_INCIDENT], s.counts[st.N_RESERVATIONS], g.groups[door]
    s.counts[st.N_RESERVATIONS] = r + 1
    one, counted = s.reservations[r], s.free[group] > 0
    s.free[group] -= counted
    one[st.R_DOOR], one[st.R_INCIDENT], one[st.R_UNTIL], one[st.R_COUNTED] = door, i, now + g.constants[st.C_RESERVATION], counted
    one[st.R_STATE] = st.RESERVED
    s.incidents[i, st.I_RESERVATION], s.incidents[i, st.I_DOOR] = r, door
    put(s, one[st.R_UNTIL], st.RESERVATION, r)
    facility, service = g.doors[door, st.D_FACILITY], g.doors[door, st.D_SERVICE]
    tell(s, g, F_RESERVED, now, r, facility, service, i, g.words[W_VOLUNTARY], one[st.R_UNTIL], int(counted))
    sign(s, g, i, now)
    if g.doors[door, st.D_MAY_DECLINE]:
        then(s, a, st.ANSWERED, now + g.drawn[i, c.ANSWER + s.incidents[i, st.I_ASKED] % c.TURNS])
    else:
        depart(s, g, a, now)


@compiled
def answered(s: State, g: Given, a: int, now: int) -> None:
    """Yes, and they leave; or no, and the next is asked."""
    i = s.assignments[a, st.A_INCIDENT]
    door, r = s.incidents[i, st.I_DOOR], s.incidents[i, st.I_RESERVATION]
    one, facility = s.reservations[r], g.doors[door, st.D_FACILITY]
    if g.drawn[i, c.YES + s.incidents[i, st.I_ASKED] % c.TURNS] < g.doors[door, st.D_YES]:
        one[st.R_STATE] = st.AGREED
        tell(s, g, F_AGREED, now, r, facility, i)
        depart(s, g, a, now)
        return
    one[st.R_STATE], one[st.R_UNTIL] = st.SETTLED, 0
    s.free[g.groups[door]] += one[st.R_COUNTED]
    s.incidents[i, st.I_ASKED] += 1
    tell(s, g, F_DECLINED, now, r, facility, i, g.words[W_FULL])
    ask_next(s, g, a, now)


@compiled
def depart(s: State, g: Given, a: int, now: int) -> None:
    """The outcome is recorded and they drive."""
    i, u = s.assignments[a, st.A_INCIDENT], s.assignments[a, st.A_UNIT]
    door = s.incidents[i, st.I_DOOR]
    facility = g.doors[door, st.D_FACILITY]
    settle(s, g, i, now, o.TAKEN_ALONG)
    report(s, g, a, now, st.TRANSPORTING, W_TRANSPORTING, facility, -1)
    sign(s, g, i, now)
    tell(s, g, F_LEFT, now, a, i, u, facility, g.words[W_VOLUNTARY], s.assignments[a, st.A_SENT_AT])
    here, there = g.drawn[i, c.PLACE], g.doors[door, st.D_PLACE]
    takes = g.drives[0, band(g, now), here, there] * by_turn(s, g, a, c.DRIVE) // 1000
    moves(s, u, here, there, now, takes)
    then(s, a, st.AT_DOOR, now + takes)


@compiled
def arrive(s: State, g: Given, a: int, now: int) -> None:
    """At the door; it is late where it takes longer than the place's own target."""
    i, u = s.assignments[a, st.A_INCIDENT], s.assignments[a, st.A_UNIT]
    door = g.doors[s.incidents[i, st.I_DOOR]]
    report(s, g, a, now, st.AT_PLACE, W_AT_PLACE, door[st.D_FACILITY], door[st.D_PLACE])
    sign(s, g, i, now)
    late_at = now + door[st.D_TARGET]
    tell(s, g, F_ARRIVED, now, a, i, door[st.D_FACILITY], late_at)
    s.assignments[a, st.A_ARRIVED], s.assignments[a, st.A_DOOR_DUE] = now, late_at
    moves(s, u, door[st.D_PLACE], door[st.D_PLACE], now, 0)
    over_at = now + g.drawn[i, c.DOOR if door[st.D_MAY_DECLINE] else c.DOOR_EMERGENCY]
    if late_at <= over_at:
        put(s, late_at, st.DROP_OFF, a)
    then(s, a, st.HANDS_OVER, over_at)


@compiled
def hand_over(s: State, g: Given, a: int, now: int) -> None:
    """HandedOver: the facility takes over, the crew is free, the need is closed; the person stays a while."""
    one, i = s.assignments[a], s.assignments[a, st.A_INCIDENT]
    door, r, party = g.doors[s.incidents[i, st.I_DOOR]], s.incidents[i, st.I_RESERVATION], s.incidents[i, st.I_PARTY_ID]
    tell(s, g, F_HANDED, now, i, door[st.D_FACILITY], door[st.D_SERVICE], party, r, one[st.A_ARRIVED])
    s.reservations[r, st.R_STATE], s.reservations[r, st.R_UNTIL], one[st.A_DOOR_DUE] = st.SETTLED, 0, 0
    taken(s, g, i, now, st.FACILITY, door[st.D_PARTY], g.constants[st.C_FACILITY_SILENCE], W_HANDED)
    one[st.A_STATE] = st.OVER
    tell(s, g, F_STATUS, now, a, i, one[st.A_UNIT], g.words[W_CLEARED], 0, -1, g.words[W_HANDED])
    close(s, g, i, now, W_HANDED)
    put(s, now + g.drawn[i, c.STAY if door[st.D_MAY_DECLINE] else c.STAY_EMERGENCY], st.RELEASE, i)
    after(s, g, a, now)
