"""The alerts as they were worked out at first: the whole day anew at each look. Slow, plain, and what the quick way is compared with."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from alongside.ledger.engine import Engine
from alongside.server.audit.noticing import (
    DAY_MS,
    HOUR_MS,
    MANY,
    NEEDS_SEAT,
    OPEN_CLASSES,
    TIMES,
    TRIES,
    WEEKS_MS,
    Alert,
    Close,
    Reading,
)  # fmt: skip

ASK = "SELECT seq, at, staff, role, seat, owner_id, field, outcome FROM words_read WHERE at >= ? ORDER BY seq"
BUSY = (
    "SELECT staff, max(people) FROM (SELECT staff, at / 3600000 AS hour, count(DISTINCT owner_id) AS people FROM words_read "
    "WHERE at >= ? AND at < ? AND outcome LIKE ? AND field IN ({marks}) GROUP BY staff, at / 3600000) AS hours GROUP BY staff"
)


def look_anew(engine: Engine, close: Sequence[Close], classes: Mapping[str, str], now: int) -> list[Alert]:
    """Every alert of the readings since the beginning of the day."""
    rows = [Reading(*row) for row in engine.stream(ASK, (now // DAY_MS * DAY_MS,))]
    return list(notice(rows, classes, close, _busiest(engine, classes, now)))


def _busiest(engine: Engine, classes: Mapping[str, str], now: int) -> dict[str, int]:
    fields = sorted(field for field, its in classes.items() if its not in OPEN_CLASSES)
    this_hour = now // HOUR_MS * HOUR_MS
    sql = BUSY.format(marks=", ".join("?" * len(fields)))
    return {staff: int(most) for staff, most in engine.fetch(sql, (this_hour - WEEKS_MS, now // DAY_MS * DAY_MS, "shown%", *fields))}


def notice(rows: Iterable[Reading], classes: Mapping[str, str], close: Iterable[Close], busiest: Mapping[str, int]) -> Iterator[Alert]:
    """All alerts of these readings. ``busiest``: people's records in the busiest hour of the weeks before, by staff."""
    read = list(rows)
    records = [one for one in read if one.is_shown and classes.get(one.field, "") not in OPEN_CLASSES]
    yield from _close(records, list(close))
    yield from _volume(records, busiest)
    yield from _off_shift(records)
    yield from _withheld(read)


def _close(records: list[Reading], close: list[Close]) -> Iterator[Alert]:
    for tie in close:
        hits = [one for one in records if one.owner_id in tie.owners and tie.staff in ("", one.staff)]
        for (staff, day), some in _by(hits, DAY_MS).items():
            yield _alert(tie.relation, staff, day, some, tie.person)


def _volume(records: list[Reading], busiest: Mapping[str, int]) -> Iterator[Alert]:
    for (staff, hour), some in _by(records, HOUR_MS).items():
        people = {one.owner_id for one in some}
        if len(people) > max(MANY, TIMES * busiest.get(staff, 0)):
            yield _alert("volume", staff, hour, some)._replace(count=len(people))


def _off_shift(records: list[Reading]) -> Iterator[Alert]:
    away = [one for one in records if not one.seat and one.role in NEEDS_SEAT]
    for (staff, day), some in _by(away, DAY_MS).items():
        yield _alert("off_shift", staff, day, some)


def _withheld(read: list[Reading]) -> Iterator[Alert]:
    for (staff, hour), some in _by([one for one in read if one.outcome.startswith("withheld")], HOUR_MS).items():
        if len(some) >= TRIES:
            yield _alert("withheld", staff, hour, some)


def _by(rows: Iterable[Reading], span: int) -> dict[tuple[str, int], list[Reading]]:
    found: dict[tuple[str, int], list[Reading]] = defaultdict(list)
    for one in rows:
        found[one.staff, one.at // span].append(one)
    return found


def _alert(rule: str, staff: str, span: int, some: list[Reading], person: str = "") -> Alert:
    last = some[-1]
    return Alert(f"{rule}:{staff}:{person}:{span}", last.at, rule, staff, last.role, person or last.owner_id, last.seq, len(some))
