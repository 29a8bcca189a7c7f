"""Somebody is sent: UnitAssigned, and the question about a weapon where nobody knows."""

from alongside.twin.engine import state as st
from alongside.twin.engine.addresses import fixed
from alongside.twin.engine.compiling import compiled, woven
from alongside.twin.engine.kernel_base import band, moves, put, tell, tell_all, where
from alongside.twin.engine.kernel_counting import count_waiting
from alongside.twin.engine.kernel_foresee import foresee
from alongside.twin.engine.kernel_free import is_gone
from alongside.twin.engine.kernel_memory import assignment, drawn, drive_ms, incident, kind, unit
from alongside.twin.engine.kernel_steps import go_on
from alongside.twin.engine.words import F_ASSIGNED, F_WEAPON_PLANNED
from alongside.twin.planning import columns as c


@woven
def assign(m: memoryview, d: memoryview, i: int, u: int, now: int, number: int, drive: int, lead: int) -> None:
    """UnitAssigned, and the question about a weapon where nobody knows."""
    count_waiting(m, i, now)
    a, need, one = m[st.N_ASSIGNMENTS], incident(m, i), unit(m, u)
    turn, here, mode = m[need + st.I_SENT], where(m, u, now), fixed(m, one + st.U_MODE)
    plan_weapon = asks_about_weapon(m, d, i, u, now, drive)
    takes = drive  # as it was recommended; who came along and was not listed any more is asked about anew
    if drive < 0:
        takes = 0 if fixed(m, one + st.U_REMOTE) else drive_ms(m, mode, band(m, now), here, drawn(d, i, c.PLACE))
    page, acknowledges = now + fixed(m, st.C_PAGE), now + drawn(d, i, c.ACKNOWLEDGE + turn % c.TURNS)
    m[st.N_ASSIGNMENTS] = a + 1
    note(m, a, i, u, turn, takes, lead, now, page)
    if turn == 0:
        m[need + st.I_FIRST], m[need + st.I_ASSIGNED_AT] = a, now
    else:
        m[assignment(m, m[need + st.I_LAST]) + st.A_SIBLING] = a
    m[need + st.I_LAST], m[need + st.I_SENT], m[need + st.I_UNASSIGNED] = a, turn + 1, 0
    is_gone(m, u)
    m[one + st.U_ASSIGNMENT] = a
    m[one + st.U_BUSY_MS] -= now
    moves(m, u, here, here, now, 0)
    tell_all(m, F_ASSIGNED, now, a, i, u, mode, number, drive, page)
    if plan_weapon >= 0:
        tell(m, F_WEAPON_PLANNED, now, i, plan_weapon, 0, 0)
        m[need + st.I_WEAPON] = plan_weapon
    if fixed(m, st.Z_FORESEEN):
        foresee(m, d, a, acknowledges)
        go_on(m, d, a, 0)
    else:
        look_on(m, i, a, plan_weapon, acknowledges)


@compiled
def look_on(m: memoryview, i: int, a: int, plan_weapon: int, acknowledges: int) -> None:
    """What comes next, one by one."""
    page = m[assignment(m, a) + st.A_PAGE]
    if page <= acknowledges:
        put(m, page, st.PAGE, a)
    if plan_weapon >= 0:
        put(m, plan_weapon, st.WEAPON, i)
    put(m, acknowledges, st.STEP, a)


@compiled
def note(m: memoryview, a: int, i: int, u: int, turn: int, takes: int, lead: int, now: int, page: int) -> None:
    """The row of an assignment as it begins."""
    one = assignment(m, a)
    m[one + st.A_INCIDENT], m[one + st.A_UNIT], m[one + st.A_STATE], m[one + st.A_NEXT] = i, u, st.ASSIGNED, st.ACKNOWLEDGES
    m[one + st.A_TURN], m[one + st.A_DRIVE], m[one + st.A_SINCE], m[one + st.A_LEAD] = turn, takes, 0, lead
    m[one + st.A_SIBLING], m[one + st.A_PAGE], m[one + st.A_SENT_AT] = -1, page, now
    m[one + st.A_DOOR_DUE], m[one + st.A_ARRIVED] = 0, 0


@compiled
def asks_about_weapon(m: memoryview, d: memoryview, i: int, u: int, now: int, drive: int) -> int:
    """When somebody asks again whether there is a weapon; -1 where no new question is planned."""
    need = incident(m, i)
    if fixed(m, kind(m, d, i) + st.K_WEAPON_KNOWN) or fixed(m, unit(m, u) + st.U_REMOTE):
        return -1
    a = m[need + st.I_FIRST] if m[need + st.I_SENT] else -1
    while a >= 0:
        state = m[assignment(m, a) + st.A_STATE]
        if state == st.ON_SCENE or state == st.WITH_PERSON:
            return -1
        a = m[assignment(m, a) + st.A_SIBLING]
    at = max(now, now + max(drive, 0) - fixed(m, st.C_WEAPON_BEFORE))
    planned = m[need + st.I_WEAPON]
    return -1 if 0 < planned <= at else at
