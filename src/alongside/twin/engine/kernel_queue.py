"""Needs that wait, in a chain for each level: oldest first."""

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.state import Given, State
from alongside.twin.planning import columns as c


@compiled
def level_of(g: Given, i: int) -> int:
    """The level the policy gives this call once it is assessed."""
    return int(g.kinds[g.drawn[i, c.KIND], st.K_LEVEL])


@compiled
def wait(s: State, g: Given, i: int) -> None:
    """Into the chain of its level, looked for from the youngest: most come last."""
    level = level_of(g, i)
    one, before = s.incidents[i], s.queue[level, 1]
    while before > i:
        before = s.incidents[before, st.I_BEFORE]
    after = s.queue[level, 0] if before < 0 else s.incidents[before, st.I_NEXT]
    one[st.I_BEFORE], one[st.I_NEXT], one[st.I_STATE] = before, after, st.WAITING
    if before < 0:
        s.queue[level, 0] = i
    else:
        s.incidents[before, st.I_NEXT] = i
    if after < 0:
        s.queue[level, 1] = i
    else:
        s.incidents[after, st.I_BEFORE] = i


@compiled
def leave_queue(s: State, g: Given, i: int) -> None:
    """Out of its chain."""
    level, one = level_of(g, i), s.incidents[i]
    before, after = one[st.I_BEFORE], one[st.I_NEXT]
    if before < 0:
        s.queue[level, 0] = after
    else:
        s.incidents[before, st.I_NEXT] = after
    if after < 0:
        s.queue[level, 1] = before
    else:
        s.incidents[after, st.I_BEFORE] = before
    one[st.I_STATE] = st.WORKED
