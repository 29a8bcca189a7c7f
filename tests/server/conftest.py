"""One quiet demo server for all stories that do not stop or break it."""

from collections.abc import Iterator

import pytest

from tests.server.running import Person, Server, running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A demo without the living city: a staffed board that waits for calls."""
    with running(tmp_path_factory.mktemp("server"), "--quiet") as found:
        yield found


@pytest.fixture(scope="session")
def call_taker(server: Server) -> Person:
    """J. Diaz at call-taker desk 1."""
    return Person(server, "j-diaz")


@pytest.fixture(scope="session")
def dispatcher(server: Server) -> Person:
    """R. Okafor at dispatch 1."""
    return Person(server, "r-okafor")


@pytest.fixture(scope="session")
def nobody(server: Server) -> Person:
    """Somebody who has not signed in."""
    return Person(server)
