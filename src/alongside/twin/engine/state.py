"""What a kernel works on: one memory of whole numbers. Its head holds counters, limits, words and where each table begins; a table has
one row a thing, with the columns named here. Times are ms UTC as in the core."""

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
RESERVED, AGREED, SETTLED = range(3)  # a place asked for
NEVER = 1 << 60

# Columns of what changes.
(I_STATE, I_SENT, I_FIRST, I_LAST, I_UNASSIGNED, I_WEAPON, I_OPEN, I_PARTY, I_PARTY_ID, I_HEARD, I_SPEAK_BY, I_SIGN_AT, I_LIMIT, I_CREW,
 I_SETTLED, I_PROMISES, I_PROMISE, I_NEXT, I_BEFORE, I_CLINICAL, I_SAFETY, I_RESERVATION, I_DOOR, I_ASKED, I_CLEARED_AT, I_OUTCOME,
 I_TAKEN_AT, I_ASSIGNED_AT, I_ON_SCENE_AT, I_MET_AT, I_POLICE, I_UNMET, I_WANTED, I_WIDTH) = range(34)  # fmt: skip
(A_INCIDENT, A_UNIT, A_STATE, A_NEXT, A_DUE, A_TURN, A_DRIVE, A_SINCE, A_LEAD, A_SIBLING, A_PAGE, A_DOOR_DUE, A_ARRIVED, A_SENT_AT,
 A_WIDTH) = range(15)  # fmt: skip
(U_SERVICE, U_KIND, U_CREW_KIND, U_ABILITIES, U_LANGUAGES, U_POST, U_FROM, U_TO, U_HALFWAY, U_ASSIGNMENT, U_CHARGES, U_ENDS, U_OFF_DUE,
 U_ON_DUE, U_PARTY, U_KIND_CODE, U_TURN, U_BUSY_MS, U_REMOTE, U_MODE, U_PLACE, U_CLINICAL, U_SAFETY,
 U_LEAVES, U_WIDTH) = range(25)  # fmt: skip
P_INCIDENT, P_RULE, P_STATE, P_DUE, P_TURN, P_TRIES, P_CHANCE, P_CLOCK, P_NEXT, P_WIDTH = range(10)
R_DOOR, R_INCIDENT, R_UNTIL, R_COUNTED, R_STATE, R_WIDTH = range(6)

# Columns of the compiled policy.
(K_LEVEL, K_ROWS, K_LOAD, K_WITHIN, K_NEEDED, K_LANGUAGE, K_ORIGIN_DESK, K_DESK_SILENCE, K_WEAPON_KNOWN, K_LANGUAGE_CODE, K_FROM, K_TO,
 K_EMERGENCY_ONLY, K_FLAGS, K_DESK, K_WIDTH) = range(16)  # fmt: skip
T_ROW, T_LIMIT, T_WORTH, T_WIDTH = range(4)  # of a call kind and a crew kind; row -1: may not go
L_CREW, L_ROW, L_WIDTH = range(3)  # of a call kind, crew kinds by row; crew kind -1 after the last
B_REMOTE, B_MODE, B_CODE, B_WIDTH = range(4)  # a crew kind
M_STAFF, M_CLINICIAN, M_POLICE, M_WIDTH = range(4)  # a member; staff 0 after the last
S_AT, S_RANK, S_UNIT, S_ENDS, S_WIDTH = range(5)  # a shift that starts or ends
D_PLACE, D_FACILITY, D_SERVICE, D_PARTY, D_CAPACITY, D_MAY_DECLINE, D_YES, D_TARGET, D_WIDTH = range(9)
F_CODE, F_DUE, F_ATTEMPTS, F_AGAIN, F_WIDTH = range(5)

# The head: what a run counts,
(N_HEAP, N_ASSIGNMENTS, N_PROMISES, N_RESERVATIONS, N_FACTS, N_ROWS, N_FREE, N_SHIFT, N_RING, N_ORDER, N_EVENTS, N_FULL,
 N_CAME_FREE, N_SOON, N_BAND, N_BAND_FROM, N_CHARGED, N_WIDTH) = range(18)  # fmt: skip
# limits and ids that hold for the whole run,
(C_START, C_END, C_EAST, C_PAGE, C_OFFER, C_RESERVATION, C_AGAIN, C_WEAPON_BEFORE, C_WEAPON_AGAIN, C_CREW_SILENCE, C_FACILITY_SILENCE,
 C_DESK_SILENCE, C_REASSIGNS, C_SECOND, C_UNASSESSED_WITHIN, C_UNASSESSED, C_POLICE, C_MOVES, C_FOLLOW_UP_PARTY, C_SUPERVISOR, C_PROGRAM,
 C_OVERDUE, C_WIDTH) = range(N_WIDTH, N_WIDTH + 23)  # fmt: skip
# how many there are of what, and how much room (``Z_ROWS`` 0: facts are counted and not told),
(Z_CALLS, Z_UNITS, Z_SHIFTS, Z_CREWS, Z_PLACES, Z_BANDS, Z_MEMBERS, Z_RULES, Z_WAYS, Z_FLAGS, Z_DOORS, Z_ASSIGNMENTS, Z_PROMISES,
 Z_RESERVATIONS, Z_HEAP, Z_ROWS, Z_FORESEEN, Z_WIDTH) = range(C_WIDTH, C_WIDTH + 18)  # fmt: skip
# where the tables of the compiled policy begin,
(RINGS_AT, SHIFTS_AT, DRIVES_AT, BANDS_AT, KINDS_AT, TERMS_AT, LISTED_AT, TOLD_AT, CREWS_AT, MEMBERS_AT, DOORS_AT, WAYS_AT, RULES_AT,
 KEPT_AT, GROUPS_AT, FLAGS_AT, G_WIDTH) = range(Z_WIDTH, Z_WIDTH + 17)  # fmt: skip
# where those that change begin,
(INCIDENTS_AT, ASSIGNMENTS_AT, UNITS_AT, PROMISES_AT, RESERVATIONS_AT, CHAIRS_AT, QUEUE_AT, ORDER_AT, FREE_AT, RANKS_AT, OPTIONS_AT,
 HEAP_AT, OUT_AT, T_END) = range(G_WIDTH, G_WIDTH + 14)  # fmt: skip
# and, at a fixed place, the codes of the words used in facts and the numbers of the kinds of facts.
WORDS, FACTS = T_END, T_END + 64
HEAD = FACTS + 64
