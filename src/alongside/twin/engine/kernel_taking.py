"""Taking a person to a door (``taking_people``)."""

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import band, moves, put, put_told, sign, taken, tell, tell_all
from alongside.twin.engine.kernel_counting import count_extended, count_late
from alongside.twin.engine.kernel_crew import after, by_turn, close, need_of, report, sent, then
from alongside.twin.engine.kernel_memory import assignment, chairs, door, drawn, drive_ms, incident, kind, reservation
from alongside.twin.engine.kernel_outcome import settle
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
def begin(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """Every red flag that does not stand at yes is asked once more, then the first place."""
    i = need_of(m, a)
    m[incident(m, i) + st.I_WANTED] = 1
    stands = fixed(m, kind(m, d, i) + st.K_FLAGS)
    for flag in range(fixed(m, st.Z_FLAGS)):
        if stands >> flag & 1 == 0:
            tell(m, F_RED_FLAG, now, i, fixed(m, fixed(m, st.FLAGS_AT) + flag), fixed(m, st.WORDS + W_NO), fixed(m, st.WORDS + W_BEFORE))
    ask_next(m, d, a, now)


@compiled
def ask_next(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """The next door with a free chair, or one that turns nobody away; else the person is referred instead."""
    i = need_of(m, a)
    asked = incident(m, i) + st.I_ASKED
    ways = fixed(m, st.WAYS_AT) + (drawn(d, i, c.KIND) * fixed(m, st.Z_PLACES) + drawn(d, i, c.PLACE)) * fixed(m, st.Z_WAYS)
    while fixed(m, ways + m[asked]) >= 0:
        index = fixed(m, ways + m[asked])
        if m[chairs(m, index)] > 0 or fixed(m, door(m, index) + st.D_MAY_DECLINE) == 0:
            reserve(m, d, a, index, now)
            return
        m[asked] += 1
    settle(m, d, i, now, o.REFERRED)
    then(m, a, st.CLEARS, now + drawn(d, i, c.WRAP))


@compiled
def reserve(m: memoryview, d: memoryview, a: int, index: int, now: int) -> None:
    """PlaceReserved, and a sign. An emergency department needs no answer."""
    i, r, there = need_of(m, a), m[st.N_RESERVATIONS], door(m, index)
    one, need, until = reservation(m, r), incident(m, i), now + fixed(m, st.C_RESERVATION)
    counted = 1 if m[chairs(m, index)] > 0 else 0
    m[st.N_RESERVATIONS] = r + 1
    m[chairs(m, index)] -= counted
    m[one + st.R_DOOR], m[one + st.R_INCIDENT], m[one + st.R_UNTIL] = index, i, until
    m[one + st.R_COUNTED], m[one + st.R_STATE] = counted, st.RESERVED
    m[need + st.I_RESERVATION], m[need + st.I_DOOR] = r, index
    put_told(m, until, st.RESERVATION, r)
    facility, service = fixed(m, there + st.D_FACILITY), fixed(m, there + st.D_SERVICE)
    tell_all(m, F_RESERVED, now, r, facility, service, i, fixed(m, st.WORDS + W_VOLUNTARY), until, counted)
    sign(m, i, now)
    if fixed(m, there + st.D_MAY_DECLINE):
        then(m, a, st.ANSWERED, now + drawn(d, i, c.ANSWER + m[need + st.I_ASKED] % c.TURNS))
    else:
        depart(m, d, a, now)


@compiled
def agrees(m: memoryview, d: memoryview, a: int) -> bool:
    """Whether the place that was asked says yes."""
    i = need_of(m, a)
    need = incident(m, i)
    return drawn(d, i, c.YES + m[need + st.I_ASKED] % c.TURNS) < m[door(m, m[need + st.I_DOOR]) + st.D_YES]


@compiled
def answered(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """Yes, and they leave; or no, and the next is asked."""
    i = need_of(m, a)
    need = incident(m, i)
    index, r = m[need + st.I_DOOR], m[need + st.I_RESERVATION]
    one, there = reservation(m, r), door(m, index)
    if agrees(m, d, a):
        m[one + st.R_STATE] = st.AGREED
        tell(m, F_AGREED, now, r, fixed(m, there + st.D_FACILITY), i, 0)
        depart(m, d, a, now)
        return
    count_extended(m, r, now)
    m[one + st.R_STATE], m[one + st.R_UNTIL] = st.SETTLED, 0
    m[chairs(m, index)] += m[one + st.R_COUNTED]
    m[need + st.I_ASKED] += 1
    tell(m, F_DECLINED, now, r, fixed(m, there + st.D_FACILITY), i, fixed(m, st.WORDS + W_FULL))
    ask_next(m, d, a, now)


@compiled
def depart(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """The outcome is recorded and they drive."""
    i, u = need_of(m, a), sent(m, a)
    to = door(m, m[incident(m, i) + st.I_DOOR])
    facility = fixed(m, to + st.D_FACILITY)
    settle(m, d, i, now, o.TAKEN_ALONG)
    report(m, a, now, st.TRANSPORTING, W_TRANSPORTING, facility, -1)
    sign(m, i, now)
    tell_all(m, F_LEFT, now, a, i, u, facility, fixed(m, st.WORDS + W_VOLUNTARY), m[assignment(m, a) + st.A_SENT_AT], 0)
    here, there = drawn(d, i, c.PLACE), fixed(m, to + st.D_PLACE)
    takes = drive_ms(m, 0, band(m, now), here, there) * by_turn(m, d, a, c.DRIVE) // 1000
    moves(m, u, here, there, now, takes)
    then(m, a, st.AT_DOOR, now + takes)


@compiled
def arrive(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """At the door; it is late where it takes longer than the place's own target."""
    i, u = need_of(m, a), sent(m, a)
    there = door(m, m[incident(m, i) + st.I_DOOR])
    place, late_at = fixed(m, there + st.D_PLACE), now + fixed(m, there + st.D_TARGET)
    report(m, a, now, st.AT_PLACE, W_AT_PLACE, fixed(m, there + st.D_FACILITY), place)
    sign(m, i, now)
    tell(m, F_ARRIVED, now, a, i, fixed(m, there + st.D_FACILITY), late_at)
    m[assignment(m, a) + st.A_ARRIVED], m[assignment(m, a) + st.A_DOOR_DUE] = now, late_at
    moves(m, u, place, place, now, 0)
    over_at = now + drawn(d, i, c.DOOR if fixed(m, there + st.D_MAY_DECLINE) else c.DOOR_EMERGENCY)
    if late_at <= over_at:
        put_told(m, late_at, st.DROP_OFF, a)
    then(m, a, st.HANDS_OVER, over_at)


@compiled
def hand_over(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """HandedOver: the facility takes over, the crew is free, the need is closed; the person stays a while."""
    one, i = assignment(m, a), need_of(m, a)
    need = incident(m, i)
    there, r = door(m, m[need + st.I_DOOR]), m[need + st.I_RESERVATION]
    service = fixed(m, there + st.D_SERVICE)
    count_extended(m, r, now)
    count_late(m, a, fixed(m, there + st.D_TARGET), now)
    tell_all(m, F_HANDED, now, i, fixed(m, there + st.D_FACILITY), service, m[need + st.I_PARTY_ID], r, m[one + st.A_ARRIVED], 0)
    m[reservation(m, r) + st.R_STATE], m[reservation(m, r) + st.R_UNTIL], m[one + st.A_DOOR_DUE] = st.SETTLED, 0, 0
    taken(m, i, now, st.FACILITY, fixed(m, there + st.D_PARTY), fixed(m, st.C_FACILITY_SILENCE), W_HANDED)
    m[one + st.A_STATE] = st.OVER
    tell_all(m, F_STATUS, now, a, i, m[one + st.A_UNIT], fixed(m, st.WORDS + W_CLEARED), 0, -1, fixed(m, st.WORDS + W_HANDED))
    close(m, i, now, W_HANDED)
    put(m, now + drawn(d, i, c.STAY if fixed(m, there + st.D_MAY_DECLINE) else c.STAY_EMERGENCY), st.RELEASE, i)
    after(m, d, a, now)
