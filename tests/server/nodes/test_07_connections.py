"""Connections to PostgreSQL: none is left behind by a page, and all are made anew where the database was restarted."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest

from tests.conftest import DISK, find_postgres, run_postgres, start_postgres
from tests.server.running import Person, Server, running, until

OPEN = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"


@pytest.fixture(scope="module")
def own_postgres() -> Iterator[Path]:
    """The folder of a database server that a story may stop."""
    programs = find_postgres()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (as root on Debian, ./dev test installs it)")
    folder = Path(tempfile.mkdtemp(prefix="alongside-postgres-", dir=DISK))
    try:
        start_postgres(programs, folder)
        yield folder
    finally:
        turn(folder, "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def restarted(own_postgres: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A node on that server alone."""
    with running(tmp_path_factory.mktemp("restarted"), "--quiet", database=dsn_of(own_postgres)) as node:
        yield node


def dsn_of(folder: Path) -> str:
    """Its address."""
    return f"host={folder} port=5432 user=postgres dbname=postgres"


def turn(folder: Path, *how: str) -> None:
    """Stop or restart, as a package upgrade does: whoever is connected is cut off."""
    run_postgres([str((find_postgres() or folder) / "pg_ctl"), *how, "-D", f"{folder}/db", "-m", "fast", "-w", "-l", f"{folder}/log"])


def count_open(database: str) -> int:
    """Connections to it, this one left out."""
    with psycopg.connect(database) as asked:
        return int(asked.execute(OPEN).fetchone()[0]) - 1  # type: ignore[index]


def test_01_eighty_pages_leave_no_connection_behind(server: Server, dispatcher: Person) -> None:
    before = count_open(server.database)
    for _ in range(40):
        assert dispatcher.get("/dispatch/").status_code == 200
        assert dispatcher.get("/staff/").status_code == 403
    assert count_open(server.database) <= before + 2


def test_02_after_a_restart_of_the_database_everything_answers_again(restarted: Server, own_postgres: Path) -> None:
    person = Person(restarted, "j-diaz")
    incident = person.take_call()
    turn(own_postgres, "restart")
    assert until(lambda: answers(person, f"/intake/{incident}")), restarted.log.read_text()[-3_000:]
    assert until(lambda: answers(person, "/board.json"))
    assert until(lambda: answers(person, "/health"))
    assert person.take_call() != incident
    assert until(lambda: Person(restarted, "r-okafor").get("/dispatch/").status_code == 200)


def test_03_and_who_is_turned_off_afterwards_is_out_within_a_second(restarted: Server) -> None:
    person, administrator = Person(restarted, "r-okafor"), Person(restarted, "e-adeyemi")
    assert person.get("/board.json").status_code == 200
    changed = {"name": "R. Okafor", "role": "evaluator", "agency": "", "seat": "", "supervisor": "", "ends": ""}
    assert administrator.form("/staff/person/r-okafor", **changed).status_code == 302
    assert until(lambda: person.get("/board.json").status_code == 401, 1.0)


def answers(person: Person, path: str) -> bool:
    """Whether the page is there; while the database is away nothing need answer."""
    try:
        return person.get(path).status_code == 200
    except httpx.HTTPError:
        return False
