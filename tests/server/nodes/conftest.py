"""Two servers on one PostgreSQL database, as the guide says to run them: each with its own folder and port, both with the same two keys."""

import shutil
import uuid
from collections.abc import Iterator

import httpx
import psycopg
import pytest

from tests.server.exchange.test_01_machine_interface import machine
from tests.server.running import Person, Server, running


@pytest.fixture(scope="session")
def shared_database(postgres_server: str) -> Iterator[str]:
    """A database for all stories of this folder, dropped afterwards."""
    name = f"nodes_{uuid.uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    yield psycopg.conninfo.make_conninfo(postgres_server, dbname=name)
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def server(shared_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The first node: whatever is told of one server holds on PostgreSQL, too."""
    with running(tmp_path_factory.mktemp("first"), "--quiet", database=shared_database) as first:
        yield first


@pytest.fixture(scope="session")
def second(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The second node."""
    data = tmp_path_factory.mktemp("second")
    for key in ("vault.key", "server.key"):
        shutil.copy2(server.data / key, data / key)
    with running(data, "--quiet", database=server.database) as other:
        yield other


@pytest.fixture(scope="session")
def call_taker(server: Server) -> Person:
    """J. Diaz at the first node."""
    return Person(server, "j-diaz")


@pytest.fixture(scope="session")
def dispatcher(server: Server) -> Person:
    """R. Okafor at the first node."""
    return Person(server, "r-okafor")


@pytest.fixture(scope="session")
def nobody(server: Server) -> Person:
    """Somebody who has not signed in."""
    return Person(server)


@pytest.fixture(scope="session")
def own(server: Server) -> Server:
    """The first node under the name that stories about accounts know it by."""
    return server


@pytest.fixture(scope="session")
def cad(server: Server) -> httpx.Client:
    """A dispatch system at the first node."""
    return machine(server, "call_taker")
