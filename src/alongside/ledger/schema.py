"""The ledger's tables and the triggers that keep them append-only, on both databases; missing or changed triggers refuse the start."""

from collections.abc import Iterator

from alongside.ledger.engine import Engine, transaction
from alongside.ledger.refused import LedgerRefused

TYPES = {
    "sqlite": {"integer": "INTEGER", "bytes": "BLOB", "end": " STRICT"},
    "postgres": {"integer": "BIGINT", "bytes": "BYTEA", "end": ""},
}
TABLES = (
    """CREATE TABLE IF NOT EXISTS fact (
        seq {integer} PRIMARY KEY, stream TEXT NOT NULL, version {integer} NOT NULL, kind TEXT NOT NULL, kind_version {integer} NOT NULL,
        happened_at {integer} NOT NULL, recorded_at {integer} NOT NULL, "by" TEXT NOT NULL,
        request_id TEXT NOT NULL, part {integer} NOT NULL, cause TEXT NOT NULL, body TEXT NOT NULL,
        previous_hash {bytes} NOT NULL, hash {bytes} NOT NULL, UNIQUE (stream, version)){end}""",
    """CREATE TABLE IF NOT EXISTS request (
        id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, body_hash {bytes} NOT NULL, "by" TEXT NOT NULL,
        decided_at {integer} NOT NULL, recorded_at {integer} NOT NULL, rules_hash TEXT NOT NULL, code_version TEXT NOT NULL,
        outcome TEXT NOT NULL, code TEXT NOT NULL, parameters TEXT NOT NULL,
        first_seq {integer} NOT NULL, facts {integer} NOT NULL, seq {integer} NOT NULL){end}""",
    """CREATE TABLE IF NOT EXISTS enclosure (
        id TEXT PRIMARY KEY NOT NULL, owner_kind TEXT NOT NULL, owner_id TEXT NOT NULL, field TEXT NOT NULL, key_id TEXT NOT NULL,
        request_id TEXT NOT NULL, ciphertext {bytes} NOT NULL, digest TEXT NOT NULL){end}""",
    """CREATE TABLE IF NOT EXISTS enclosure_part (
        enclosure_id TEXT NOT NULL, part {integer} NOT NULL, ciphertext {bytes} NOT NULL, PRIMARY KEY (enclosure_id, part)){end}""",
    """CREATE TABLE IF NOT EXISTS data_key (
        id TEXT PRIMARY KEY NOT NULL, owner_kind TEXT NOT NULL, owner_id TEXT NOT NULL, wrapped {bytes} NOT NULL){end}""",
    """CREATE TABLE IF NOT EXISTS blind_mark (
        enclosure_id TEXT PRIMARY KEY NOT NULL, owner_kind TEXT NOT NULL, owner_id TEXT NOT NULL,
        field TEXT NOT NULL, mark {bytes} NOT NULL){end}""",
    """CREATE TABLE IF NOT EXISTS finding_token (
        enclosure_id TEXT NOT NULL, token {bytes} NOT NULL, owner_kind TEXT NOT NULL, owner_id TEXT NOT NULL,
        PRIMARY KEY (enclosure_id, token)){end}""",
    """CREATE TABLE IF NOT EXISTS erasure (
        owner_kind TEXT NOT NULL, owner_id TEXT NOT NULL, erased_at {integer} NOT NULL, "by" TEXT NOT NULL,
        PRIMARY KEY (owner_kind, owner_id)){end}""",
    "CREATE INDEX IF NOT EXISTS data_key_owner ON data_key (owner_kind, owner_id)",
    "CREATE INDEX IF NOT EXISTS enclosure_owner ON enclosure (owner_kind, owner_id)",
    "CREATE INDEX IF NOT EXISTS blind_mark_mark ON blind_mark (mark)",
    "CREATE INDEX IF NOT EXISTS finding_token_token ON finding_token (token)",
    "CREATE INDEX IF NOT EXISTS finding_token_owner ON finding_token (owner_kind, owner_id)",
)
# Each append-only table and what names one of its rows: SQLite's REPLACE deletes without firing delete triggers, so inserts are watched.
APPEND_ONLY = {
    "fact": "seq >= NEW.seq OR (stream = NEW.stream AND version = NEW.version)",
    "request": "id = NEW.id",
    "enclosure": "id = NEW.id",
    "enclosure_part": "enclosure_id = NEW.enclosure_id AND part = NEW.part",
    "erasure": "owner_kind = NEW.owner_kind AND owner_id = NEW.owner_id",
}
SAYS = "is append-only: rows are added, never changed or taken out"
GUARD = f"BEGIN RAISE EXCEPTION '% {SAYS}', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END"


