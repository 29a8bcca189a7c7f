"""What every part of the kernel uses: the heap, telling a fact, where a unit is, and who was heard."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.codes import WIDTH
from alongside.twin.engine.compiling import compiled, woven
from alongside.twin.engine.kernel_counting import count_signs, count_silence
from alongside.twin.engine.kernel_memory import incident, unit
from alongside.twin.engine.words import F_ENDED, F_SIGN, F_TAKEN, W_SYSTEM
from alongside.twin.planning.roster import MONDAY_MS
from alongside.twin.planning.world import HOUR_MS, WEEK_HOURS

INDEX_BITS, RANK_BITS, NONE = 21, 5, (1 << 63) - 1
TIME_SHIFT, INDEX_MASK, RANK_MASK = INDEX_BITS + RANK_BITS, (1 << INDEX_BITS) - 1, (1 << RANK_BITS) - 1


@compiled
def key_of(m: memoryview, at: int, rank: int, index: int) -> int:
    """One whole number for when, what and whose, so that order is a comparison."""
    return ((at - fixed(m, st.C_START)) << TIME_SHIFT) | (rank << INDEX_BITS) | index


@compiled
def put(m: memoryview, at: int, rank: int, index: int) -> None:
    """Something to be done then. What comes before the whole heap stands beside it (``N_SOON``): much is done next."""
    key = key_of(m, at, rank, index)
    soon = m[st.N_SOON]
    if key < min(soon, m[fixed(m, st.HEAP_AT)] if m[st.N_HEAP] else NONE):
        m[st.N_SOON] = key
        key = soon
    if key < NONE:
        push(m, key)


@compiled
def push(m: memoryview, key: int) -> None:
    """Into the heap: up from its end."""
    heap, place = fixed(m, st.HEAP_AT), m[st.N_HEAP]
    m[st.N_HEAP] = place + 1
    while place > 0:
        above = (place - 1) >> 1
        if m[heap + above] <= key:
            break
        m[heap + place] = m[heap + above]
        place = above
    m[heap + place] = key


@compiled
def put_told(m: memoryview, at: int, rank: int, index: int) -> None:
    """Something that repeats itself: where facts are only counted, it is counted afterwards (``kernel_counting``)."""
    if fixed(m, st.Z_ROWS):
        put(m, at, rank, index)


@compiled
def take(m: memoryview) -> int:
    """What comes first, taken off. Where it is in the heap: down to a leaf by the smaller child, then the last one up from there."""
    first = m[st.N_SOON]
    if first < NONE:
        m[st.N_SOON] = NONE
        return first
    heap, size = fixed(m, st.HEAP_AT), m[st.N_HEAP] - 1
    m[st.N_HEAP] = size
    first, last = m[heap], m[heap + size]
    place, child = 0, 1
    while child < size:
        child += child + 1 < size and m[heap + child + 1] < m[heap + child]
        m[heap + place] = m[heap + child]
        place, child = child, 2 * child + 1
    while place > 0 and m[heap + ((place - 1) >> 1)] > last:
        m[heap + place] = m[heap + ((place - 1) >> 1)]
        place = (place - 1) >> 1
    m[heap + place] = last
    return first


@compiled
def row(m: memoryview, number: int, at: int, a: int, b: int, c: int, d: int, e: int, f: int, h: int) -> None:
    """One row of the trace."""
    line = fixed(m, st.OUT_AT) + m[st.N_ROWS] * WIDTH
    m[line], m[line + 1], m[line + 2], m[line + 3], m[line + 4] = number, at, a, b, c
    m[line + 5], m[line + 6], m[line + 7], m[line + 8] = d, e, f, h
    m[st.N_ROWS] += 1


@compiled
def tell(m: memoryview, fact: int, at: int, a: int, b: int, c: int, d: int) -> None:
    """One fact of up to four numbers."""
    m[st.N_FACTS] += 1
    if fixed(m, st.Z_ROWS):
        row(m, fixed(m, st.FACTS + fact), at, a, b, c, d, 0, 0, 0)


@compiled
def tell_all(m: memoryview, fact: int, at: int, a: int, b: int, c: int, d: int, e: int, f: int, h: int) -> None:
    """One fact of up to seven."""
    m[st.N_FACTS] += 1
    if fixed(m, st.Z_ROWS):
        row(m, fixed(m, st.FACTS + fact), at, a, b, c, d, e, f, h)


@compiled
def band(m: memoryview, now: int) -> int:
    """Which drive times hold now; worked out once an hour."""
    if not 0 <= now - m[st.N_BAND_FROM] < HOUR_MS:
        since = now + fixed(m, st.C_EAST) - MONDAY_MS
        m[st.N_BAND_FROM] = now - since % HOUR_MS
        m[st.N_BAND] = fixed(m, fixed(m, st.BANDS_AT) + since // HOUR_MS % WEEK_HOURS)
    return m[st.N_BAND]


@compiled
def where(m: memoryview, u: int, now: int) -> int:
    """The place a unit counts as being at: where it goes once it is half-way."""
    one = unit(m, u)
    return m[one + st.U_FROM] if now < m[one + st.U_HALFWAY] else m[one + st.U_TO]


@compiled
def moves(m: memoryview, u: int, start: int, to: int, now: int, takes: int) -> None:
    """On the way from a place to another."""
    one = unit(m, u)
    m[one + st.U_FROM], m[one + st.U_TO], m[one + st.U_HALFWAY] = start, to, now + ((takes + 1) >> 1)


@compiled
def heard(m: memoryview, i: int, now: int) -> None:
    """Whoever is responsible was heard: silence counts from now. The alarm is only laid where no sign is planned before it."""
    count_silence(m, i, now)
    count_signs(m, i, now)
    hear(m, i, now)


@compiled
def hear(m: memoryview, i: int, now: int) -> None:
    """The same, where what came before now is counted already."""
    one = incident(m, i)
    speak_by = now + m[one + st.I_LIMIT]
    m[one + st.I_HEARD], m[one + st.I_SPEAK_BY] = now, speak_by
    if speak_by <= m[one + st.I_SIGN_AT]:
        put_told(m, speak_by, st.SILENCE, i)


@woven
def sign(m: memoryview, i: int, now: int) -> None:
    """SignGiven."""
    heard(m, i, now)
    one = incident(m, i)
    tell(m, F_SIGN, now, i, m[one + st.I_PARTY_ID], m[one + st.I_SPEAK_BY], 0)


@woven
def charge(m: memoryview, i: int, now: int, kind: int, party: int, limit: int) -> None:
    """Responsibility moves between the lists of who has whom; a crew's unit is the incident's ``I_CREW``."""
    count_silence(m, i, now)
    count_signs(m, i, now)
    one = incident(m, i)
    if m[one + st.I_PARTY] == st.CREW:
        m[unit(m, m[one + st.I_CREW]) + st.U_CHARGES] -= 1
    if kind == st.CREW:
        m[unit(m, m[one + st.I_CREW]) + st.U_CHARGES] += 1
    m[st.N_CHARGED] += (kind != st.NOBODY) - (m[one + st.I_PARTY] != st.NOBODY)
    m[one + st.I_PARTY], m[one + st.I_PARTY_ID], m[one + st.I_LIMIT] = kind, party, limit


@woven
def taken(m: memoryview, i: int, now: int, kind: int, party: int, limit: int, basis: int) -> None:
    """ResponsibilityTaken."""
    one = incident(m, i)
    before = m[one + st.I_PARTY_ID]
    charge(m, i, now, kind, party, limit)
    hear(m, i, now)
    tell_all(m, F_TAKEN, now, i, before, party, fixed(m, st.WORDS + basis), m[one + st.I_SPEAK_BY], 0, 0)


@woven
def ended(m: memoryview, i: int, now: int, reason: int, signed_by: int, agency: int) -> None:
    """EpisodeEnded: nobody need be responsible any more."""
    charge(m, i, now, st.NOBODY, 0, 0)
    tell_all(m, F_ENDED, now, i, fixed(m, st.WORDS + reason), fixed(m, st.WORDS + W_SYSTEM), signed_by, agency, 0, 0)
