"""Looks through the readings of the last hours, again and again; what is noticed is kept once."""

from collections.abc import Mapping, Sequence

from alongside.core.board import Board
from alongside.ledger.engine import Engine
from alongside.server.audit.noticing import DAY_MS, HOUR_MS, OPEN_CLASSES, WEEKS_MS, Alert, Close, Reading, notice

ASK = "SELECT seq, at, staff, role, seat, owner_id, field, outcome FROM words_read WHERE at >= ? ORDER BY seq"
BUSY = (
    "SELECT staff, max(people) FROM (SELECT staff, at / 3600000 AS hour, count(DISTINCT owner_id) AS people FROM words_read "
    "WHERE at >= ? AND at < ? AND outcome LIKE ? AND field IN ({marks}) GROUP BY staff, at / 3600000) AS hours GROUP BY staff"
)
ADD = (
    "INSERT INTO audit_alert (id, at, rule, staff, role, owner_id, last_seq, count) SELECT ?, ?, ?, ?, ?, ?, ?, ? "
    "WHERE NOT EXISTS (SELECT 1 FROM audit_alert WHERE id = ?)"
)


def look_through(engine: Engine, close: Sequence[Close], classes: Mapping[str, str], now: int) -> list[Alert]:
    """What is new since the beginning of the day."""
    since = now // DAY_MS * DAY_MS
    rows = [Reading(*row) for row in engine.stream(ASK, (since,))]
    found = list(notice(rows, classes, close, _busiest(engine, classes, now)))
    return keep_new(engine, found, since)


def keep_new(engine: Engine, found: Sequence[Alert], since: int) -> list[Alert]:
    """Those that were not noticed before, kept in one transaction."""
    engine.begin()
    known = {id for (id,) in engine.fetch("SELECT id FROM audit_alert WHERE at >= ?", (since,))}
    new = [one for one in found if one.id not in known]
    for one in new:
        engine.execute(ADD, (*one, one.id))
    engine.commit()
    return new


def list_close(engine: Engine, board: Board) -> list[Close]:
    """Who stands close to whom, as declared and not withdrawn; each person by the record and its episodes."""
    latest: dict[tuple[str, str], str] = {}
    for staff, person, relation in engine.fetch("SELECT staff, person, relation FROM audit_watched ORDER BY at, id"):
        latest[staff, person] = relation
    known = {person: board.people.find(person) for _, person in latest}
    owners = {id: frozenset({id, *(record.episodes if record else ())}) for id, record in known.items()}
    return [Close(staff, person, relation, owners[person]) for (staff, person), relation in latest.items() if relation != "none"]


def _busiest(engine: Engine, classes: Mapping[str, str], now: int) -> dict[str, int]:
    fields = sorted(field for field, its in classes.items() if its not in OPEN_CLASSES)
    this_hour = now // HOUR_MS * HOUR_MS
    sql = BUSY.format(marks=", ".join("?" * len(fields)))
    return {staff: int(most) for staff, most in engine.fetch(sql, (this_hour - WEEKS_MS, now // DAY_MS * DAY_MS, "shown%", *fields))}
