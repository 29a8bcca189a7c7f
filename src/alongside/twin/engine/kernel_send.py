"""Sending: what ``sending_people`` does, and what the core tells of it."""

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import compiled
from alongside.twin.engine.kernel_base import band, moves, put, tell, where
from alongside.twin.engine.kernel_queue import leave_queue, wait
from alongside.twin.engine.kernel_rank import (
    LEAVES,
    O_ALSO,
    O_DRIVE,
    O_NUMBER,
    O_UNIT,
    R_DRIVE,
    R_RANK,
    R_UNIT,
    best,
    list_options,
    rank,
    tell_missing,
    tell_options,
)
from alongside.twin.engine.state import Given, State
from alongside.twin.engine.words import F_ASSIGNED, F_CLOCK, F_STATUS, F_WEAPON_PLANNED, W_CANCELLED, W_REASSIGNED, W_UNASSIGNED
from alongside.twin.planning import columns as c

NOBODY = -1


@compiled
def serve(s: State, g: Given, now: int) -> None:
    """Down the queue, as long as anybody is free."""
    for turn in range(5):
        i = s.queue[4 - turn, 0]
        while i >= 0:
            if s.counts[st.N_FREE] == 0:
                return
            following = s.incidents[i, st.I_NEXT]
            try_to_send(s, g, i, now)
            i = following


@compiled
def try_to_send(s: State, g: Given, i: int, now: int) -> None:
    """Send somebody; who was turned away for it waits again and is looked at next."""
    while i >= 0:
        i = send(s, g, i, now)


@compiled
def send(s: State, g: Given, i: int, now: int) -> int:
    """Send the first recommended; the need that lost its crew for this, or -1."""
    kind = g.drawn[i, c.KIND]
    needed, reassigns = g.kinds[kind, st.K_NEEDED], g.constants[st.C_REASSIGNS]
    if s.counts[st.N_FREE] == 0 and reassigns == 0:
        return NOBODY
    found = rank(s, g, i, now, needed)
    first = best(s, found, g.kinds[kind, st.K_ROWS], -1)
    if first < 0 or (s.ranks[first, R_RANK] & LEAVES and reassigns == 0):
        return NOBODY
    leave_queue(s, g, i)
    u, drive = s.ranks[first, R_UNIT], s.ranks[first, R_DRIVE]
    leaving = s.units[u, st.U_ASSIGNMENT]
    displaced = s.assignments[leaving, st.A_INCIDENT] if leaving >= 0 else NOBODY
    also = list_options(s, g, i, now, found, needed) if len(s.out) > 0 or needed else 1
    tell_options(s, g, i, now, also)
    if s.incidents[i, st.I_SENT] == 0:
        tell_missing(s, g, i, now, found)
    if leaving >= 0:
        turn_away(s, g, displaced, leaving, now)
    assign(s, g, i, u, now, 1, drive, True)
    if g.constants[st.C_SECOND]:
        send_seconds(s, g, i, now, needed & ~s.units[u, st.U_ABILITIES], also)
    if displaced >= 0:
        wait(s, g, displaced)
    return displaced


@compiled
def turn_away(s: State, g: Given, i: int, a: int, now: int) -> None:
    """A crew on its way gives up what it was sent to, which waits again."""
    one = s.assignments[a]
    tell(s, g, F_STATUS, now, a, i, one[st.A_UNIT], g.words[W_CANCELLED], 0, -1, g.words[W_REASSIGNED])
    one[st.A_STATE], one[st.A_NEXT], one[st.A_PAGE] = st.OVER, st.NOTHING, 0
    within = g.kinds[g.drawn[i, c.KIND], st.K_WITHIN]
    due = max(now, s.incidents[i, st.I_TAKEN_AT] + within, now + g.constants[st.C_PAGE])
    s.incidents[i, st.I_UNASSIGNED] = due
    put(s, due, st.UNASSIGNED, i)
    tell(s, g, F_CLOCK, now, g.words[W_UNASSIGNED], i, due)
    s.units[one[st.A_UNIT], st.U_ASSIGNMENT] = -1
    s.units[one[st.A_UNIT], st.U_BUSY_MS] += now
    s.counts[st.N_FREE] += 1


