"""Needs that wait, in a chain for each level: oldest first."""

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_memory import incident, level_of, queue


@compiled
def wait(m: memoryview, d: memoryview, i: int) -> None:
    """Into the chain of its level, looked for from the youngest: most come last."""
    ends, one = queue(m, level_of(m, d, i)), incident(m, i)
    before = m[ends + 1]
    while before > i:
        before = m[incident(m, before) + st.I_BEFORE]
    after = m[ends] if before < 0 else m[incident(m, before) + st.I_NEXT]
    m[one + st.I_BEFORE], m[one + st.I_NEXT], m[one + st.I_STATE] = before, after, st.WAITING
    join(m, ends, before, i)
    join(m, ends, i, after)


@compiled
def leave_queue(m: memoryview, d: memoryview, i: int) -> None:
    """Out of its chain, if it had to wait at all."""
    one = incident(m, i)
    if m[one + st.I_STATE] == st.WAITING:
        join(m, queue(m, level_of(m, d, i)), m[one + st.I_BEFORE], m[one + st.I_NEXT])
    m[one + st.I_STATE] = st.WORKED


@compiled
def join(m: memoryview, ends: int, before: int, after: int) -> None:
    """These two stand beside each other; -1 is the end of the chain."""
    if before < 0:
        m[ends] = after
    else:
        m[incident(m, before) + st.I_NEXT] = after
    if after < 0:
        m[ends + 1] = before
    else:
        m[incident(m, after) + st.I_BEFORE] = before
