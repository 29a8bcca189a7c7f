"""One quiet demo server for all stories that do not stop or break it."""

from collections.abc import Iterator

import pytest

from tests.server.running import Person, Server, running
from tests.server.scenes import free_crews


@pytest.fixture(scope="session")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A demo without the living city: a staffed board that waits for calls."""
    with running(tmp_path_factory.mktemp("server"), "--quiet") as found:
        yield found


@pytest.fixture(scope="module")
def server(quiet: Server) -> Iterator[Server]:
    """The same demo for every file; each leaves its crews free, for which file comes next is left to chance."""
    yield quiet
    free_crews(quiet)


@pytest.fixture(scope="session")
def call_taker(quiet: Server) -> Person:
    """J. Diaz at call-taker desk 1."""
    return Person(quiet, "j-diaz")


@pytest.fixture(scope="session")
def dispatcher(quiet: Server) -> Person:
    """R. Okafor at dispatch 1."""
    return Person(quiet, "r-okafor")


@pytest.fixture(scope="session")
def nobody(quiet: Server) -> Person:
    """Somebody who has not signed in."""
    return Person(quiet)
