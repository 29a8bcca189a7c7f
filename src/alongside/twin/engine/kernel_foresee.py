"""The way of a crew to a person, foreseen when it is sent: for runs that tell nothing, without crews turned away or second units.

Then nothing can happen to the crew before it meets the person, so that its steps need not wait their turn. What would come after the end
of the run is left out, as it would be there.
"""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled, woven
from alongside.twin.engine.kernel_base import moves
from alongside.twin.engine.kernel_counting import times
from alongside.twin.engine.kernel_crew import then
from alongside.twin.engine.kernel_leads import lead_alone
from alongside.twin.engine.kernel_memory import assignment, drawn, incident, unit
from alongside.twin.planning import columns as c


@compiled
def count_if(m: memoryview, at: int) -> None:
    """One fact, where it comes before the end."""
    if at < fixed(m, st.C_END):
        m[st.N_FACTS] += 1


@woven
def foresee(m: memoryview, d: memoryview, a: int, acknowledges: int) -> None:
    """Acknowledged, and on the way; pages that were not answered in time."""
    one, last = assignment(m, a), fixed(m, st.C_END) - 1
    i = m[one + st.A_INCIDENT]
    m[st.N_FACTS] += times(m[one + st.A_PAGE], fixed(m, st.C_OFFER), min(acknowledges, last))
    count_if(m, acknowledges)
    m[one + st.A_PAGE] = 0
    if m[unit(m, m[one + st.A_UNIT]) + st.U_REMOTE]:
        then(m, a, st.MEETS, acknowledges + drawn(d, i, c.CONTACT))
        return
    arrives = foresee_drive(m, d, a, acknowledges + drawn(d, i, c.TURNOUT))
    foresee_weapon(m, i, arrives)
    if arrives <= last:
        foresee_arrival(m, a, arrives)
    if drawn(d, i, c.END) == c.NOT_FOUND:
        then(m, a, st.CONCLUDES, arrives + drawn(d, i, c.LOOK))
    else:
        then(m, a, st.MEETS, arrives + drawn(d, i, c.CONTACT))


@compiled
def foresee_drive(m: memoryview, d: memoryview, a: int, leaves: int) -> int:
    """When it arrives."""
    one = assignment(m, a)
    i, u = m[one + st.A_INCIDENT], m[one + st.A_UNIT]
    takes = m[one + st.A_DRIVE] * drawn(d, i, c.DRIVE) // 1000
    moves(m, u, m[unit(m, u) + st.U_TO], drawn(d, i, c.PLACE), leaves, takes)
    count_if(m, leaves)
    return leaves + takes


@compiled
def foresee_weapon(m: memoryview, i: int, arrives: int) -> None:
    """Questions about a weapon, until somebody is there."""
    planned, last = incident(m, i) + st.I_WEAPON, fixed(m, st.C_END) - 1
    if m[planned]:
        questions = times(m[planned], fixed(m, st.C_WEAPON_AGAIN), min(arrives, last))
        m[st.N_FACTS] += questions
        m[planned] = 0 if arrives <= last else m[planned] + questions * fixed(m, st.C_WEAPON_AGAIN)


@compiled
def foresee_arrival(m: memoryview, a: int, arrives: int) -> None:
    """On scene, and who leads there."""
    one = assignment(m, a)
    i = m[one + st.A_INCIDENT]
    m[one + st.A_STATE], m[one + st.A_SINCE] = st.ON_SCENE, arrives
    m[incident(m, i) + st.I_ON_SCENE_AT] = arrives
    if m[unit(m, m[one + st.A_UNIT]) + st.U_ABILITIES] & fixed(m, st.C_POLICE):
        m[incident(m, i) + st.I_POLICE] = 1
    m[st.N_FACTS] += 1
    lead_alone(m, i, m[one + st.A_UNIT])
