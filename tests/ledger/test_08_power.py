"""Power cuts at any moment: what was acknowledged is there, and the ledger is whole. With synchronous=NORMAL it is not."""

from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from alongside.ledger.batch import Batch
from alongside.ledger.guidance import Guidance
from alongside.ledger.preparing import check
from alongside.ledger.replay import bring_up
from alongside.ledger.sqlite import SqliteEngine
from alongside.ledger.verify import verify
from tests.core.story import START
from tests.core.town import RULES, StraightRoads
from tests.ledger.power import Event, NotingDisk, PowerEngine, cut
from tests.ledger.town_clock import call, staffing

COMMITS, CUTS = 40, 300


class Worked(NamedTuple):
    """What was asked of the disk, and when each request was acknowledged, as a count of events."""

    events: list[Event]
    acknowledged: dict[str, int]


def work(folder: Path, synchronous: str) -> Worked:
    """Our own transactions, one commit each, on a disk that notes everything."""
    disk = NotingDisk(f"noting-{synchronous}-{folder.name}")
    engine = PowerEngine(folder / "ledger.sqlite3", disk, synchronous)
    check(engine, "demo", START)
    memory, acknowledged = bring_up(engine), dict[str, int]()
    for requests in (list(staffing()), *([call(f"i{n}"), call(f"j{n}")] for n in range(COMMITS))):
        engine.begin()
        batch = Batch(engine, memory, Guidance(RULES, StraightRoads()), START, [request.id for request in requests])
        for request in requests:
            assert batch.decide(request, START, ()).granted
        batch.write()
        engine.commit()
        acknowledged |= {request.id: len(disk.events) for request in requests}
    events = list(disk.events)
    engine.close()
    return Worked(events, acknowledged)


def count_losses(worked: Worked, folder: Path, cuts: int, seed: int) -> tuple[int, int]:
    """Cuts after which an acknowledged request is gone, and cuts after which the ledger is not whole."""
    dice, lost, broken = Random(seed), 0, 0
    first = min(worked.acknowledged.values())
    for number in range(cuts):
        at = dice.randrange(first, len(worked.events) + 1)
        scene = folder / f"cut{number}"
        scene.mkdir()
        for name, content in cut(worked.events, at, dice).items():
            (scene / name).write_bytes(content)
        engine = SqliteEngine(scene / "ledger.sqlite3")
        kept = {id for (id,) in engine.fetch("SELECT id FROM request")}
        lost += any(id not in kept for id, when in worked.acknowledged.items() if when <= at)
        broken += not verify(engine).is_whole
        engine.close()
    return lost, broken


def test_01_full_loses_nothing(tmp_path: Path) -> None:
    assert count_losses(work(tmp_path, "FULL"), tmp_path, CUTS // 4, 1) == (0, 0)


def test_02_normal_loses_acknowledged_calls_so_this_can_fail(tmp_path: Path) -> None:
    lost, broken = count_losses(work(tmp_path, "NORMAL"), tmp_path, CUTS // 4, 1)
    assert lost > 0
    assert broken == 0


@pytest.mark.deep
def test_03_full_loses_nothing_in_many_cuts(tmp_path: Path) -> None:
    worked = work(tmp_path, "FULL")
    for seed in range(20):
        (tmp_path / str(seed)).mkdir()
        assert count_losses(worked, tmp_path / str(seed), CUTS, seed) == (0, 0)
