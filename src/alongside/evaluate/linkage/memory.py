"""A database that exists in this process's memory and nowhere else: no file, no spilling, no extension, no setting changed afterwards."""

import duckdb

KEPT_IN_MEMORY = (
    "SET temp_directory = ''",  # nowhere to spill to
    "SET max_temp_directory_size = '0 KiB'",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_progress_bar = false",
)
SHUT = ("SET enable_external_access = false", "SET lock_configuration = true")  # no file, no network; and it stays that way


def open_in_memory(limit_mb: int, threads: int) -> duckdb.DuckDBPyConnection:
    """Raises ``duckdb.OutOfMemoryException`` from any later statement that would need more than ``limit_mb``."""
    connection = duckdb.connect(":memory:")
    for setting in (*KEPT_IN_MEMORY, f"SET memory_limit = '{limit_mb} MB'", f"SET threads = {threads}", *SHUT):
        connection.execute(setting)
    return connection
