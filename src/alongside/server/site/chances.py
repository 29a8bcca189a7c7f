"""What is expected of asking a place, as a row: how likely it says yes, how soon, how long its door takes."""

from alongside.core.handoff.confidence import SURE, Chance
from alongside.server.site.rows import Row

LIKELY, UNLIKELY = 700, 400  # thousandths
MINUTE_MS = 60_000


def chance_row(chance: Chance) -> Row:
    """Whole percents and whole minutes: nothing here is known better than that."""
    return {
        "percent": None if chance.chance == SURE else round(chance.chance / 10),
        "band": "good" if chance.chance >= LIKELY else "near" if chance.chance >= UNLIKELY else "refused",
        "answer": _minutes(chance.answer_ms) if chance.answer_ms else None,
        "door": _minutes(chance.door_ms),
    }


def _minutes(ms: int) -> int:
    return max(1, round(ms / MINUTE_MS))
