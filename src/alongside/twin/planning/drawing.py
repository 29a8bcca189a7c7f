"""What chance decides about each call: one row of whole numbers (``columns``)."""

import numpy as np

from alongside.twin.engine.compiling import compiled, entry_of_many
from alongside.twin.planning import columns as c
from alongside.twin.planning.dice import at_share, choose, mix_entity, mix_purpose, share_of

# Purposes of draws; a number is never used for two things, and the first five are those of ``calls``.
PLACED, KIND, ENDS, OUTCOMES, MET, PHONE, YES, TRIES, PLAIN = range(5, 14)
DURATION = 32  # and from here one for each duration
TRIED = 16
# Where each column gets its duration from: drawn once a call, and for each unit sent or place asked.
ONCE = (
    (c.TRIAGE, 0), (c.READY, 1), (c.LOOK, 7), (c.WRAP, 8), (c.BY_PHONE, 9), (c.DOOR, 11), (c.DOOR_EMERGENCY, 12), (c.STAY, 13),
    (c.STAY_EMERGENCY, 14), (c.TAKEN, 15),
)  # fmt: skip
BY_TURN = ((c.ACKNOWLEDGE, 2), (c.TURNOUT, 3), (c.CONTACT, 4), (c.ANSWER, 10), (c.DRIVE, 17))
ENGAGED_TABLE, REFUSED_TABLE = 5, 6
# What is drawn for a call, in this order: durations, tries, answers of places, and the rest one by one.
TIMED = (*((column, name, 0) for column, name in ONCE), *((column + n, name, n) for column, name in BY_TURN for n in range(c.TURNS)))
COLUMNS, TABLES = np.array([column for column, _, _ in TIMED]), np.array([name for _, name, _ in TIMED])
TRIES_AT = len(TIMED)
YES_AT = TRIES_AT + TRIED
ENDS_AT, OUTCOMES_AT, PHONE_AT, PLAIN_AT, ENGAGED_AT, REFUSED_AT, DRAWS = range(YES_AT + c.TURNS, YES_AT + c.TURNS + 7)
DRAWN = np.array(
    [
        *((DURATION + name, n) for _, name, n in TIMED), *((TRIES, n) for n in range(TRIED)), *((YES, n) for n in range(c.TURNS)),
        (ENDS, 0), (OUTCOMES, 0), (PHONE, 0), (PLAIN, 0), (DURATION + ENGAGED_TABLE, 0), (DURATION + REFUSED_TABLE, 0),
    ]
)  # fmt: skip


@entry_of_many
def draw_rows(
    entities: np.ndarray, rings: np.ndarray, seed: int, first_hour: int, where: np.ndarray, kinds: np.ndarray, ends: np.ndarray,
    outcomes: np.ndarray, table: np.ndarray, reached: float, phone: float,
) -> np.ndarray:  # fmt: skip
    """One row a call. Who calls again does so from the same place about the same thing."""
    drawn, halves, shares = np.empty((len(rings), c.WIDTH), np.int32), _halves(seed), np.empty(DRAWS)
    placed, kinded = mix_purpose(seed, PLACED, 0), mix_purpose(seed, KIND, 0)
    for index in range(len(rings)):
        entity = entities[index]
        person, call = mix_entity(entity & ~1), mix_entity(entity)
        for n in range(DRAWS):
            shares[n] = share_of(halves[n], call)
        hour = (entity >> 20) + first_hour
        drawn[index, c.PLACE] = choose(where, hour // 6 % 4, share_of(placed, person))
        kind = choose(kinds, 0, share_of(kinded, person))
        drawn[index, c.KIND] = kind
        drawn[index, c.END] = choose(ends, kind, shares[ENDS_AT])
        drawn[index, c.OUTCOME] = choose(outcomes, kind, shares[OUTCOMES_AT])
        drawn[index, c.PHONE_RESOLVES] = shares[PHONE_AT] < phone
        drawn[index, c.TRIES] = _tries(shares, reached)
        drawn[index, c.FIRST_TRY] = int((0.25 + 0.65 * shares[PLAIN_AT]) * 1000)
        _durations(drawn, index, shares, table)
    return drawn


@compiled
def _halves(seed: int) -> np.ndarray:
    """The halves of all draws that do not depend on the call."""
    halves = np.empty(DRAWS, np.uint64)
    for n in range(DRAWS):
        halves[n] = mix_purpose(seed, DRAWN[n, 0], DRAWN[n, 1])
    return halves


@compiled
def _tries(shares: np.ndarray, reached: float) -> int:
    """One bit for each attempt to reach the person."""
    tries = 0
    for n in range(TRIED):
        tries |= int(shares[TRIES_AT + n] < reached) << n
    return tries


@compiled
def _durations(drawn: np.ndarray, index: int, shares: np.ndarray, table: np.ndarray) -> None:
    for n in range(TRIES_AT):
        drawn[index, COLUMNS[n]] = at_share(table, TABLES[n], shares[n])
    if drawn[index, c.END] == c.DECLINED:
        drawn[index, c.SCENE] = at_share(table, REFUSED_TABLE, shares[REFUSED_AT])
    else:
        drawn[index, c.SCENE] = at_share(table, ENGAGED_TABLE, shares[ENGAGED_AT])
    for n in range(c.TURNS):
        drawn[index, c.YES + n] = int(shares[YES_AT + n] * 1_000_000)
