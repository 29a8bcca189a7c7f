"""What a kernel works on: arrays of whole numbers, one row a thing, with the columns named here. Times are ms UTC as in the core."""

from typing import NamedTuple

import numpy as np

# Ranks of events at the same millisecond: stored timers first, as the core orders them (due, kind, subject), then people.
(DROP_OFF, FOLLOW_UP, PAGE, RESERVATION, SILENCE, UNASSIGNED, WEAPON, SHIFT_ENDS, SHIFT_STARTS, RINGS, TRIAGED, READY, STEP, TAKES_ON,
 RELEASE, TRY, SIGN) = range(17)  # fmt: skip
TIMERS = 7

# What an assignment does next.
NOTHING, ACKNOWLEDGES, LEAVES, ARRIVES, MEETS, CONCLUDES, CLEARS, ANSWERED, AT_DOOR, HANDS_OVER = range(10)
# How far it is, in the order of the core's states.
ASSIGNED, ACKNOWLEDGED, ENROUTE, ON_SCENE, WITH_PERSON, TRANSPORTING, AT_PLACE, OVER = range(8)
NEW, ASSESSED, WAITING, WORKED, CLOSED = range(5)  # an incident
NOBODY, DESK, CREW, FACILITY, FOLLOW_UP_DESK = range(5)  # who is responsible
OFF, IN, OUT = range(3)  # a unit
DUE, TAKEN, KEPT, GIVEN_UP = range(4)  # a promise
NEVER = 1 << 60

(I_STATE, I_SENT, I_FIRST, I_LAST, I_UNASSIGNED, I_WEAPON, I_PARTY, I_PARTY_ID, I_HEARD, I_SPEAK_BY, I_SILENCE_AT, I_OUTCOME, I_SETTLED,
 I_PROMISES, I_PROMISE, I_NEXT, I_BEFORE, I_CLINICAL, I_SAFETY, I_RESERVATION, I_DOOR, I_ASKED, I_TAKEN_AT, I_ASSIGNED_AT, I_ON_SCENE_AT,
 I_MET_AT, I_CLEARED_AT, I_CREW, I_POLICE, I_UNMET, I_SIGN_AT, I_LIMIT, I_WANTED, I_WIDTH) = range(34)  # fmt: skip
A_INCIDENT, A_UNIT, A_STATE, A_NEXT, A_TURN, A_DRIVE, A_SINCE, A_LEAD, A_SIBLING, A_PAGE, A_DOOR_DUE, A_ARRIVED, A_SENT_AT, A_WIDTH = range(
    14
)
(U_SERVICE, U_KIND, U_CREW_KIND, U_ABILITIES, U_LANGUAGES, U_POST, U_FROM, U_TO, U_LEFT, U_TAKES, U_ASSIGNMENT, U_CHARGES, U_ENDS,
 U_OFF_DUE, U_ON_DUE, U_PARTY, U_KIND_CODE, U_SEEN, U_BUSY_MS, U_WIDTH) = range(20)  # fmt: skip
P_INCIDENT, P_RULE, P_STATE, P_DUE, P_TURN, P_TRIES, P_CLOCK_AT, P_CLOCK, P_WIDTH = range(9)
R_DOOR, R_INCIDENT, R_UNTIL, R_COUNTED, R_STATE, R_CLOCK_AT, R_WIDTH = range(7)
RESERVED, AGREED, SETTLED = range(3)

# Columns of the compiled policy.
(K_LEVEL, K_ROWS, K_LOAD, K_WITHIN, K_NEEDED, K_LANGUAGE, K_ORIGIN_DESK, K_DESK_SILENCE, K_WEAPON_KNOWN, K_LANGUAGE_CODE, K_FROM, K_TO,
 K_EMERGENCY_ONLY, K_FLAGS, K_DESK, K_WIDTH) = range(16)  # fmt: skip
D_PLACE, D_FACILITY, D_SERVICE, D_PARTY, D_CAPACITY, D_MAY_DECLINE, D_YES, D_TARGET, D_WIDTH = range(9)
F_CODE, F_DUE, F_ATTEMPTS, F_AGAIN, F_WIDTH = range(5)
(C_START, C_END, C_EAST, C_PAGE, C_OFFER, C_RESERVATION, C_AGAIN, C_WEAPON_BEFORE, C_WEAPON_AGAIN, C_CREW_SILENCE, C_FACILITY_SILENCE,
 C_DESK_SILENCE, C_REASSIGNS, C_SECOND, C_UNASSESSED_WITHIN, C_UNASSESSED, C_POLICE, C_MOVES, C_FOLLOW_UP_PARTY, C_SUPERVISOR, C_PROGRAM,
 C_OVERDUE, C_WIDTH) = range(23)  # fmt: skip

# Counters a run keeps.
(N_HEAP, N_ASSIGNMENTS, N_PROMISES, N_RESERVATIONS, N_FACTS, N_ROWS, N_FREE, N_SHIFT, N_RING, N_ORDER, N_EVENTS, N_FULL, N_START,
 N_CAME_FREE, N_WIDTH) = range(15)  # fmt: skip


class State(NamedTuple):
    """A run. ``out`` empty: facts are counted and not told."""

    heap: np.ndarray
    counts: np.ndarray
    incidents: np.ndarray
    assignments: np.ndarray
    units: np.ndarray
    promises: np.ndarray
    reservations: np.ndarray
    free: np.ndarray  # chairs by door
    queue: np.ndarray  # first and last waiting incident of each level
    order: np.ndarray  # units in the order they first came on duty
    ranks: np.ndarray  # room for one recommendation
    options: np.ndarray
    out: np.ndarray


class Given(NamedTuple):
    """What a run is given: the sampled calls and the compiled policy. Nothing here changes."""

    rings: np.ndarray
    drawn: np.ndarray
    duties: np.ndarray  # at, rank, unit, ends_at
    drives: np.ndarray  # mode, band, from, to
    bands: np.ndarray
    kinds: np.ndarray  # calls
    terms: np.ndarray  # call kind, crew kind: row (-1: may not go), limit, worth
    listed: np.ndarray  # call kind: (crew kind, row) in the order given, -1 after the last
    told: np.ndarray  # rows of what a call of each kind brings when it is assessed
    crews: np.ndarray  # crew kind: remote, mode, code
    members: np.ndarray  # unit, member: code (0: nobody), clinician, police
    doors: np.ndarray
    ways: np.ndarray  # call kind, place: doors to ask in order, -1 after the last
    rules: np.ndarray  # outcome, level: promises it makes, -1 after the last
    promises: np.ndarray
    groups: np.ndarray  # by door, whose chairs it counts: doors of one service share them
    flags: np.ndarray  # codes of the medical red flags
    words: np.ndarray  # codes of the words used in facts
    numbers: np.ndarray  # numbers of the kinds of facts
    constants: np.ndarray
