"""Where sessions, staff and machine clients are kept: beside the ledger, never in it."""

from typing import Any

from psycopg.conninfo import conninfo_to_dict

from alongside.server.site.options import Options


def side_database(options: Options) -> dict[str, Any]:
    """Django's database: a SQLite file beside the ledger, or the ledger's own PostgreSQL server."""
    if options.database:
        return postgres(options.database)
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA trusted_schema=OFF;"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": options.data / "people.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": pragmas},
        "CONN_MAX_AGE": 0,
        "TEST": {"NAME": ":memory:"},
    }


def postgres(address: str) -> dict[str, Any]:
    """Django's words for a PostgreSQL address, a URL or a connection string. What it has no word for is passed on (``sslmode`` …)."""
    told = conninfo_to_dict(address)
    named = {word: str(told.pop(name, "")) for name, word in NAMES.items()}
    return {"ENGINE": "django.db.backends.postgresql", **named, "OPTIONS": told, "CONN_MAX_AGE": 0}


NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
