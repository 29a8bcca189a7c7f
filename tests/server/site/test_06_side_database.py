"""Where Django keeps accounts and sessions: the same address as the ledger's, read as PostgreSQL itself reads it."""

from alongside.server.site.side_database import postgres


def test_01_nothing_of_an_address_is_lost() -> None:
    told = postgres("postgresql://county:p%40ss@DB.example:6432/calls?sslmode=verify-full")
    assert {told[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {"calls", "county", "p@ss", "DB.example", "6432"}
    assert told["OPTIONS"] == {"sslmode": "verify-full"}


def test_02_a_socket_folder_and_a_connection_string_will_do() -> None:
    assert postgres("postgresql://%2Frun%2FPG/calls")["HOST"] == "/run/PG"
    told = postgres("host=/run/PG dbname=calls")
    assert (told["HOST"], told["NAME"], told["PORT"], told["OPTIONS"]) == ("/run/PG", "calls", "", {})
