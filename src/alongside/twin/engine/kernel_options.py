"""What a recommendation says: the options, and the kinds that were wanted and could not go."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.codes import MISSING, OPTION
from alongside.twin.engine.compiling import compiled, woven
from alongside.twin.engine.kernel_base import row, tell, where
from alongside.twin.engine.kernel_memory import crew, incident, kind, level_of, unit
from alongside.twin.engine.kernel_rank import (
    COST,
    COST_MASK,
    FAR,
    LEAVES,
    O_ALSO,
    O_DRIVE,
    O_NUMBER,
    O_PLACE,
    O_UNIT,
    O_WIDTH,
    R_DRIVE,
    R_RANK,
    R_TAKEN,
    R_UNIT,
    SHOWN,
    TURN_MASK,
    best,
    list_of,
    ranked,
)
from alongside.twin.engine.words import F_RECOMMENDED, F_UNMET, W_ALL_BUSY, W_INCOMPLETE, W_NONE, W_TOO_FAR


@compiled
def list_options(m: memoryview, d: memoryview, i: int, now: int, found: int, needed: int) -> int:
    """Fill ``OPTIONS_AT`` as the core lists them: the first eight, then the quickest for each ability the first lacks. How many."""
    rows, count, above, first = fixed(m, kind(m, d, i) + st.K_ROWS), 0, -1, -1
    while count < SHOWN:
        place = best(m, found, rows, above)
        if place < 0:
            break
        first = place if count == 0 else first
        above = m[ranked(m, place) + R_RANK]
        option(m, now, count, place, 0)
        count += 1
    if first >= 0:
        m[ranked(m, first) + R_TAKEN] = 1
        needed &= ~m[unit(m, m[ranked(m, first) + R_UNIT]) + st.U_ABILITIES]
    return count + list_also(m, now, found, needed, count)


@compiled
def list_also(m: memoryview, now: int, found: int, lacks: int, count: int) -> int:
    """Who comes along for what the first lacks; how many."""
    before, bit = count, 1
    while bit <= lacks:
        place = quickest(m, found, bit) if lacks & bit else -1
        if place >= 0:
            m[ranked(m, place) + R_TAKEN] = 1
            option(m, now, count, place, 1)
            count += 1
        bit <<= 1
    return count - before


@compiled
def quickest(m: memoryview, found: int, ability: int) -> int:
    """The free unit with this ability and the least cost, not listed as coming along already; -1 where there is none."""
    chosen, least = -1, LEAVES
    for place in range(found):
        one = ranked(m, place)
        key = m[one + R_RANK]
        cost = (((key >> COST) & COST_MASK) << COST) | (key & TURN_MASK)
        able = key & LEAVES == 0 and m[one + R_TAKEN] == 0 and m[unit(m, m[one + R_UNIT]) + st.U_ABILITIES] & ability != 0
        if able and cost < least:
            chosen, least = place, cost
    return chosen


@compiled
def listed_option(m: memoryview, place: int) -> int:
    """A row of what is recommended."""
    return fixed(m, st.OPTIONS_AT) + place * O_WIDTH


@compiled
def option(m: memoryview, now: int, count: int, place: int, also: int) -> None:
    """One option."""
    one, u = listed_option(m, count), m[ranked(m, place) + R_UNIT]
    m[one + O_UNIT], m[one + O_NUMBER], m[one + O_DRIVE] = u, count + 1, m[ranked(m, place) + R_DRIVE]
    m[one + O_PLACE], m[one + O_ALSO] = where(m, u, now), also


@compiled
def tell_options(m: memoryview, i: int, now: int, count: int) -> None:
    """Recommended, and a row for each option."""
    tell(m, F_RECOMMENDED, now, i, count, 0, 0)
    if fixed(m, st.Z_ROWS):
        for place in range(count):
            one = listed_option(m, place)
            row(m, OPTION, now, m[one + O_UNIT], m[one + O_NUMBER], m[one + O_DRIVE], m[one + O_PLACE], m[one + O_ALSO], 0, 0)


@compiled
def count_missing(m: memoryview, listed: int, reached: int) -> int:
    """How many kinds come before this row."""
    count = 0
    while fixed(m, listed + st.L_CREW) >= 0:
        count += fixed(m, listed + st.L_ROW) < reached
        listed += st.L_WIDTH
    return count


@woven
def tell_missing(m: memoryview, d: memoryview, i: int, now: int, found: int, reached: int) -> None:
    """NeedUnmet: the kinds before the best that could go, and why not."""
    listed = list_of(m, d, i)
    count = count_missing(m, listed, reached)
    if count == 0:
        return
    m[incident(m, i) + st.I_UNMET] = 1
    tell(m, F_UNMET, now, i, level_of(m, d, i), count, 0)
    while fixed(m, st.Z_ROWS) and fixed(m, listed + st.L_CREW) >= 0:
        if fixed(m, listed + st.L_ROW) < reached:
            missing = fixed(m, listed + st.L_CREW)
            row(m, MISSING, now, fixed(m, crew(m, missing) + st.B_CODE), m[st.WORDS + why(m, missing, found)], 0, 0, 0, 0, 0)
        listed += st.L_WIDTH


@compiled
def why(m: memoryview, missing: int, found: int) -> int:
    """Why no crew of this kind could go."""
    for place in range(found):
        one = ranked(m, place)
        if m[one + R_RANK] & FAR and m[unit(m, m[one + R_UNIT]) + st.U_KIND] == missing:
            return W_TOO_FAR
    incomplete = False
    for u in range(fixed(m, st.Z_UNITS)):
        one = unit(m, u)
        if m[one + st.U_SERVICE] != st.OFF:
            if fixed(m, one + st.U_KIND) == missing:
                return W_ALL_BUSY
            incomplete = incomplete or fixed(m, one + st.U_CREW_KIND) == missing
    return W_INCOMPLETE if incomplete else W_NONE
