"""Who leads on scene, by name: ``core.field.leads`` over the crews that are there."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import tell
from alongside.twin.engine.kernel_memory import assignment, incident, unit
from alongside.twin.engine.words import F_LEADS


@compiled
def is_there(m: memoryview, a: int) -> bool:
    """On scene or with the person, not by phone."""
    one = assignment(m, a)
    state = m[one + st.A_STATE]
    return (state == st.ON_SCENE or state == st.WITH_PERSON) and m[unit(m, m[one + st.A_UNIT]) + st.U_REMOTE] == 0


@compiled
def there_after(m: memoryview, i: int, since: int, last: int) -> int:
    """The next assignment of this need whose crew is there, by when it came; -1 after the last."""
    found, earliest, a = -1, st.NEVER, m[incident(m, i) + st.I_FIRST]
    while a >= 0:
        came = m[assignment(m, a) + st.A_SINCE]
        if (came > since or (came == since and a > last)) and came < earliest and is_there(m, a):
            found, earliest = a, came
        a = m[assignment(m, a) + st.A_SIBLING]
    return found


@compiled
def next_there(m: memoryview, i: int, a: int) -> int:
    """Who came after these."""
    return there_after(m, i, m[assignment(m, a) + st.A_SINCE], a)


@compiled
def members_of(m: memoryview, a: int) -> int:
    """Where the members aboard are told."""
    return fixed(m, st.MEMBERS_AT) + m[assignment(m, a) + st.A_UNIT] * fixed(m, st.Z_MEMBERS) * st.M_WIDTH


@compiled
def lead(m: memoryview, i: int, now: int) -> None:
    """LeadsNamed, where the crews there change who leads."""
    if there_after(m, i, -1, -1) < 0:
        return
    one = incident(m, i)
    clinical = clinical_of(m, i)
    safety = safety_of(m, i, clinical)
    if clinical != m[one + st.I_CLINICAL] or safety != m[one + st.I_SAFETY]:
        m[one + st.I_CLINICAL], m[one + st.I_SAFETY] = clinical, safety
        tell(m, F_LEADS, now, i, clinical, safety, 0)


@compiled
def lead_alone(m: memoryview, i: int, u: int) -> None:
    """The same for the first crew on scene, whose leads the roster says (``layout``); counted, not told."""
    one, crew = incident(m, i), unit(m, u)
    clinical, safety = fixed(m, crew + st.U_CLINICAL), fixed(m, crew + st.U_SAFETY)
    m[one + st.I_CLINICAL], m[one + st.I_SAFETY] = clinical, safety
    m[st.N_FACTS] += clinical != 0 or safety != 0


@compiled
def clinical_of(m: memoryview, i: int) -> int:
    """Who leads the care stays while there; else the first clinician."""
    leads, first = m[incident(m, i) + st.I_CLINICAL], 0
    a = there_after(m, i, -1, -1)
    while a >= 0:
        member = members_of(m, a)
        while fixed(m, member + st.M_STAFF):
            if fixed(m, member + st.M_CLINICIAN):
                if fixed(m, member + st.M_STAFF) == leads:
                    return leads
                first = first if first else fixed(m, member + st.M_STAFF)
            member += st.M_WIDTH
        a = next_there(m, i, a)
    return first


@compiled
def safety_of(m: memoryview, i: int, clinical: int) -> int:
    """Who leads safety stays while there; else an officer, else somebody beside the clinician, else whoever is there."""
    leads, police, beside, anybody = m[incident(m, i) + st.I_SAFETY], 0, 0, 0
    a = there_after(m, i, -1, -1)
    while a >= 0:
        member = members_of(m, a)
        while fixed(m, member + st.M_STAFF):
            staff = fixed(m, member + st.M_STAFF)
            if staff == leads:
                return leads
            police = staff if fixed(m, member + st.M_POLICE) and police == 0 else police
            beside = staff if staff != clinical and beside == 0 else beside
            anybody = staff if anybody == 0 else anybody
            member += st.M_WIDTH
        a = next_there(m, i, a)
    return police if police else beside if beside else anybody
