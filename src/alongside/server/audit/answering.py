"""What the privacy officer did about alerts, whom they watch, and that the week was looked at."""

from secrets import token_hex
from typing import NamedTuple

from alongside.ledger.engine import Engine, transaction

ANSWERS = ("explained", "follow_up", "violation")
RELATIONS = ("own", "relative", "watched", "none")
WEEK_MS = 7 * 86_400_000


class Noticed(NamedTuple):
    """An alert with the last answer to it; ``answer`` is empty while it is open."""

    id: str
    at: int
    rule: str
    staff: str
    role: str
    owner_id: str
    count: int
    answer: str
    answered_by: str


def list_noticed(engine: Engine, most: int = 200) -> list[Noticed]:
    """Open ones first, then the newest."""
    rows = engine.fetch("SELECT id, at, rule, staff, role, owner_id, count FROM audit_alert ORDER BY at DESC LIMIT ?", (most,))
    answers = {alert: (answer, by) for alert, answer, by in engine.fetch('SELECT alert, answer, "by" FROM audit_answer ORDER BY at')}
    found = [Noticed(*row, *answers.get(row[0], ("", ""))) for row in rows]
    return sorted(found, key=lambda one: (bool(one.answer), -one.at))


def answer(engine: Engine, alert: str, by: str, what: str, now: int) -> bool:
    """Write down what came of it; False where there is no such alert or answer."""
    if what not in ANSWERS or not engine.fetch("SELECT 1 FROM audit_alert WHERE id = ?", (alert,)):
        return False
    with transaction(engine):
        engine.execute('INSERT INTO audit_answer (alert, at, "by", answer) VALUES (?, ?, ?, ?)', (alert, now, by, what))
    return True


def declare(engine: Engine, by: str, staff: str, person: str, relation: str, now: int) -> bool:
    """Somebody stands close to a person, the person is watched, or neither any more (``none``)."""
    if relation not in RELATIONS or not person or (relation in ("own", "relative") and not staff):
        return False
    told = (token_hex(12), now, by, "" if relation == "watched" else staff, person, relation)
    with transaction(engine):
        engine.execute('INSERT INTO audit_watched (id, at, "by", staff, person, relation) VALUES (?, ?, ?, ?, ?, ?)', told)
    return True


def note_review(engine: Engine, by: str, now: int) -> None:
    """The week's audit was looked through (CJIS AU-6)."""
    with transaction(engine):
        engine.execute('INSERT INTO audit_review (at, "by") VALUES (?, ?)', (now, by))


def last_review(engine: Engine) -> tuple[int, str] | None:
    """When, and by whom."""
    rows = engine.fetch('SELECT at, "by" FROM audit_review ORDER BY at DESC LIMIT 1')
    return (rows[0][0], rows[0][1]) if rows else None
