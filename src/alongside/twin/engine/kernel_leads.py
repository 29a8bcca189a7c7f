"""Who leads on scene, by name: ``core.field.leads`` over the crews that are there."""

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import tell
from alongside.twin.engine.state import Given, State
from alongside.twin.engine.words import F_LEADS

STAFF, CLINICIAN, POLICE = range(3)


@compiled
def there_after(s: State, g: Given, i: int, since: int, last: int) -> int:
    """The next assignment of this need whose crew is there, by when it came; -1 after the last."""
    found, a = -1, s.incidents[i, st.I_FIRST]
    while a >= 0:
        one = s.assignments[a]
        is_there = (one[st.A_STATE] == st.ON_SCENE or one[st.A_STATE] == st.WITH_PERSON) and g.crews[
            s.units[one[st.A_UNIT], st.U_KIND], 0
        ] == 0
        comes_later = one[st.A_SINCE] > since or (one[st.A_SINCE] == since and a > last)
        if is_there and comes_later and (found < 0 or one[st.A_SINCE] < s.assignments[found, st.A_SINCE]):
            found = a
        a = one[st.A_SIBLING]
    return found


@compiled
def lead(s: State, g: Given, i: int, now: int) -> None:
    """LeadsNamed, where the crews there change who leads."""
    one = s.incidents[i]
    clinical, first_clinical = 0, 0
    a, anybody = there_after(s, g, i, -1, -1), False
    while a >= 0:
        anybody = True
        for member in g.members[s.assignments[a, st.A_UNIT]]:
            if member[CLINICIAN] and first_clinical == 0:
                first_clinical = member[STAFF]
            if member[CLINICIAN] and member[STAFF] == one[st.I_CLINICAL]:
                clinical = member[STAFF]
        a = there_after(s, g, i, s.assignments[a, st.A_SINCE], a)
    if not anybody:
        return
    clinical = clinical if clinical else first_clinical
    safety = safety_of(s, g, i, clinical)
    if clinical != one[st.I_CLINICAL] or safety != one[st.I_SAFETY]:
        one[st.I_CLINICAL], one[st.I_SAFETY] = clinical, safety
        tell(s, g, F_LEADS, now, i, clinical, safety)


@compiled
def safety_of(s: State, g: Given, i: int, clinical: int) -> int:
    """Who leads safety stays while there; else an officer, else somebody beside the clinician, else whoever is there."""
    police, beside, anybody = 0, 0, 0
    a = there_after(s, g, i, -1, -1)
    while a >= 0:
        for member in g.members[s.assignments[a, st.A_UNIT]]:
            staff = member[STAFF]
            if staff == 0:
                break
            if staff == s.incidents[i, st.I_SAFETY]:
                return int(staff)
            police = staff if member[POLICE] and police == 0 else police
            beside = staff if staff != clinical and beside == 0 else beside
            anybody = staff if anybody == 0 else anybody
        a = there_after(s, g, i, s.assignments[a, st.A_SINCE], a)
    return int(police if police else beside if beside else anybody)
