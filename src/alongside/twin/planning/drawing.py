"""What chance decides about each call: one row of whole numbers (``columns``)."""

import numpy as np

from alongside.twin.engine.compiling import compiled, entry
from alongside.twin.planning import columns as c
from alongside.twin.planning.dice import at_share, choose, mix_entity, mix_purpose, share_of

# Purposes of draws; a number is never used for two things, and the first five are those of ``calls``.
PLACED, KIND, ENDS, OUTCOMES, MET, PHONE, YES, TRIES, PLAIN = range(5, 14)
DURATION = 32  # and from here one for each duration
PURPOSES = 64
TRIED = 16
# Where each column gets its duration from: drawn once a call, and for each unit sent or place asked.
ONCE = (
    (c.TRIAGE, 0), (c.READY, 1), (c.LOOK, 7), (c.WRAP, 8), (c.BY_PHONE, 9), (c.DOOR, 11), (c.DOOR_EMERGENCY, 12), (c.STAY, 13),
    (c.STAY_EMERGENCY, 14), (c.TAKEN, 15),
)  # fmt: skip
BY_TURN = ((c.ACKNOWLEDGE, 2), (c.TURNOUT, 3), (c.CONTACT, 4), (c.ANSWER, 10), (c.DRIVE, 17))
ENGAGED_TABLE, REFUSED_TABLE = 5, 6


@entry
def draw_rows(
    entities: np.ndarray, rings: np.ndarray, seed: int, first_hour: int, where: np.ndarray, kinds: np.ndarray, ends: np.ndarray,
    outcomes: np.ndarray, table: np.ndarray, reached: float, phone: float,
) -> np.ndarray:  # fmt: skip
    """One row a call. Who calls again does so from the same place about the same thing."""
    drawn, purposes = np.empty((len(rings), c.WIDTH), np.int32), _purposes(seed)
    for index in range(len(rings)):
        entity = entities[index]
        person, call = mix_entity(entity & ~1), mix_entity(entity)
        hour = (entity >> 20) + first_hour
        drawn[index, c.PLACE] = choose(where, hour // 6 % 4, share_of(purposes[PLACED, 0], person))
        kind = choose(kinds, 0, share_of(purposes[KIND, 0], person))
        drawn[index, c.KIND] = kind
        drawn[index, c.END] = choose(ends, kind, share_of(purposes[ENDS, 0], call))
        drawn[index, c.OUTCOME] = choose(outcomes, kind, share_of(purposes[OUTCOMES, 0], call))
        drawn[index, c.PHONE_RESOLVES] = share_of(purposes[PHONE, 0], call) < phone
        drawn[index, c.TRIES] = _tries(purposes, call, reached)
        _durations(drawn, index, purposes, call, table)
    return drawn


@compiled
def _purposes(seed: int) -> np.ndarray:
    """The halves of all draws that do not depend on the call."""
    purposes = np.empty((PURPOSES, TRIED), np.uint64)
    for purpose in range(PURPOSES):
        for n in range(TRIED):
            purposes[purpose, n] = mix_purpose(seed, purpose, n)
    return purposes


@compiled
def _tries(purposes: np.ndarray, call: np.uint64, reached: float) -> int:
    """One bit for each attempt to reach the person."""
    tries = 0
    for n in range(TRIED):
        tries |= int(share_of(purposes[TRIES, n], call) < reached) << n
    return tries


@compiled
def _durations(drawn: np.ndarray, index: int, purposes: np.ndarray, call: np.uint64, table: np.ndarray) -> None:
    for column, name in ONCE:
        drawn[index, column] = at_share(table, name, share_of(purposes[DURATION + name, 0], call))
    scene = REFUSED_TABLE if drawn[index, c.END] == c.DECLINED else ENGAGED_TABLE
    drawn[index, c.SCENE] = at_share(table, scene, share_of(purposes[DURATION + scene, 0], call))
    drawn[index, c.FIRST_TRY] = int((0.25 + 0.65 * share_of(purposes[PLAIN, 0], call)) * 1000)
    for column, name in BY_TURN:
        for n in range(c.TURNS):
            drawn[index, column + n] = at_share(table, name, share_of(purposes[DURATION + name, n], call))
    for n in range(c.TURNS):
        drawn[index, c.YES + n] = int(share_of(purposes[YES, n], call) * 1_000_000)
