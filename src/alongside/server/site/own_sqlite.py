"""Give Django the same safe SQLite the ledger uses; must run before Django loads its database backend."""

import importlib.util
import sys


def swap() -> None:
    """Put pysqlite3 in the place of the standard library's sqlite3, where it is installed (docs/decisions/0002-dependencies.md)."""
    if importlib.util.find_spec("pysqlite3") is not None:
        import pysqlite3
        import pysqlite3.dbapi2

        sys.modules["sqlite3"] = pysqlite3
        sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
