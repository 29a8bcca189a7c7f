"""A ledger of the small town on either database."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from alongside.ledger.engine import Engine, open_engine
from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from tests.core.town import RULES, StraightRoads
from tests.ledger.town_clock import TownClock

Open = Callable[..., Ledger]


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database: every test that uses it runs on both."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite")
    dsn: str = request.getfixturevalue("postgres_dsn")
    return dsn


@pytest.fixture
def clock() -> TownClock:
    return TownClock()


@pytest.fixture
def reopen(where: str, clock: TownClock) -> Iterator[Open]:
    """Opens the ledger of this test, again and again; whatever is still open at the end is closed."""
    opened: list[Ledger] = []

    def open_again(**options: object) -> Ledger:
        for ledger in opened:
            ledger.close()
        opened[:] = [open_ledger(where, RULES, StraightRoads(), genesis="demo", clock=clock, **options)]
        return opened[0]

    yield open_again
    for ledger in opened:
        ledger.close()


@pytest.fixture
def ledger(reopen: Open) -> Ledger:
    return reopen()


@pytest.fixture
def engine(where: str, ledger: Ledger) -> Iterator[Engine]:
    """A second, plain connection to the ledger's database."""
    engine = open_engine(where)
    yield engine
    engine.close()
