"""Tables of the alerts, beside the read audit: noticed, answered, watched, gone through, failed. Rows are only ever added."""

from alongside.ledger.engine import Engine, Where
from alongside.ledger.schema import install
from alongside.server.records.side import open_side

TABLES = (
    """CREATE TABLE IF NOT EXISTS audit_alert (
        id TEXT PRIMARY KEY NOT NULL, at {integer} NOT NULL, rule TEXT NOT NULL, staff TEXT NOT NULL, role TEXT NOT NULL,
        owner_id TEXT NOT NULL, last_seq {integer} NOT NULL, count {integer} NOT NULL){end}""",
    """CREATE TABLE IF NOT EXISTS audit_answer (
        alert TEXT NOT NULL, at {integer} NOT NULL, "by" TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (alert, at)){end}""",
    """CREATE TABLE IF NOT EXISTS audit_watched (
        id TEXT PRIMARY KEY NOT NULL, at {integer} NOT NULL, "by" TEXT NOT NULL, staff TEXT NOT NULL, person TEXT NOT NULL,
        relation TEXT NOT NULL){end}""",
    """CREATE TABLE IF NOT EXISTS audit_review (at {integer} PRIMARY KEY, "by" TEXT NOT NULL){end}""",
    """CREATE TABLE IF NOT EXISTS audit_failure (
        id TEXT PRIMARY KEY NOT NULL, code TEXT NOT NULL, since {integer} NOT NULL, until {integer} NOT NULL){end}""",
)
APPEND_ONLY = {
    "audit_alert": "id = NEW.id",
    "audit_answer": "alert = NEW.alert AND at = NEW.at",
    "audit_watched": "id = NEW.id",
    "audit_review": "at = NEW.at",
    "audit_failure": "id = NEW.id",
}


def open_alerts(where: Where) -> Engine:
    """A connection to the audit's side tables, with these among them."""
    engine = open_side(where)
    install(engine, TABLES, APPEND_ONLY)
    return engine
