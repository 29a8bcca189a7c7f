"""The loop: the next call, the next shift or the first of the heap, whichever comes first, until the end."""

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled, entry
from alongside.twin.engine.kernel_after import give_sign, release, take_on, try_again
from alongside.twin.engine.kernel_base import INDEX_BITS, INDEX_MASK, RANK_MASK, TIME_SHIFT, charge, put, row, take, tell
from alongside.twin.engine.kernel_crew import acknowledges, arrives, clears, close, free_others, leaves, meets, outcome_of, then
from alongside.twin.engine.kernel_duty import shift_ends, shift_starts
from alongside.twin.engine.kernel_outcome import settle
from alongside.twin.engine.kernel_queue import wait
from alongside.twin.engine.kernel_send import serve, try_to_send
from alongside.twin.engine.kernel_taking import answered, arrive, begin, hand_over
from alongside.twin.engine.kernel_timers import timer
from alongside.twin.engine.state import Given, State
from alongside.twin.engine.words import F_CALL, F_LEVEL, F_OPENED, W_NOT_BEHAVIOURAL
from alongside.twin.planning import columns as c


@entry
def live(s: State, g: Given) -> None:
    """Run to the end, or until a table is full (``N_FULL``)."""
    start, end = g.constants[st.C_START], g.constants[st.C_END]
    units, last = len(s.units), (end - start) << TIME_SHIFT
    calls, duties = len(g.rings), len(g.duties)
    while True:
        called, shift = s.counts[st.N_RING], s.counts[st.N_SHIFT]
        key = s.heap[0] if s.counts[st.N_HEAP] else last
        where_from = 0
        if called < calls:
            ring_key = (g.rings[called] << TIME_SHIFT) | (st.RINGS << INDEX_BITS) | called
            if ring_key < key:
                key, where_from = ring_key, 1
        if shift < duties:
            shift_key = ((g.duties[shift, 0] - start) << TIME_SHIFT) | (g.duties[shift, 1] << INDEX_BITS) | shift
            if shift_key < key:
                key, where_from = shift_key, 2
        if key >= last:
            return
        if is_full(s, units):
            s.counts[st.N_FULL] = 1
            return
        if where_from == 0:
            take(s)
        elif where_from == 1:
            s.counts[st.N_RING] = called + 1
        else:
            s.counts[st.N_SHIFT] = shift + 1
        s.counts[st.N_EVENTS] += 1
        now = start + (key >> TIME_SHIFT)
        happen(s, g, (key >> INDEX_BITS) & RANK_MASK, key & INDEX_MASK, now)
        if s.counts[st.N_CAME_FREE]:
            s.counts[st.N_CAME_FREE] = 0
            serve(s, g, now)


@compiled
def is_full(s: State, units: int) -> bool:
    """Whether one more event might not fit."""
    counts, most = s.counts, units + 8
    return (
        counts[st.N_ASSIGNMENTS] + most > len(s.assignments)
        or counts[st.N_PROMISES] + 16 > len(s.promises)
        or counts[st.N_RESERVATIONS] + 4 > len(s.reservations)
        or counts[st.N_HEAP] + 8 * most > len(s.heap)
        or (len(s.out) > 0 and counts[st.N_ROWS] + 64 * most > len(s.out))
    )


@compiled
def happen(s: State, g: Given, rank: int, index: int, now: int) -> None:
    """One event."""
    if rank == st.STEP:
        step(s, g, index, now)
    elif rank < st.TIMERS:
        timer(s, g, rank, index, now)
    elif rank == st.RINGS:
        ring(s, g, index, now)
    elif rank == st.TRIAGED:
        assess(s, g, index, now)
    elif rank == st.READY:
        ready(s, g, index, now)
    elif rank == st.SIGN:
        give_sign(s, g, index, now)
    elif rank == st.TRY:
        try_again(s, g, index, now)
    elif rank == st.TAKES_ON:
        take_on(s, g, index, now)
    elif rank == st.RELEASE:
        release(s, g, index, now)
    elif rank == st.SHIFT_STARTS:
        shift_starts(s, g, index, now)
    else:
        shift_ends(s, g, index, now)


