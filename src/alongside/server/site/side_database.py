"""Where sessions, staff and machine clients are kept: beside the ledger, never in it."""

from typing import Any
from urllib.parse import unquote, urlsplit

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
        "CONN_MAX_AGE": None,
        "TEST": {"NAME": ":memory:"},
    }


def postgres(address: str) -> dict[str, Any]:
    """Django's words for a PostgreSQL address (``postgresql://user:word@host:port/name``)."""
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.removeprefix("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
