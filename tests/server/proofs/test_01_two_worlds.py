"""What somebody may not know makes no difference to what they are told: bodies, headers, counts, order, streams, to the byte."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import psycopg
import pytest

from tests.server.proofs import scripts
from tests.server.proofs.bugs import BUGS
from tests.server.proofs.play import Run
from tests.server.proofs.worlds import Both, differences, play_both

EVERYDAY = [Run(0, 20), Run(scripts.PROMISING, 20)]
FAULTY = [Run(scripts.PROMISING + 2_000 + 10 * at, 1, bug) for at, bug in enumerate(BUGS)]
DEEP = [Run(100, 200), Run(scripts.PROMISING + 100, 200)]


@pytest.fixture
def databases(postgres_server: str) -> Iterator[tuple[str, str]]:
    """Two databases of PostgreSQL."""
    names = ("two_worlds_secret", "two_worlds_plain")
    with psycopg.connect(postgres_server, autocommit=True) as server:
        for name in names:
            server.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload, unused-ignore]
    secret, plain = (psycopg.conninfo.make_conninfo(postgres_server, dbname=name) for name in names)
    yield secret, plain
    with psycopg.connect(postgres_server, autocommit=True) as server:
        for name in names:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[call-overload, unused-ignore]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Forty scripts as the server is, then one with each fault."""
    return play_both(tmp_path_factory.mktemp("worlds"), [*EVERYDAY, *FAULTY])


def of(heard: Both, runs: Sequence[Run]) -> Both:
    """What was heard in some runs."""
    numbers = {number for run in runs for number in range(run.first, run.first + run.count)}
    mine, other = ([one for one in world if one.script in numbers] for world in heard)
    return mine, other


def test_01_a_need_that_is_not_theirs_changes_nothing_they_are_told(heard: Both) -> None:
    everyday = of(heard, EVERYDAY)
    assert differences(everyday) == []
    told = Counter(one.status for one in everyday[0])
    assert len({one.script for one in everyday[0]}) == 40
    assert min(told[status] for status in (200, 403, 404, 409)) > 30  # pages were seen, and tries refused


@pytest.mark.parametrize("run", FAULTY, ids=lambda run: run.bug)
def test_02_two_worlds_tell_every_planted_fault_apart(heard: Both, run: Run) -> None:
    assert differences(of(heard, [run])) != []


def test_03_the_same_on_postgresql(tmp_path: Path, databases: tuple[str, str]) -> None:
    assert differences(play_both(tmp_path, [Run(40, 3), Run(scripts.PROMISING + 40, 3)], databases)) == []


@pytest.mark.deep
def test_04_four_hundred_scripts(tmp_path: Path) -> None:
    assert differences(play_both(tmp_path, DEEP)) == []


@pytest.mark.deep
def test_05_four_hundred_scripts_on_postgresql(tmp_path: Path, databases: tuple[str, str]) -> None:
    assert differences(play_both(tmp_path, DEEP, databases)) == []