def sqlite_triggers(tables: dict[str, str]) -> dict[str, str]:
    """The triggers of append-only SQLite tables: name → statement."""
    made = {}
    for table, same in tables.items():
        refuse = f"SELECT RAISE(ABORT, '{table} {SAYS}')"
        exists = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {part})" for part in same.split(" OR "))
        for verb, when in (("UPDATE", ""), ("DELETE", ""), ("INSERT", f" WHEN {exists}")):
            name = f"{table}_refuses_{verb.lower()}"
            made[name] = f"CREATE TRIGGER {name} BEFORE {verb} ON {table}{when} BEGIN {refuse}; END"
    return made


def install(engine: Engine, tables: tuple[str, ...] = TABLES, append_only: dict[str, str] = APPEND_ONLY) -> None:
    """Make what is missing in one transaction: tables always, triggers only together with a new table.

    A trigger missing from a table that was there before is not put back: it was taken out by somebody, and the start is refused.
    """
    with transaction(engine):
        there = list_tables(engine)
        for statement in tables:
            engine.execute(statement.format(**TYPES[engine.name]))
        new = {table: same for table, same in append_only.items() if table not in there}
        for statement in guards(engine, new):
            engine.execute(statement)


def guards(engine: Engine, tables: dict[str, str]) -> Iterator[str]:
    """The statements that make these tables append-only."""
    if engine.name == "sqlite":
        yield from sqlite_triggers(tables).values()
        return
    if tables:
        yield f"CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $${GUARD}$$"
    for table in tables:
        when = f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT"
        yield f"CREATE TRIGGER refuses_change {when} EXECUTE FUNCTION refuse_change()"
        yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER refuses_change"  # also in a session that plays a replica


def list_tables(engine: Engine) -> set[str]:
    """Names of the tables that exist."""
    if engine.name == "sqlite":
        return {name for (name,) in engine.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {name for (name,) in engine.fetch("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")}


def must_be_guarded(engine: Engine, append_only: dict[str, str] = APPEND_ONLY) -> None:
    """Raise :class:`LedgerRefused` where an append-only trigger is missing or is not ours."""
    broken = list_unguarded(engine, append_only)
    if broken:
        raise LedgerRefused(
            f"The append-only triggers of {', '.join(broken)} are missing or changed: somebody altered this database. "
            "Run “alongside ledger verify”, and restore a backup if it finds changed rows."
        )


def list_unguarded(engine: Engine, append_only: dict[str, str] = APPEND_ONLY) -> list[str]:
    """Append-only tables whose triggers are missing or changed, by name."""
    if engine.name == "sqlite":
        there = dict(engine.fetch("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        wanted = sqlite_triggers(append_only)
        return sorted({name.partition("_refuses_")[0] for name, sql in wanted.items() if there.get(name) != sql})
    rows = engine.fetch(
        "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
        "WHERE t.tgname = 'refuses_change' AND t.tgenabled = 'A' AND t.tgtype = 58 AND p.prosrc = ? "
        "AND c.relnamespace = current_schema()::regnamespace",
        (GUARD,),
    )
    return sorted(set(append_only) - {name for (name,) in rows})
