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


class Seen(NamedTuple):
    """Readings that are told as one: the last of them, and how many."""

    last: Reading
    count: int = 1


Span = tuple[str, int]  # a member of staff, and which hour or day since 1970
Sums = dict[Span, Seen]


class Noticing:
    """What was taken in of the days not yet forgotten, summed as the rules ask for it: hours and days by member of staff."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes = classes
        self._owners: dict[str, Sums] = defaultdict(dict)  # records shown: by owner, then by staff and day
        self._away: Sums = {}  # records shown to a role that needs a seat and had none: by staff and day
        self._tries: Sums = {}  # what was withheld: by staff and hour
        self._hours: Sums = {}  # records shown: by staff and hour
        self._people: dict[Span, set[str]] = defaultdict(set)  # … and whose

    def take(self, rows: Iterable[Reading]) -> None:
        """More readings, in their order."""
        for one in rows:
            if one.is_shown and self._classes.get(one.field, "") not in OPEN_CLASSES:
                self._take_record(one)
            elif one.outcome.startswith("withheld"):
                _add(self._tries, HOUR_MS, one)

    def _take_record(self, one: Reading) -> None:
        _add(self._owners[one.owner_id], DAY_MS, one)
        _add(self._hours, HOUR_MS, one)
        self._people[one.staff, one.at // HOUR_MS].add(one.owner_id)
        if not one.seat and one.role in NEEDS_SEAT:
            _add(self._away, DAY_MS, one)

    def alerts(self, close: Iterable[Close], busiest: Mapping[str, int]) -> Iterator[Alert]:
        """All alerts of what was taken in. ``busiest``: people's records in the busiest hour of the weeks before, by staff."""
        for tie in close:
            for (staff, day), seen in self._hits(tie).items():
                yield _alert(tie.relation, staff, day, seen, tie.person)
        for (staff, hour), people in self._people.items():
            if len(people) > max(MANY, TIMES * busiest.get(staff, 0)):
                yield _alert("volume", staff, hour, self._hours[staff, hour])._replace(count=len(people))
        for (staff, day), seen in self._away.items():
            yield _alert("off_shift", staff, day, seen)
        for (staff, hour), seen in self._tries.items():
            if seen.count >= TRIES:
                yield _alert("withheld", staff, hour, seen)

    def _hits(self, tie: Close) -> Sums:
        hits: Sums = {}
        for owner in tie.owners:
            for span, seen in self._owners.get(owner, {}).items():
                if tie.staff in ("", span[0]):
                    other = hits.get(span, Seen(seen.last, 0))
                    hits[span] = Seen(max(seen.last, other.last), seen.count + other.count)
        return hits

    def forget(self, before: int) -> None:
        """Hours and days that were over at ``before`` (ms UTC, the beginning of a day)."""
        by_day, by_hour = (self._away, *self._owners.values()), (self._tries, self._hours)
        for sums, span_ms in (*((one, DAY_MS) for one in by_day), *((one, HOUR_MS) for one in by_hour)):
            for span in [span for span in sums if span[1] * span_ms < before]:
                del sums[span]
        self._owners = defaultdict(dict, {owner: sums for owner, sums in self._owners.items() if sums})
        self._people = defaultdict(set, {span: people for span, people in self._people.items() if span in self._hours})


def notice(rows: Iterable[Reading], classes: Mapping[str, str], close: Iterable[Close], busiest: Mapping[str, int]) -> Iterator[Alert]:
    """All alerts of these readings."""
    noticing = Noticing(classes)
    noticing.take(rows)
    return noticing.alerts(close, busiest)


def _add(sums: Sums, span_ms: int, one: Reading) -> None:
    span = one.staff, one.at // span_ms
    sums[span] = Seen(one, sums[span].count + 1) if span in sums else Seen(one)


def _alert(rule: str, staff: str, span: int, seen: Seen, person: str = "") -> Alert:
    last = seen.last
    return Alert(f"{rule}:{staff}:{person}:{span}", last.at, rule, staff, last.role, person or last.owner_id, last.seq, seen.count)