@compiled
def send_seconds(s: State, g: Given, i: int, now: int, needed: int, options: int) -> None:
    """Everybody whom the first recommendation named to come along; each is recommended anew, as things are by then."""
    names = s.options[:options, O_UNIT][s.options[:options, O_ALSO] == 1].copy()
    for u in names:
        found = rank(s, g, i, now, needed)
        count = list_options(s, g, i, now, found, needed)
        tell_options(s, g, i, now, count)
        number, drive = 0, -1
        for place in range(count - 1, -1, -1):
            if s.options[place, O_UNIT] == u:
                number, drive = s.options[place, O_NUMBER], s.options[place, O_DRIVE]
        assign(s, g, i, u, now, number, drive, False)
        needed &= ~s.units[u, st.U_ABILITIES]


@compiled
def assign(s: State, g: Given, i: int, u: int, now: int, number: int, drive: int, lead: bool) -> None:
    """UnitAssigned, and the question about a weapon where nobody knows."""
    a, one, unit = s.counts[st.N_ASSIGNMENTS], s.incidents[i], s.units[u]
    s.counts[st.N_ASSIGNMENTS] = a + 1
    turn, here = one[st.I_SENT], where(s, u, now)
    crew = g.crews[unit[st.U_KIND]]
    takes = 0 if crew[0] else g.drives[crew[1], band(g, now), here, g.drawn[i, c.PLACE]]
    new = s.assignments[a]
    new[:] = 0
    new[st.A_INCIDENT], new[st.A_UNIT], new[st.A_NEXT], new[st.A_TURN], new[st.A_DRIVE] = i, u, st.ACKNOWLEDGES, turn, takes
    new[st.A_LEAD], new[st.A_SIBLING], new[st.A_SENT_AT] = lead, -1, now
    plan_weapon = asks_about_weapon(s, g, i, u, now, drive)
    if turn == 0:
        one[st.I_FIRST], one[st.I_ASSIGNED_AT] = a, now
    else:
        s.assignments[one[st.I_LAST], st.A_SIBLING] = a
    one[st.I_LAST], one[st.I_SENT], one[st.I_UNASSIGNED] = a, turn + 1, 0
    unit[st.U_ASSIGNMENT] = a
    unit[st.U_BUSY_MS] -= now
    s.counts[st.N_FREE] -= 1
    moves(s, u, here, here, now, 0)
    page, acknowledges = now + g.constants[st.C_PAGE], now + g.drawn[i, c.ACKNOWLEDGE + turn % c.TURNS]
    new[st.A_PAGE] = page
    if page <= acknowledges:
        put(s, page, st.PAGE, a)
    tell(s, g, F_ASSIGNED, now, a, i, u, crew[1], number, drive, page)
    if plan_weapon >= 0:
        tell(s, g, F_WEAPON_PLANNED, now, i, plan_weapon)
        one[st.I_WEAPON] = plan_weapon
        put(s, plan_weapon, st.WEAPON, i)
    put(s, acknowledges, st.STEP, a)


@compiled
def asks_about_weapon(s: State, g: Given, i: int, u: int, now: int, drive: int) -> int:
    """When somebody asks again whether there is a weapon; -1 where no new question is planned."""
    if g.kinds[g.drawn[i, c.KIND], st.K_WEAPON_KNOWN] or g.crews[s.units[u, st.U_KIND], 0]:
        return -1
    a = s.incidents[i, st.I_FIRST] if s.incidents[i, st.I_SENT] else -1
    while a >= 0:
        if s.assignments[a, st.A_STATE] in (st.ON_SCENE, st.WITH_PERSON):
            return -1
        a = s.assignments[a, st.A_SIBLING]
    at = max(now, now + max(drive, 0) - g.constants[st.C_WEAPON_BEFORE])
    planned = s.incidents[i, st.I_WEAPON]
    return -1 if 0 < planned <= at else at
