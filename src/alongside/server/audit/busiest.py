"""How many people's records each member of staff read in the busiest hour of the four weeks before today: a day is summed once."""

from collections.abc import Iterable, Mapping

from alongside.ledger.engine import Engine
from alongside.server.audit.noticing import DAY_MS, HOUR_MS, OPEN_CLASSES, WEEKS_MS, Reading

ASK = (
    "SELECT staff, at / 3600000, count(DISTINCT owner_id) FROM words_read "
    "WHERE at >= ? AND at < ? AND role <> 'system' AND outcome LIKE ? AND field IN ({marks}) GROUP BY staff, at / 3600000"
)
Hour = tuple[str, int, int]  # staff, hour since 1970, people


class Busiest:
    """Keeps the hours of each day that is over, and forgets those older than four weeks."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._fields = sorted(field for field, its in classes.items() if its not in OPEN_CLASSES)
        self._days: dict[int, list[Hour]] = {}
        self._hour, self._found = -1, dict[str, int]()

    def at(self, engine: Engine, now: int) -> dict[str, int]:
        """By staff; worked out anew when an hour is over."""
        if self._hour != now // HOUR_MS:
            first, today = (now // HOUR_MS * HOUR_MS - WEEKS_MS) // DAY_MS, now // DAY_MS
            self._days = {day: self._days[day] if day in self._days else self._sum(engine, day) for day in range(first, today)}
            self._found = self._most(now // HOUR_MS - WEEKS_MS // HOUR_MS)
            self._hour = now // HOUR_MS
        return self._found

    def doubt(self, rows: Iterable[Reading]) -> None:
        """Readings that were noted late, of a day that is summed: that day is summed again."""
        for day in {one.at // DAY_MS for one in rows} & self._days.keys():
            del self._days[day]
            self._hour = -1

    def _most(self, first: int) -> dict[str, int]:
        found: dict[str, int] = {}
        for staff, hour, people in (one for day in self._days.values() for one in day):
            if hour >= first:
                found[staff] = max(people, found.get(staff, 0))
        return found

    def _sum(self, engine: Engine, day: int) -> list[Hour]:
        sql = ASK.format(marks=", ".join("?" * len(self._fields)))
        rows = engine.fetch(sql, (day * DAY_MS, (day + 1) * DAY_MS, "shown%", *self._fields))
        return [(staff, hour, people) for staff, hour, people in rows]
