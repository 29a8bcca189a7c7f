"""What a privacy officer should look at, by plain rules over the readings of one hour. Pure: rows in, alerts out.

``own``, ``relative``, ``watched``: somebody read a record they were declared to stand close to, or one that is watched.
``volume``: in one hour more people's records than 20, and more than three times that person's busiest hour of the four weeks before.
``off_shift``: a crew, desk or facility role read a record without a seat. ``withheld``: ten tries or more in one hour that were not shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from alongside.core.sharing.access import CREW, DESK

HOUR_MS, DAY_MS = 3_600_000, 86_400_000
MANY, TIMES, TRIES, WEEKS_MS = 20, 3, 10, 28 * DAY_MS
NEEDS_SEAT = CREW | DESK | {"nurse"}
OPEN_CLASSES = frozenset({"public", "call_facts", "safety_flags"})


class Reading(NamedTuple):
    """What the rules look at of one row of the audit."""

    seq: int
    at: int
    staff: str
    role: str
    seat: str
    owner_id: str
    field: str
    outcome: str

    @property
    def is_shown(self) -> bool:
        """Whether words were shown."""
        return self.outcome.startswith("shown")


class Alert(NamedTuple):
    """One thing to look at. ``id`` follows from what it is about, so that noticing twice is once."""

    id: str
    at: int
    rule: str
    staff: str
    role: str
    owner_id: str
    last_seq: int
    count: int


class Close(NamedTuple):
    """Somebody stands close to a person, or the person is watched (``staff`` is empty: whoever reads). ``owners``: record and episodes."""

    staff: str
    person: str
    relation: str
    owners: frozenset[str]


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
