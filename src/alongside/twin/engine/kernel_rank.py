"""Who is eligible, in what order: ``core.dispatch.recommend`` in whole numbers. One number holds a unit's whole rank."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled, woven
from alongside.twin.engine.kernel_base import band, where
from alongside.twin.engine.kernel_free import free_list
from alongside.twin.engine.kernel_memory import assignment, crew, drawn, drive_ms, drives_to, kind, level_of, unit
from alongside.twin.planning import columns as c

# Would be diverted, too far, how many abilities it lacks (6 bits), its kind's row (6), cost (38, above an offset), its turn (11).
LEAVES, FAR, LACKS, ROW, COST = 1 << 62, 1 << 61, 55, 49, 11
OFFSET, COST_MASK, TURN_MASK, SIX, LAST = 1 << 30, (1 << 38) - 1, (1 << 11) - 1, 63, (1 << 63) - 1
LANGUAGE_MS, SHIFT_MS = 300_000, 600_000
SHOWN = 8
R_RANK, R_UNIT, R_DRIVE, R_TAKEN, R_WIDTH = range(5)
O_UNIT, O_NUMBER, O_DRIVE, O_PLACE, O_ALSO, O_WIDTH = range(6)


@compiled
def ones(bits: int) -> int:
    """How many bits are set."""
    found = 0
    while bits:
        bits &= bits - 1
        found += 1
    return found


@compiled
def ranked(m: memoryview, place: int) -> int:
    """A row of who may go."""
    return fixed(m, st.RANKS_AT) + place * R_WIDTH


@compiled
def terms(m: memoryview, d: memoryview, i: int, crews: int) -> int:
    """What holds at this need for a kind of crew."""
    return fixed(m, st.TERMS_AT) + (drawn(d, i, c.KIND) * fixed(m, st.Z_CREWS) + crews) * st.T_WIDTH


@compiled
def list_of(m: memoryview, d: memoryview, i: int) -> int:
    """The kinds of crew this need may have, by row."""
    return fixed(m, st.LISTED_AT) + drawn(d, i, c.KIND) * (fixed(m, st.Z_CREWS) + 1) * st.L_WIDTH


@compiled
def may_leave(m: memoryview, d: memoryview, i: int, a: int) -> bool:
    """Whether a busy unit could leave what it is on its way to for this need."""
    there = assignment(m, a)
    other = m[there + st.A_INCIDENT]
    return other != i and m[there + st.A_STATE] <= st.ENROUTE and level_of(m, d, other) < level_of(m, d, i)


@compiled
def drive_of(m: memoryview, u: int, now: int, hour: int, place: int) -> int:
    """How long this unit would drive; a crew on the phone drives nowhere."""
    one = unit(m, u)
    return 0 if fixed(m, one + st.U_REMOTE) else drive_ms(m, fixed(m, one + st.U_MODE), hour, where(m, u, now), place)


@compiled
def rank_of(m: memoryview, one: int, known: int, term: int, now: int, drive: int) -> int:
    """The rank of a free unit that lacks nothing."""
    cost = drive + fixed(m, term + st.T_WORTH) + OFFSET
    if fixed(m, known + st.K_LANGUAGE) & fixed(m, one + st.U_LANGUAGES):
        cost -= LANGUAGE_MS
    if m[one + st.U_LEAVES] < now + SHIFT_MS:
        cost += SHIFT_MS
    far = FAR if drive > fixed(m, term + st.T_LIMIT) else 0
    return far | (fixed(m, term + st.T_ROW) << ROW) | (cost << COST) | m[one + st.U_TURN]


@compiled
def rank(m: memoryview, d: memoryview, i: int, now: int, needed: int) -> int:
    """Fill ``RANKS_AT`` with every unit that may go; how many."""
    known, place, hour, found = kind(m, d, i), drawn(d, i, c.PLACE), band(m, now), 0
    for turn in range(m[st.N_ORDER]):
        u = m[fixed(m, st.ORDER_AT) + turn]
        one = unit(m, u)
        if m[one + st.U_SERVICE] != st.IN or fixed(m, one + st.U_KIND) < 0:
            continue
        term, lacks = terms(m, d, i, fixed(m, one + st.U_KIND)), needed & ~fixed(m, one + st.U_ABILITIES)
        if fixed(m, term + st.T_ROW) < 0 or (fixed(m, term + st.T_ROW) == fixed(m, known + st.K_ROWS) and lacks == needed):
            continue
        busy = m[one + st.U_ASSIGNMENT] >= 0
        if busy and not may_leave(m, d, i, m[one + st.U_ASSIGNMENT]):
            continue
        drive = drive_of(m, u, now, hour, place)
        key = rank_of(m, one, known, term, now, drive) | (ones(lacks) << LACKS)
        if busy:
            key = (key + (fixed(m, known + st.K_LOAD) << COST)) | LEAVES
        row = ranked(m, found)
        m[row + R_RANK], m[row + R_UNIT], m[row + R_DRIVE], m[row + R_TAKEN] = key, u, drive, 0
        found += 1
    return found


@compiled
def best(m: memoryview, found: int, rows: int, above: int) -> int:
    """The place among those ranked of the best that is in the order and ranks after ``above``; -1 where there is none."""
    chosen, least = -1, LAST
    for place in range(found):
        key = m[ranked(m, place) + R_RANK]
        if above < key < least and (key >> ROW) & SIX < rows:
            chosen, least = place, key
    return chosen


@compiled
def row_reached(m: memoryview, found: int, rows: int) -> int:
    """The row of the best kind that could go; kinds before it are missing."""
    reached = rows
    for place in range(found):
        key = m[ranked(m, place) + R_RANK]
        if key & (LEAVES | FAR) == 0:
            reached = min(reached, (key >> ROW) & SIX)
    return reached


@woven
def quick(m: memoryview, d: memoryview, i: int, now: int, needed: int) -> int:
    """``rank``, ``best`` and ``row_reached`` in one, where nobody is turned away and nothing is told: kind by kind, only who is free.

    The first row of ``RANKS_AT`` is the answer, and -1 says that there is none. Where nothing is required, a kind further down the order
    cannot rank better than somebody free who is not too far."""
    known, place, hour = kind(m, d, i), drawn(d, i, c.PLACE), band(m, now)
    least, reached, answer = LAST, fixed(m, known + st.K_ROWS), ranked(m, 0)
    listed = list_of(m, d, i)
    while fixed(m, listed + st.L_CREW) >= 0 and (needed or fixed(m, listed + st.L_ROW) <= reached):
        crews = fixed(m, listed + st.L_CREW)
        term = terms(m, d, i, crews)
        if fixed(m, term + st.T_ROW) >= 0:
            here, drives = free_list(m, crews), drives_to(m, fixed(m, crew(m, crews) + st.B_MODE), hour, place)
            if needed or fixed(m, crew(m, crews) + st.B_REMOTE):
                key = first_able(m, here, known, term, now, drives, needed)
            else:
                key = first_near(m, here, known, term, now, drives)
            least = min(least, key)
            if key < FAR:
                reached = min(reached, fixed(m, term + st.T_ROW))
        listed += st.L_WIDTH
    if least == LAST:
        return -1
    u = m[fixed(m, st.ORDER_AT) + (least & TURN_MASK)]
    m[answer + R_UNIT], m[answer + R_DRIVE] = u, drive_of(m, u, now, hour, place)
    return reached


@compiled
def first_able(m: memoryview, here: int, known: int, term: int, now: int, drives: int, needed: int) -> int:
    """The least rank among the free of one kind."""
    least = LAST
    for turn in range(1, m[here] + 1):
        u = m[here + turn]
        one = unit(m, u)
        drive = 0 if fixed(m, one + st.U_REMOTE) else fixed(m, drives + where(m, u, now))
        least = min(least, rank_of(m, one, known, term, now, drive) | (ones(needed & ~fixed(m, one + st.U_ABILITIES)) << LACKS))
    return least


@compiled
def first_near(m: memoryview, here: int, known: int, term: int, now: int, drives: int) -> int:
    """The same where they drive, and nothing is required of them."""
    same = (fixed(m, term + st.T_ROW) << ROW) + ((fixed(m, term + st.T_WORTH) + OFFSET) << COST)
    least, limit, language = LAST, fixed(m, term + st.T_LIMIT), fixed(m, known + st.K_LANGUAGE)
    for turn in range(1, m[here] + 1):
        u = m[here + turn]
        one = unit(m, u)
        drive = fixed(m, drives + where(m, u, now))
        key = (drive << COST) + same + m[one + st.U_TURN]
        if fixed(m, one + st.U_LANGUAGES) & language:
            key -= LANGUAGE_MS << COST
        if drive > limit:
            key += FAR
        if m[one + st.U_LEAVES] < now + SHIFT_MS:
            key += SHIFT_MS << COST
        least = min(least, key)
    return least
