"""The projected tables: their columns in order, and how a row is read off the board."""

from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.codes import AssignmentStatus as A
from alongside.core.party import Party

Value = str | int | None
INCIDENT = (
    "id", "area", "number", "status", "origin", "level", "position", "beat", "language", "lat", "lon", "persons", "assignments", "police",
    "protocol", "first_ring_at", "taken_at", "determined_at", "first_on_scene_at", "closed_at", "scheduled_for",
)  # fmt: skip
EPISODE = (
    "id", "incident", "responsible_kind", "responsible_id", "since", "basis", "last_sign_at", "silent_since",
    "disposition", "disposition_at", "ended", "ended_at", "minor",
)  # fmt: skip
TIMES = (A.ASSIGNED, A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE, A.WITH_PERSON, A.TRANSPORTING, A.AT_PLACE, A.CLEARED)
ASSIGNMENT = ("id", "incident", "unit", "status", "mode", "rank", "drive_ms", *(f"{status.value}_at" for status in TIMES))
FOLLOW_UP = ("id", "episode", "incident", "owner_kind", "owner_id", "due_at", "status", "attempts", "next_at", "overdue", "outcome")
WORDS = frozenset({
    "id", "area", "status", "origin", "position", "beat", "language", "police", "protocol", "incident", "responsible_kind",
    "responsible_id", "basis", "disposition", "ended", "unit", "episode", "owner_kind", "owner_id", "outcome",
})  # fmt: skip


def incident_row(board: Board, id: str) -> tuple[Value, ...]:
    """One need as lists show it."""
    i = board.incidents.reach(id)
    level = None if i.level is None else int(i.level)
    lat, lon = (None, None) if i.spot is None else i.spot
    counts = (len(i.episodes), len(i.assignments), i.police.value)
    times = (i.first_ring_at, i.taken_at, i.determined_at, i.first_on_scene_at, i.closed_at, i.scheduled_for)
    codes = (i.status.value, i.origin.value, level)
    return (id, i.area, i.number, *codes, i.position, i.beat, i.language, lat, lon, *counts, i.protocol, *times)


def episode_row(board: Board, id: str) -> tuple[Value, ...]:
    """One person's episode: who is responsible, since when, and how it ended."""
    e = board.episodes.reach(id)
    disposition = None if e.disposition is None else e.disposition.value
    ended = None if e.ended is None else e.ended.value
    signs = (e.since, e.basis.value, e.last_sign_at, e.silent_since)
    return (id, e.incident, *name(e.responsible), *signs, disposition, e.disposition_at, ended, e.ended_at, int(e.minor))


def assignment_row(board: Board, id: str) -> tuple[Value, ...]:
    """One unit on one incident, with all its times."""
    a = board.assignments.reach(id)
    times = (a.times.get(status) for status in TIMES)
    return (id, a.incident, a.unit, a.status.value, int(a.mode), a.rank, a.drive_ms, *times)


def follow_up_row(board: Board, id: str) -> tuple[Value, ...]:
    """One promise to reach a person again."""
    f = board.follow_ups.reach(id)
    episode = board.episodes.find(f.episode)
    incident = episode.incident if episode else ""
    return (id, f.episode, incident, *name(f.owner), f.due_at, f.status.value, f.attempts, f.next_at, int(f.overdue), f.outcome)


def name(party: Party | None) -> tuple[str, str]:
    """A party as two columns; empty where nobody is responsible any more."""
    return ("", "") if party is None else (party.kind.value, party.id)


class Table(NamedTuple):
    """One projected table: facts with the field ``touched_by`` change the row of that id."""

    name: str
    touched_by: str
    columns: tuple[str, ...]
    row: Callable[[Board, str], tuple[Value, ...]]

    @property
    def create(self) -> str:
        """Its statement; every column but the key may be empty."""
        listed = [f"{column} {'TEXT' if column in WORDS else '{integer}'}" for column in self.columns[1:]]
        return f"CREATE TABLE IF NOT EXISTS {self.name} (id TEXT PRIMARY KEY NOT NULL, {', '.join(listed)}){{end}}"

    @property
    def write(self) -> str:
        """Insert or bring up to date."""
        sets = ", ".join(f"{column} = excluded.{column}" for column in self.columns[1:])
        marks = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {sets}"


TABLES = (
    Table("incident_row", "incident", INCIDENT, incident_row),
    Table("episode_row", "episode", EPISODE, episode_row),
    Table("assignment_row", "assignment", ASSIGNMENT, assignment_row),
    Table("follow_up_row", "follow_up", FOLLOW_UP, follow_up_row),
)
TIMELINE = "CREATE TABLE IF NOT EXISTS timeline (incident TEXT NOT NULL, seq {integer} NOT NULL, PRIMARY KEY (incident, seq)){end}"
WRITE_TIMELINE = "INSERT INTO timeline (incident, seq) VALUES (?, ?) ON CONFLICT DO NOTHING"
VERSION_TABLE = "CREATE TABLE IF NOT EXISTS projection_version (version TEXT NOT NULL){end}"
INDEXES = (
    "CREATE INDEX IF NOT EXISTS incident_row_number ON incident_row (area, number)",
    "CREATE INDEX IF NOT EXISTS incident_row_ring ON incident_row (first_ring_at)",
    "CREATE INDEX IF NOT EXISTS episode_row_incident ON episode_row (incident)",
    "CREATE INDEX IF NOT EXISTS assignment_row_incident ON assignment_row (incident)",
    "CREATE INDEX IF NOT EXISTS follow_up_row_due ON follow_up_row (due_at)",
)
STATEMENTS = (VERSION_TABLE, TIMELINE, *(table.create for table in TABLES), *INDEXES)
VERSION = sha256("\n".join(STATEMENTS).encode()).hexdigest()[:16]
