"""A call that is assessed: somebody is sent, or it waits."""

from alongside.twin.engine import outcomes as o
from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import woven
from alongside.twin.engine.kernel_base import put_told
from alongside.twin.engine.kernel_crew import close
from alongside.twin.engine.kernel_memory import incident, kind
from alongside.twin.engine.kernel_outcome import settle
from alongside.twin.engine.kernel_queue import wait
from alongside.twin.engine.kernel_send import try_to_send
from alongside.twin.engine.words import W_NOT_BEHAVIOURAL


@woven
def ready(m: memoryview, d: memoryview, i: int, now: int) -> None:
    """A dispatcher has it: somebody is sent, or it waits. Where the policy sends nobody, the desk closes it."""
    if fixed(m, kind(m, d, i) + st.K_WITHIN) < 0:
        settle(m, d, i, now, o.NOT_BEHAVIOURAL)
        close(m, i, now, W_NOT_BEHAVIOURAL)
        return
    try_to_send(m, d, i, now)
    if m[incident(m, i) + st.I_STATE] == st.ASSESSED:
        wait(m, d, i)
        put_told(m, m[incident(m, i) + st.I_UNASSIGNED], st.UNASSIGNED, i)
