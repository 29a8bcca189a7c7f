"""What an assignment does next, by name."""

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled, woven
from alongside.twin.engine.kernel_base import put
from alongside.twin.engine.kernel_crew import acknowledges, arrives, clears, free_others, leaves, meets, need_of, outcome_of, then
from alongside.twin.engine.kernel_memory import assignment, drawn, incident
from alongside.twin.engine.kernel_outcome import settle
from alongside.twin.engine.kernel_taking import agrees, answered, arrive, begin, hand_over
from alongside.twin.planning import columns as c


@woven
def step(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """Whatever this assignment does next; nothing where it was called off meanwhile."""
    m[assignment(m, a) + st.A_DUE] = now
    go_on(m, d, a, 1)


@compiled
def go_on(m: memoryview, d: memoryview, a: int, due: int) -> None:
    """What is due, and at once also what follows, for as long as nobody else could tell when it happened; the rest waits for its time."""
    one = assignment(m, a)
    following = m[one + st.A_NEXT] if due else unseen(m, d, a)
    while following:
        act(m, d, a, following, m[one + st.A_DUE])
        following = unseen(m, d, a)
    if m[one + st.A_NEXT]:
        put(m, m[one + st.A_DUE], st.STEP, a)


@compiled
def unseen(m: memoryview, d: memoryview, a: int) -> int:
    """What comes next, where it concerns this crew and this person only: no chair, no crew that comes free, and within the run."""
    one = assignment(m, a)
    following = m[one + st.A_NEXT]
    if fixed(m, st.Z_FORESEEN) == 0 or m[one + st.A_DUE] >= fixed(m, st.C_END):
        return st.NOTHING
    if following == st.MEETS or following == st.AT_DOOR:
        return following
    if following == st.CONCLUDES and outcome_of(m, d, a) != o.TAKEN_ALONG:
        return following
    return following if following == st.ANSWERED and agrees(m, d, a) else st.NOTHING


@woven
def act(m: memoryview, d: memoryview, a: int, following: int, now: int) -> None:
    """One step."""
    m[assignment(m, a) + st.A_NEXT] = st.NOTHING
    if following == st.ACKNOWLEDGES:
        acknowledges(m, d, a, now)
    elif following == st.LEAVES:
        leaves(m, d, a, now)
    elif following == st.ARRIVES:
        arrives(m, d, a, now)
    elif following == st.MEETS:
        meets(m, d, a, now)
    elif following == st.CONCLUDES:
        concludes(m, d, a, now)
    elif following == st.CLEARS:
        clears(m, d, a, now)
    elif following == st.ANSWERED:
        answered(m, d, a, now)
    elif following == st.AT_DOOR:
        arrive(m, d, a, now)
    elif following == st.HANDS_OVER:
        hand_over(m, d, a, now)


@woven
def concludes(m: memoryview, d: memoryview, a: int, now: int) -> None:
    """What came of it; the crew is free after its notes, or after a door."""
    i, outcome = need_of(m, a), outcome_of(m, d, a)
    if m[incident(m, i) + st.I_SENT] > 1:
        free_others(m, a, now)
    if outcome == o.TAKEN_ALONG:
        begin(m, d, a, now)
    else:
        settle(m, d, i, now, outcome)
        then(m, a, st.CLEARS, now + drawn(d, i, c.WRAP))
