"""The directory on disk: organizations and services as they were read, beside the ledger; searched in memory."""

import json
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import Any, NamedTuple

from alongside.core.directory.service import Service
from alongside.ledger.engine import Engine, Where, is_postgres, open_engine, sqlite_path, transaction
from alongside.library.directory.changes import Changes, Kept, compare
from alongside.library.directory.entries import Entry, entries_of
from alongside.library.directory.joining import join
from alongside.library.directory.opening import bundled, read_rows
from alongside.library.directory.report import Report
from alongside.library.directory.summary import summarize

TABLES = (
    "CREATE TABLE IF NOT EXISTS directory_entry "
    "(id TEXT PRIMARY KEY, source TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, gone_since BIGINT)",
    "CREATE TABLE IF NOT EXISTS directory_turn (turn BIGINT PRIMARY KEY, at BIGINT NOT NULL, what TEXT NOT NULL, told TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS directory_licensed (code TEXT PRIMARY KEY, need TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS directory_confirmed (service TEXT PRIMARY KEY, at BIGINT NOT NULL, staff TEXT NOT NULL)",
)
PUT = (
    "INSERT INTO directory_entry (id, source, kind, body, gone_since) VALUES (?, ?, ?, ?, NULL) ON CONFLICT (id) DO UPDATE SET "
    "source = excluded.source, kind = excluded.kind, body = excluded.body, gone_since = NULL"
)
CONFIRM = (
    "INSERT INTO directory_confirmed (service, at, staff) VALUES (?, ?, ?) "
    "ON CONFLICT (service) DO UPDATE SET at = excluded.at, staff = excluded.staff"
)
TURN = "INSERT INTO directory_turn (turn, at, what, told) SELECT coalesce(max(turn), 0) + 1, ?, ?, ? FROM directory_turn"


class Page(NamedTuple):
    """Everything listed at one moment."""

    services: Mapping[str, Service] = {}
    bodies: Mapping[str, Mapping[str, Any]] = {}  # services and organizations by id
    confirmed_by: Mapping[str, str] = {}

    def name_of(self, partner: str) -> str:
        """What whoever referrals go to is called: the organization, or the service where none is known."""
        named = next((one.organization or one.name for one in self.services.values() if one.partner == partner), "")
        return named or str(self.bodies.get(partner, {}).get("name", partner))


class Directory:
    """One directory; any thread may ask. What another process imported is seen at the next question."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._lock, self._turn, self._page = engine, Lock(), -1, Page()
        with transaction(engine):
            self._install()

    def page(self) -> Page:
        """What is listed now."""
        with self._lock:
            ((turn,),) = self._engine.fetch("SELECT coalesce(max(turn), 0) FROM directory_turn")
            if turn != self._turn:
                self._turn, self._page = turn, self._read()
            return self._page

    def take(self, entries: Iterable[Entry], source: str, now: int, told: Mapping[str, Any]) -> Changes:
        """Keep these in place of what ``source`` said before. What it no longer lists is marked, never deleted."""
        with self._lock, transaction(self._engine):
            changes = compare(self._kept(), entries, source)
            self._write(changes, source, now, told)
        return changes

    def compare(self, entries: Iterable[Entry], source: str) -> Changes:
        """What taking them would change."""
        with self._lock:
            return compare(self._kept(), entries, source)

    def take_licensed(self, licensed: Mapping[str, str], now: int) -> None:
        """Codes of a taxonomy the county holds a licence for, in place of those before."""
        with self._lock, transaction(self._engine):
            self._license(licensed, now)

    def confirm(self, service: str, staff: str, now: int) -> None:
        """Somebody asked there, and it is as it stands."""
        with self._lock, transaction(self._engine):
            self._confirm(service, staff, now)

    def last_told(self) -> Mapping[str, Any] | None:
        """The report of the newest import, or None."""
        with self._lock:
            rows = self._engine.fetch("SELECT at, told FROM directory_turn WHERE what = 'import' ORDER BY turn DESC LIMIT 1")
        return {"at": rows[0][0], **json.loads(rows[0][1])} if rows else None

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            self._engine.close()

    def _install(self) -> None:
        for sql in TABLES:
            self._engine.execute(sql)

    def _kept(self) -> dict[str, Kept]:
        rows = self._engine.fetch("SELECT id, source, kind, body, gone_since FROM directory_entry")
        return {id: Kept(source, kind, json.loads(body), gone_since) for id, source, kind, body, gone_since in rows}

    def _read(self) -> Page:
        kept = self._kept()
        organizations = {id: one.body for id, one in kept.items() if one.kind == "organization"}
        told = {id: (at, staff) for id, at, staff in self._engine.fetch("SELECT service, at, staff FROM directory_confirmed")}
        licensed = dict(self._engine.fetch("SELECT code, need FROM directory_licensed"))
        services = {}
        for id, one in kept.items():
            if one.kind == "service":
                organization = organizations.get(str(one.body.get("organization_id", "")))
                found = summarize(one.body, organization, one.gone_since, licensed)
                at = max((when for when in (found.confirmed_at, told.get(id, (None,))[0]) if when is not None), default=None)
                services[id] = found._replace(confirmed_at=at)
        return Page(services, {id: one.body for id, one in kept.items()}, {id: staff for id, (_, staff) in told.items()})

    def _write(self, changes: Changes, source: str, now: int, told: Mapping[str, Any]) -> None:
        put = [*changes.new.values(), *(one for one, _ in changes.changed.values())]
        self._engine.execute_many(PUT, [(one.id, source, one.kind, json.dumps(one.body)) for one in put])
        for at, ids in ((now, changes.vanished), (None, changes.back)):
            for id in ids:
                self._engine.execute("UPDATE directory_entry SET gone_since = ? WHERE id = ?", (at, id))
        self._engine.execute(TURN, (now, "import", json.dumps(told)))

    def _license(self, licensed: Mapping[str, str], now: int) -> None:
        self._engine.execute("DELETE FROM directory_licensed")
        self._engine.execute_many("INSERT INTO directory_licensed (code, need) VALUES (?, ?)", list(licensed.items()))
        self._engine.execute(TURN, (now, "licensed", "{}"))

    def _confirm(self, service: str, staff: str, now: int) -> None:
        self._engine.execute(CONFIRM, (service, now, staff))
        self._engine.execute(TURN, (now, "confirmed", "{}"))


def open_directory(where: Where) -> Directory:
    """The directory beside a ledger: a file of its own, or the ledger's own PostgreSQL database."""
    if is_postgres(where):
        return Directory(open_engine(where))
    path = sqlite_path(where).with_name("directory.sqlite3")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(0o600)
    return Directory(open_engine(path))


def offer_bundled(directory: Directory, area: str, now: int) -> None:
    """Where nothing was ever imported, a demo lists the area's invented services."""
    path = bundled(area)
    if path is not None and directory.last_told() is None:
        report = Report()
        entries = entries_of(join(read_rows([path], report), report), area)
        directory.take(entries, area, now, {"source": area, "files": [path.name], **report.as_json()})
