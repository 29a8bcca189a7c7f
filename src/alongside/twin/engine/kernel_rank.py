"""Who is eligible, in what order: ``core.dispatch.recommend`` in whole numbers. One number holds a unit's whole rank."""

from alongside.twin.engine import state as st
from alongside.twin.engine.codes import MISSING, OPTION
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import band, row, tell, where
from alongside.twin.engine.kernel_queue import level_of
from alongside.twin.engine.state import Given, State
from alongside.twin.engine.words import F_RECOMMENDED, F_UNMET, W_ALL_BUSY, W_INCOMPLETE, W_NONE, W_TOO_FAR
from alongside.twin.planning import columns as c

# Would be diverted, too far, how many abilities it lacks (6 bits), its kind's row (6), cost (38, above an offset), its turn (11).
LEAVES, FAR, LACKS, ROW, COST = 1 << 62, 1 << 61, 55, 49, 11
OFFSET, COST_MASK, SIX = 1 << 30, (1 << 38) - 1, 63
LANGUAGE_MS, SHIFT_MS = 300_000, 600_000
SHOWN = 8
R_RANK, R_UNIT, R_DRIVE, R_TAKEN = range(4)
O_UNIT, O_NUMBER, O_DRIVE, O_PLACE, O_ALSO = range(5)


@compiled
def ones(bits: int) -> int:
    """How many bits are set."""
    found = 0
    while bits:
        bits &= bits - 1
        found += 1
    return found


@compiled
def may_leave(s: State, g: Given, i: int, a: int) -> bool:
    """Whether a busy unit could leave what it is on its way to for this need."""
    there = s.assignments[a]
    if there[st.A_INCIDENT] == i or there[st.A_STATE] > st.ENROUTE:
        return False
    return level_of(g, there[st.A_INCIDENT]) < level_of(g, i)


@compiled
def rank(s: State, g: Given, i: int, now: int, needed: int) -> int:
    """Fill ``s.ranks`` with every unit that may go; how many."""
    kind, place, found = g.drawn[i, c.KIND], g.drawn[i, c.PLACE], 0
    rows, hour = g.kinds[kind, st.K_ROWS], band(g, now)
    for turn in range(s.counts[st.N_ORDER]):
        u = s.order[turn]
        unit = s.units[u]
        if unit[st.U_SERVICE] != st.IN or unit[st.U_KIND] < 0:
            continue
        terms = g.terms[kind, unit[st.U_KIND]]
        if terms[0] < 0 or (terms[0] == rows and needed & unit[st.U_ABILITIES] == 0):
            continue
        busy = unit[st.U_ASSIGNMENT] >= 0
        if busy and not may_leave(s, g, i, unit[st.U_ASSIGNMENT]):
            continue
        crew = g.crews[unit[st.U_KIND]]
        drive = 0 if crew[0] else g.drives[crew[1], hour, where(s, u, now), place]
        cost = drive + terms[2] + (g.kinds[kind, st.K_LOAD] if busy else 0)
        if g.kinds[kind, st.K_LANGUAGE] & unit[st.U_LANGUAGES]:
            cost -= LANGUAGE_MS
        if 0 < unit[st.U_ENDS] < now + SHIFT_MS:
            cost += SHIFT_MS
        key = (ones(needed & ~unit[st.U_ABILITIES]) << LACKS) | (terms[0] << ROW) | ((cost + OFFSET) << COST) | found
        s.ranks[found, R_RANK] = key | (LEAVES if busy else 0) | (FAR if drive > terms[1] else 0)
        s.ranks[found, R_UNIT], s.ranks[found, R_DRIVE], s.ranks[found, R_TAKEN] = u, drive, 0
        found += 1
    return found


@compiled
def best(s: State, found: int, rows: int, above: int) -> int:
    """The place in ``s.ranks`` of the best that is in the order and ranks after ``above``; -1 where there is none."""
    chosen, least = -1, (1 << 63) - 1
    for place in range(found):
        key = s.ranks[place, R_RANK]
        if above < key < least and (key >> ROW) & SIX < rows:
            chosen, least = place, key
    return chosen


