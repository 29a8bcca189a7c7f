"""The peer: Django's ORM writing the rows our ledger wrote, one transaction a request, from 64 threads.

Plain Django as its documentation suggests for SQLite: IMMEDIATE transactions, WAL, synchronous=FULL. Its engine is the same fixed SQLite.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import pysqlite3

sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

import django  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402

from alongside.ledger.projections.tables import STATEMENTS, TABLES  # noqa: E402
from alongside.ledger.row import COLUMNS  # noqa: E402
from alongside.ledger.schema import TYPES, install  # noqa: E402
from alongside.ledger.sqlite import SqliteEngine  # noqa: E402
from alongside.ledger.store import REQUEST  # noqa: E402

PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
WORDS = {"TEXT": models.TextField, "INTEGER": models.BigIntegerField, "BLOB": models.BinaryField}


class Work(NamedTuple):
    """The rows one request wrote."""

    request: dict[str, Any]
    facts: list[dict[str, Any]]
    timeline: list[dict[str, Any]]
    projected: list[tuple[str, dict[str, Any]]]


def model_of(engine: SqliteEngine, table: str, key: str = "id") -> type[models.Model]:
    """An unmanaged model with the table's own columns."""
    fields: dict[str, Any] = {"__module__": __name__}
    for _, column, kind, required, *_ in engine.fetch(f"PRAGMA table_info({table})"):
        fields[column] = WORDS[kind](primary_key=column == key, null=not required)
    fields["Meta"] = type("Meta", (), {"managed": False, "db_table": table, "app_label": "peer"})
    return type(table, (models.Model,), fields)


def read_work(engine: SqliteEngine, id: str) -> Work:
    """What our ledger wrote for this request."""
    (request,) = read_rows(engine, REQUEST, "request", "id", id)
    facts = read_rows(engine, COLUMNS, "fact", "request_id", id)
    timeline, projected = [], []
    for fact in facts:
        links = engine.fetch("SELECT incident, seq FROM timeline WHERE seq = ?", (fact["seq"],))
        timeline += [{"incident": incident, "seq": seq} for incident, seq in links]
    incident = timeline[0]["incident"]
    for table in TABLES[: 2 if len(facts) > 1 or facts[0]["kind"] == "SignGiven" else 1]:
        where = "id" if table.name == "incident_row" else "incident"
        projected += [(table.name, row) for row in read_rows(engine, table.columns, table.name, where, incident)]
    return Work(request, facts, timeline, projected)


def read_rows(engine: SqliteEngine, columns: Sequence[str], table: str, where: str, value: str) -> list[dict[str, Any]]:
    """Rows as dicts."""
    listed = ", ".join(f'"{column}"' for column in columns)
    rows = engine.fetch(f"SELECT {listed} FROM {table} WHERE {where} = ?", (value,))
    return [dict(zip(columns, row, strict=True)) for row in rows]


def run_peer(ours: Path, theirs: Path, asked: Sequence[Sequence[str]]) -> float:
    """Requests a second: each thread writes its own requests in order, each in a transaction of its own."""
    source, target = SqliteEngine(ours, reading=True), SqliteEngine(theirs)
    install(target)
    for statement in STATEMENTS:
        target.execute(statement.format(**TYPES["sqlite"]))
    work = [[read_work(source, id) for id in ids] for ids in asked]
    options = {"transaction_mode": "IMMEDIATE", "init_command": PRAGMAS, "timeout": 60}
    settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(theirs), "OPTIONS": options}})
    django.setup()
    keys = {"fact": "seq", "request": "id", "timeline": "seq", **{table.name: "id" for table in TABLES}}
    made = {name: model_of(target, name, key) for name, key in keys.items()}
    threads = [Thread(target=sit, args=(made, mine)) for mine in work]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - started
    assert target.fetch("SELECT count(*) FROM request") == [(sum(map(len, work)),)], "the peer lost requests"
    source.close()
    target.close()
    return sum(map(len, work)) / seconds


def sit(made: dict[str, Any], mine: Sequence[Work]) -> None:
    """One thread's requests."""
    for work in mine:
        with transaction.atomic():
            if made["request"].objects.filter(id=work.request["id"]).exists():
                continue
            made["request"].objects.create(**work.request)
            last = made["fact"].objects.aggregate(models.Max("seq"))["seq__max"] or 0
            facts = [made["fact"](**fact | {"seq": last + n}) for n, fact in enumerate(work.facts, 1)]
            made["fact"].objects.bulk_create(facts)
            links = [made["timeline"](**link | {"seq": last + n}) for n, link in enumerate(work.timeline, 1)]
            made["timeline"].objects.bulk_create(links)
            for table, row in work.projected:
                made[table].objects.update_or_create(id=row["id"], defaults=row)
    connection.close()