@compiled
def step(s: State, g: Given, a: int, now: int) -> None:
    """Whatever this assignment does next; nothing where it was called off meanwhile."""
    following = s.assignments[a, st.A_NEXT]
    s.assignments[a, st.A_NEXT] = st.NOTHING
    if following == st.ACKNOWLEDGES:
        acknowledges(s, g, a, now)
    elif following == st.LEAVES:
        leaves(s, g, a, now)
    elif following == st.ARRIVES:
        arrives(s, g, a, now)
    elif following == st.MEETS:
        meets(s, g, a, now)
    elif following == st.CONCLUDES:
        concludes(s, g, a, now)
    elif following == st.CLEARS:
        clears(s, g, a, now)
    elif following == st.ANSWERED:
        answered(s, g, a, now)
    elif following == st.AT_DOOR:
        arrive(s, g, a, now)
    elif following == st.HANDS_OVER:
        hand_over(s, g, a, now)


@compiled
def concludes(s: State, g: Given, a: int, now: int) -> None:
    """What came of it; the crew is free after its notes, or after a door."""
    i, outcome = s.assignments[a, st.A_INCIDENT], outcome_of(s, g, a)
    free_others(s, g, a, now)
    if outcome == o.TAKEN_ALONG:
        begin(s, g, a, now)
    else:
        settle(s, g, i, now, outcome)
        then(s, a, st.CLEARS, now + g.drawn[i, c.WRAP])


@compiled
def ring(s: State, g: Given, i: int, now: int) -> None:
    """CallTaken and EpisodeOpened: a desk is responsible."""
    one, kind = s.incidents[i], g.kinds[g.drawn[i, c.KIND]]
    within, triaged = g.constants[st.C_UNASSESSED_WITHIN], now + g.drawn[i, c.TRIAGE]
    one[st.I_TAKEN_AT], one[st.I_UNASSIGNED] = now, now + within if within >= 0 else 0
    if within >= 0 and one[st.I_UNASSIGNED] <= triaged:
        put(s, one[st.I_UNASSIGNED], st.UNASSIGNED, i)
    tell(s, g, F_CALL, now, i, kind[st.K_DESK], now, now + within if within >= 0 else -1, g.drawn[i, c.PLACE], kind[st.K_LANGUAGE_CODE])
    one[st.I_SIGN_AT] = st.NEVER
    charge(s, i, st.DESK, kind[st.K_ORIGIN_DESK], kind[st.K_DESK_SILENCE])
    one[st.I_HEARD], one[st.I_SPEAK_BY] = now, now + one[st.I_LIMIT]
    tell(s, g, F_OPENED, now, i, one[st.I_PARTY_ID], one[st.I_SPEAK_BY])
    put(s, triaged, st.TRIAGED, i)
    give_sign(s, g, i, now)


@compiled
def assess(s: State, g: Given, i: int, now: int) -> None:
    """What the answers bring, told as the core told it once; only the time by which somebody is sent is worked out anew."""
    one, kind = s.incidents[i], g.kinds[g.drawn[i, c.KIND]]
    within, at = kind[st.K_WITHIN], now + g.drawn[i, c.READY]
    due = max(now, one[st.I_TAKEN_AT] + within) if within >= 0 else 0
    one[st.I_STATE], one[st.I_UNASSIGNED] = st.ASSESSED, due
    for place in range(kind[st.K_FROM], kind[st.K_TO]):
        line = g.told[place]
        s.counts[st.N_FACTS] += 1
        if len(s.out) > 0:
            by = line[5] if line[0] != g.numbers[F_LEVEL] else due if within >= 0 else -1
            row(s, line[0], now, i, line[3], line[4], by, line[6], line[7], line[8])
    if within >= 0 and due <= at:
        put(s, due, st.UNASSIGNED, i)
    put(s, at, st.READY, i)


@compiled
def ready(s: State, g: Given, i: int, now: int) -> None:
    """A dispatcher has it: somebody is sent, or it waits. Where the policy sends nobody, the desk closes it."""
    if g.kinds[g.drawn[i, c.KIND], st.K_WITHIN] < 0:
        settle(s, g, i, now, o.NOT_BEHAVIOURAL)
        close(s, g, i, now, W_NOT_BEHAVIOURAL)
        return
    wait(s, g, i)
    try_to_send(s, g, i, now)
    if s.incidents[i, st.I_STATE] == st.WAITING:
        put(s, s.incidents[i, st.I_UNASSIGNED], st.UNASSIGNED, i)