@compiled
def list_options(s: State, g: Given, i: int, now: int, found: int, needed: int) -> int:
    """Fill ``s.options`` as the core lists them: the first eight, then the quickest for each ability the first lacks. How many."""
    rows, count, above, first = g.kinds[g.drawn[i, c.KIND], st.K_ROWS], 0, -1, -1
    while count < SHOWN:
        place = best(s, found, rows, above)
        if place < 0:
            break
        first = place if count == 0 else first
        above = s.ranks[place, R_RANK]
        option(s, now, count, place, 0)
        count += 1
    lacks = needed if first < 0 else needed & ~s.units[s.ranks[first, R_UNIT], st.U_ABILITIES]
    if first >= 0:
        s.ranks[first, R_TAKEN] = 1
    bit = 1
    while bit <= lacks:
        if lacks & bit:
            place = quickest(s, found, bit)
            if place >= 0:
                s.ranks[place, R_TAKEN] = 1
                option(s, now, count, place, 1)
                count += 1
        bit <<= 1
    return count


@compiled
def quickest(s: State, found: int, ability: int) -> int:
    """The free unit with this ability and the least cost, not listed as coming along already; -1 where there is none."""
    chosen, least = -1, (1 << 62)
    for place in range(found):
        key = s.ranks[place, R_RANK]
        cost = ((key >> COST) & COST_MASK) << COST | place
        if (
            key & LEAVES == 0
            and s.ranks[place, R_TAKEN] == 0
            and s.units[s.ranks[place, R_UNIT], st.U_ABILITIES] & ability
            and cost < least
        ):
            chosen, least = place, cost
    return chosen


@compiled
def option(s: State, now: int, count: int, place: int, also: int) -> None:
    """One option."""
    u = s.ranks[place, R_UNIT]
    one = s.options[count]
    one[O_UNIT], one[O_NUMBER], one[O_DRIVE], one[O_PLACE], one[O_ALSO] = u, count + 1, s.ranks[place, R_DRIVE], where(s, u, now), also


@compiled
def tell_options(s: State, g: Given, i: int, now: int, count: int) -> None:
    """Recommended, and a row for each option."""
    tell(s, g, F_RECOMMENDED, now, i, count)
    if len(s.out) > 0:
        for place in range(count):
            one = s.options[place]
            row(s, OPTION, now, one[O_UNIT], one[O_NUMBER], one[O_DRIVE], one[O_PLACE], one[O_ALSO])


@compiled
def tell_missing(s: State, g: Given, i: int, now: int, found: int) -> None:
    """NeedUnmet: the kinds before the best that could go, and why not."""
    kind = g.drawn[i, c.KIND]
    reached = g.kinds[kind, st.K_ROWS]
    for place in range(found):
        key = s.ranks[place, R_RANK]
        if key & (LEAVES | FAR) == 0:
            reached = min(reached, (key >> ROW) & SIX)
    listed, count = g.listed[kind], 0
    for turn in range(len(listed)):
        count += listed[turn, 0] >= 0 and listed[turn, 1] < reached
    if count == 0:
        return
    s.incidents[i, st.I_UNMET] = 1
    tell(s, g, F_UNMET, now, i, level_of(g, i), count)
    if len(s.out) == 0:
        return
    for turn in range(len(listed)):
        if listed[turn, 0] >= 0 and listed[turn, 1] < reached:
            row(s, MISSING, now, g.crews[listed[turn, 0], 2], g.words[why(s, listed[turn, 0], found)])


@compiled
def why(s: State, crew: int, found: int) -> int:
    """Why no crew of this kind could go."""
    for place in range(found):
        if s.ranks[place, R_RANK] & FAR and s.units[s.ranks[place, R_UNIT], st.U_KIND] == crew:
            return W_TOO_FAR
    incomplete = False
    for u in range(len(s.units)):
        if s.units[u, st.U_SERVICE] == st.OFF:
            continue
        if s.units[u, st.U_KIND] == crew:
            return W_ALL_BUSY
        incomplete = incomplete or s.units[u, st.U_CREW_KIND] == crew
    return W_INCOMPLETE if incomplete else W_NONE
