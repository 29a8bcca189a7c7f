"""What every part of the kernel uses: the heap, telling a fact, where a unit is, and who was heard."""

from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.state import (
    C_EAST,
    CREW,
    I_CREW,
    I_HEARD,
    I_LIMIT,
    I_PARTY,
    I_PARTY_ID,
    I_SIGN_AT,
    I_SPEAK_BY,
    N_FACTS,
    N_HEAP,
    N_ROWS,
    N_START,
    NOBODY,
    SILENCE,
    U_CHARGES,
    U_FROM,
    U_LEFT,
    U_TAKES,
    U_TO,
    Given,
    State,
)
from alongside.twin.engine.words import F_ENDED, F_SIGN, F_TAKEN, W_SYSTEM
from alongside.twin.planning.roster import MONDAY_MS
from alongside.twin.planning.world import HOUR_MS, WEEK_HOURS

INDEX_BITS, RANK_BITS = 21, 5
TIME_SHIFT, INDEX_MASK, RANK_MASK = INDEX_BITS + RANK_BITS, (1 << INDEX_BITS) - 1, (1 << RANK_BITS) - 1


@compiled
def put(s: State, at: int, rank: int, index: int) -> None:
    """Something to be done then; one whole number holds time, rank and index, so that order is a comparison."""
    heap, place = s.heap, s.counts[N_HEAP]
    key = ((at - s.counts[N_START]) << TIME_SHIFT) | (rank << INDEX_BITS) | index
    s.counts[N_HEAP] = place + 1
    while place > 0:
        above = (place - 1) >> 1
        if heap[above] <= key:
            break
        heap[place] = heap[above]
        place = above
    heap[place] = key


@compiled
def take(s: State) -> int:
    """The first of the heap, taken off: down to a leaf by the smaller child, then the last one up from there."""
    heap, size = s.heap, s.counts[N_HEAP] - 1
    s.counts[N_HEAP] = size
    first, last = heap[0], heap[size]
    place, child = 0, 1
    while child < size:
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        heap[place] = heap[child]
        place, child = child, 2 * child + 1
    while place > 0 and heap[(place - 1) >> 1] > last:
        heap[place] = heap[(place - 1) >> 1]
        place = (place - 1) >> 1
    heap[place] = last
    return int(first)


@compiled
def row(s: State, kind: int, at: int, a: int = 0, b: int = 0, c: int = 0, d: int = 0, e: int = 0, f: int = 0, h: int = 0) -> None:
    """One row of the trace, where a trace is kept."""
    place = s.counts[N_ROWS]
    if place < len(s.out):
        line = s.out[place]
        line[0], line[1], line[2], line[3], line[4], line[5], line[6], line[7], line[8] = kind, at, a, b, c, d, e, f, h
        s.counts[N_ROWS] = place + 1


@compiled
def tell(
    s: State, g: Given, fact: int, at: int, a: int = 0, b: int = 0, c: int = 0, d: int = 0, e: int = 0, f: int = 0, h: int = 0
) -> None:
    """One fact."""
    s.counts[N_FACTS] += 1
    if len(s.out) > 0:
        row(s, g.numbers[fact], at, a, b, c, d, e, f, h)


@compiled
def band(g: Given, now: int) -> int:
    """Which drive times hold now."""
    return int(g.bands[(now + g.constants[C_EAST] - MONDAY_MS) // HOUR_MS % WEEK_HOURS])


@compiled
def where(s: State, unit: int, now: int) -> int:
    """The place a unit counts as being at: where it goes once it is half-way."""
    one = s.units[unit]
    return int(one[U_FROM] if 2 * (now - one[U_LEFT]) < one[U_TAKES] else one[U_TO])


@compiled
def moves(s: State, unit: int, start: int, to: int, now: int, takes: int) -> None:
    """On the way from a place to another."""
    one = s.units[unit]
    one[U_FROM], one[U_TO], one[U_LEFT], one[U_TAKES] = start, to, now, takes


@compiled
def heard(s: State, i: int, now: int) -> None:
    """Whoever is responsible was heard: silence counts from now. The alarm is only laid where no sign is planned before it."""
    one = s.incidents[i]
    one[I_HEARD], one[I_SPEAK_BY] = now, now + one[I_LIMIT]
    if one[I_SPEAK_BY] <= one[I_SIGN_AT]:
        put(s, one[I_SPEAK_BY], SILENCE, i)


@compiled
def sign(s: State, g: Given, i: int, now: int) -> None:
    """SignGiven."""
    heard(s, i, now)
    tell(s, g, F_SIGN, now, i, s.incidents[i, I_PARTY_ID], s.incidents[i, I_SPEAK_BY])


@compiled
def charge(s: State, i: int, kind: int, party: int, limit: int) -> None:
    """Responsibility moves between the lists of who has whom; a crew's unit is the incident's ``I_CREW``."""
    one = s.incidents[i]
    if one[I_PARTY] == CREW:
        s.units[one[I_CREW], U_CHARGES] -= 1
    if kind == CREW:
        s.units[one[I_CREW], U_CHARGES] += 1
    one[I_PARTY], one[I_PARTY_ID], one[I_LIMIT] = kind, party, limit


@compiled
def taken(s: State, g: Given, i: int, now: int, kind: int, party: int, limit: int, basis: int) -> None:
    """ResponsibilityTaken."""
    before = s.incidents[i, I_PARTY_ID]
    charge(s, i, kind, party, limit)
    heard(s, i, now)
    tell(s, g, F_TAKEN, now, i, before, party, g.words[basis], s.incidents[i, I_SPEAK_BY])


@compiled
def ended(s: State, g: Given, i: int, now: int, reason: int, signed_by: int, agency: int) -> None:
    """EpisodeEnded: nobody need be responsible any more."""
    charge(s, i, NOBODY, 0, 0)
    tell(s, g, F_ENDED, now, i, g.words[reason], g.words[W_SYSTEM], signed_by, agency)
