"""What came of it, and the promises the policy makes of that (``core.field.decide.record_disposition``)."""

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled, woven
from alongside.twin.engine.kernel_base import ended, put_told, sign, tell, tell_all
from alongside.twin.engine.kernel_memory import drawn, incident, level_of, promise, rule
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
from alongside.twin.planning import columns as c


@woven
def settle(m: memoryview, d: memoryview, i: int, now: int, outcome: int) -> None:
    """DispositionRecorded; then promises and a sign, or the end, or the way to a place."""
    one, agency = incident(m, i), fixed(m, st.C_PROGRAM) if outcome == o.ARRESTED else 0
    m[one + st.I_OUTCOME], m[one + st.I_SETTLED] = outcome + 1, now
    tell(m, F_OUTCOME, now, i, fixed(m, st.WORDS + W_RESOLVED_THERE + WORD_PLACES[outcome]), agency, 0)
    made = fixed(m, st.RULES_AT) + (outcome * 5 + level_of(m, d, i)) * fixed(m, st.Z_RULES)
    promises = 0
    while fixed(m, made + promises) >= 0:
        make(m, i, fixed(m, made + promises), now, drawn(d, i, c.TRIES))
        promises += 1
    if promises or outcome == o.TAKEN_ALONG:
        sign(m, i, now)
    else:
        ended(m, i, now, ENDS[outcome], fixed(m, st.C_SUPERVISOR), agency)


# Places of the words of outcomes after ``W_RESOLVED_THERE``, and of the reasons episodes end for.
WORD_PLACES = (0, 1, 2, 3, 4, -5, 5, -3)
ENDS = (W_RESOLVED, W_RESOLVED, W_RESOLVED, W_TAKEN_OVER, W_DECLINED, W_NOT_FOUND, W_RESOLVED, W_NOT_BEHAVIOURAL)


@compiled
def make(m: memoryview, i: int, which: int, now: int, tries: int) -> None:
    """FollowUpDue."""
    f, need = m[st.N_PROMISES], incident(m, i)
    one, turn, due = promise(m, f), m[need + st.I_PROMISES], now + fixed(m, rule(m, which) + st.F_DUE)
    m[st.N_PROMISES] = f + 1
    if turn == 0:
        m[need + st.I_PROMISE] = f
    m[one + st.P_INCIDENT], m[one + st.P_RULE], m[one + st.P_STATE], m[one + st.P_DUE] = i, which, st.DUE, due
    m[one + st.P_TURN], m[one + st.P_TRIES], m[one + st.P_CHANCE], m[one + st.P_CLOCK] = turn, 0, tries, due
    m[need + st.I_PROMISES] = turn + 1
    m[need + st.I_OPEN] += 1
    put_told(m, due, st.FOLLOW_UP, f)
    tell_all(m, F_PROMISED, now, f, i, fixed(m, rule(m, which) + st.F_CODE), due, fixed(m, st.C_FOLLOW_UP_PARTY), 0, 0)
