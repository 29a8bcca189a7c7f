"""Looks at each reading once, as it comes; what is noticed is kept once."""

from collections.abc import Mapping, Sequence

from alongside.core.board import Board
from alongside.ledger.engine import Engine, transaction
from alongside.server.audit.busiest import Busiest
from alongside.server.audit.noticing import DAY_MS, Alert, Close, Noticing, Reading

READ = "SELECT seq, at, staff, role, seat, owner_id, field, outcome FROM words_read"
# A comparison of records reads in somebody's name and shows nobody a word; that it ran is a fact of its own.
BY_PEOPLE = "role <> 'system'"
ASK = f"{READ} WHERE at >= ? AND {BY_PEOPLE} ORDER BY seq"
SINCE = f"{READ} WHERE seq > ? AND seq <= ? AND at >= ? AND {BY_PEOPLE} ORDER BY seq"
ADD = (
    "INSERT INTO audit_alert (id, at, rule, staff, role, owner_id, last_seq, count) SELECT ?, ?, ?, ?, ?, ?, ?, ? "
    "WHERE NOT EXISTS (SELECT 1 FROM audit_alert WHERE id = ?)"
)


class Watch:
    """Remembers what it has read: each look reads only what came since, the first one today's."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._noticing, self._busiest = Noticing(classes), Busiest(classes)
        self._last = -1  # the last reading taken in

    def look(self, engine: Engine, close: Sequence[Close], now: int) -> list[Alert]:
        """What is new; kept in one transaction."""
        today = now // DAY_MS * DAY_MS
        ((last,),) = engine.fetch("SELECT COALESCE(max(seq), 0) FROM words_read")
        if self._last < 0:
            self._take(engine, 0, last, today)
        elif last > self._last:
            self._take(engine, self._last, last, 0)
        found = list(self._noticing.alerts(close, self._busiest.at(engine, now)))
        new = keep_new(engine, found, min((one.at for one in found), default=today) // DAY_MS * DAY_MS)
        self._noticing.forget(today)
        return new

    def _take(self, engine: Engine, after: int, last: int, since: int) -> None:
        rows = [Reading(*row) for row in engine.stream(SINCE, (after, last, since))]
        self._noticing.take(rows)
        self._busiest.doubt(rows)
        self._last = last


def keep_new(engine: Engine, found: Sequence[Alert], since: int) -> list[Alert]:
    """Those that were not noticed before, kept in one transaction. ``since`` is no later than any of them."""
    with transaction(engine):
        known = {id for (id,) in engine.fetch("SELECT id FROM audit_alert WHERE at >= ?", (since,))}
        new = [one for one in found if one.id not in known]
        for one in new:
            engine.execute(ADD, (*one, one.id))
    return new


def list_close(engine: Engine, board: Board) -> list[Close]:
    """Who stands close to whom, as declared and not withdrawn; each person by the record and its episodes."""
    latest: dict[tuple[str, str], str] = {}
    for staff, person, relation in engine.fetch("SELECT staff, person, relation FROM audit_watched ORDER BY at, id"):
        latest[staff, person] = relation
    known = {person: board.people.find(person) for _, person in latest}
    owners = {id: frozenset({id, *(record.episodes if record else ())}) for id, record in known.items()}
    return [Close(staff, person, relation, owners[person]) for (staff, person), relation in latest.items() if relation != "none"]
