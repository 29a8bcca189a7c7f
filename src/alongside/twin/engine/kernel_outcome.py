"""What came of it, and the promises the policy makes of that (``core.field.decide.record_disposition``)."""

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import ended, put, sign, tell
from alongside.twin.engine.kernel_queue import level_of
from alongside.twin.engine.state import Given, State
from alongside.twin.engine.words import (
    F_OUTCOME,
    F_PROMISED,
    W_DECLINED,
    W_NOT_BEHAVIOURAL,
    W_NOT_FOUND,
    W_RESOLVED,
    W_RESOLVED_THERE,
    W_TAKEN_OVER,
)


@compiled
def settle(s: State, g: Given, i: int, now: int, outcome: int) -> None:
    """DispositionRecorded; then promises and a sign, or the end, or the way to a place."""
    one, agency = s.incidents[i], g.constants[st.C_PROGRAM] if outcome == o.ARRESTED else 0
    one[st.I_OUTCOME], one[st.I_SETTLED] = outcome + 1, now
    tell(s, g, F_OUTCOME, now, i, g.words[W_RESOLVED_THERE + WORD_PLACES[outcome]], agency)
    made = 0
    for rule in g.rules[outcome, level_of(g, i)]:
        if rule < 0:
            break
        promise(s, g, i, rule, now)
        made += 1
    if made or outcome == o.TAKEN_ALONG:
        sign(s, g, i, now)
        return
    ended(s, g, i, now, ENDS[outcome], g.constants[st.C_SUPERVISOR], agency)


# Places of the words of outcomes after ``W_RESOLVED_THERE``, and of the reasons episodes end for.
WORD_PLACES = (0, 1, 2, 3, 4, -5, 5, -3)
ENDS = (W_RESOLVED, W_RESOLVED, W_RESOLVED, W_TAKEN_OVER, W_DECLINED, W_NOT_FOUND, W_RESOLVED, W_NOT_BEHAVIOURAL)


@compiled
def promise(s: State, g: Given, i: int, rule: int, now: int) -> None:
    """FollowUpDue."""
    f, one = s.counts[st.N_PROMISES], s.incidents[i]
    s.counts[st.N_PROMISES] = f + 1
    if one[st.I_PROMISES] == 0:
        one[st.I_PROMISE] = f
    due, new = now + g.promises[rule, st.F_DUE], s.promises[f]
    new[:] = 0
    new[st.P_INCIDENT], new[st.P_RULE], new[st.P_DUE], new[st.P_TURN], new[st.P_CLOCK] = i, rule, due, one[st.I_PROMISES], due
    one[st.I_PROMISES] += 1
    put(s, due, st.FOLLOW_UP, f)
    tell(s, g, F_PROMISED, now, f, i, g.promises[rule, st.F_CODE], due, g.constants[st.C_FOLLOW_UP_PARTY])
