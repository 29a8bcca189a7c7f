"""The setting of the tests themselves."""

import os
from pathlib import Path

import psycopg


def test_data_folder_is_temporary(data_folder: Path) -> None:
    assert Path(os.environ["ALONGSIDE_DATA"]) == data_folder


def test_each_test_has_a_database_of_its_own(postgres_dsn: str) -> None:
    with psycopg.connect(postgres_dsn) as database:
        database.execute("CREATE TABLE note (words text)")
        assert database.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (1,)


def test_postgres_keeps_unicode_and_waits_for_the_disk(postgres_dsn: str) -> None:
    with psycopg.connect(postgres_dsn) as database:
        rows = [database.execute(f"SHOW {name}").fetchone() for name in ("server_encoding", "synchronous_commit", "fsync")]
    assert rows == [("UTF8",), ("on",), ("on",)]
