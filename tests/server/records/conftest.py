"""A vault beside a ledger of the small town."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.server.records.opening import open_vault
from alongside.server.records.vault import Vault
from tests.core.town import RULES, StraightRoads
from tests.ledger.town_clock import TownClock, open_town


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite3")
    dsn: str = request.getfixturevalue("postgres_dsn")
    return dsn


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    ledger = open_ledger(where, RULES, StraightRoads(), genesis="demo", clock=TownClock())
    yield open_town(ledger)
    ledger.close()


@pytest.fixture
def open_again(ledger: Ledger, where: str, tmp_path: Path) -> Iterator[Callable[[], Vault]]:
    opened: list[Vault] = []

    def again() -> Vault:
        opened.append(open_vault(ledger, where, tmp_path))
        return opened[-1]

    yield again
    for vault in opened:
        vault.close()


@pytest.fixture
def vault(open_again: Callable[[], Vault]) -> Vault:
    return open_again()
