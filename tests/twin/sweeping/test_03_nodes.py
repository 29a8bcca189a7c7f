"""A sweep on two nodes of a Ray, each a core of its own: the rows are those of one machine, whoever is killed meanwhile."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import polars as pl
import pytest

from alongside.server.plan.sweeps.nodes import CannotSweepThere, Place, token_in
from alongside.server.plan.sweeps.on_ray import OnRay
from alongside.twin.planning.parts import Plan
from alongside.twin.planning.scenario import Practice
from alongside.twin.planning.sweep import Stopped, run_sweep
from bench.county import county
from tests.twin.sweeping.wire import Wire

pytestmark = pytest.mark.deep
ROOT = Path(__file__).parents[3]
SEEDS = range(48)  # six parts a plan
PARTS = 12


def plans() -> list[Plan]:
    """A day of a county, by the live core and by the kernels."""
    day = county(1)
    return [Plan("core", replace(day, practice=Practice(reassigns=True, sends_second=True))), Plan("kernels", day)]


@dataclass
class Nodes:
    """Two of them, and the token that is asked for."""

    place: Place
    token: Path
    first: subprocess.Popen[bytes]
    second: subprocess.Popen[bytes]


@pytest.fixture(scope="module")
def nodes() -> Iterator[Nodes]:
    """On addresses of this machine that nobody else reaches."""
    if find_spec("ray") is None:
        pytest.skip("Ray is not installed (./dev check --deep installs the lock group ray)")
    for name in [name for name in os.environ if name.startswith("RAY_")]:
        del os.environ[name]  # another story may have asked elsewhere
    folder = Path(tempfile.mkdtemp(prefix="ray-"))  # short: Ray keeps sockets below it
    asked, joined = free_port(), free_port()
    first = start(folder, "--at", "127.0.0.2", "--port", str(asked), "--joining", str(joined))
    must_open("127.0.0.2", asked)
    second = start(folder, "--at", "127.0.0.3", "--join", f"127.0.0.2:{joined}")
    try:
        yield Nodes(Place("127.0.0.2", asked), token_in(folder), first, second)
    finally:
        for node in (second, first):
            node.terminate()
            node.wait()
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with socket.create_server(("127.0.0.2", 0)) as taken:
        return int(taken.getsockname()[1])


def start(folder: Path, *said: str) -> subprocess.Popen[bytes]:
    """A node that is there."""
    told = folder / f"{said[1]}.log"
    command = [sys.executable, "-m", "alongside", "twin", "node", *said, "--cores", "1"]
    with told.open("wb") as log:
        node = subprocess.Popen(command, cwd=ROOT, env=environment(folder), stdout=log, stderr=log)
    while "runtime started" not in told.read_text():
        assert node.poll() is None, told.read_text()
        time.sleep(0.1)
    return node


def must_open(host: str, port: int) -> None:
    """Ray says that it has started before its door is open."""
    while True:
        with suppress(ConnectionRefusedError):
            return socket.create_connection((host, port)).close()
        time.sleep(0.1)


def environment(folder: Path) -> dict[str, str]:
    return os.environ | {"ALONGSIDE_DATA": str(folder), "RAY_TMPDIR": str(folder)}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> pl.DataFrame:
    """The same sweep by two processes of this machine."""
    return run_sweep(plans(), SEEDS, tmp_path_factory.mktemp("alone"), processes=2)


def test_01_two_nodes_give_the_rows_of_one_machine_and_both_have_worked(nodes: Nodes, alone: pl.DataFrame, tmp_path: Path) -> None:
    there, told = OnRay(nodes.place, nodes.token), list[int]()
    runs = run_sweep(plans(), SEEDS, tmp_path, lambda done, _: not told.append(done), live=there)
    assert runs.equals(alone)
    assert runs["engine"].unique().sort().to_list() == ["core", "kernel"]
    assert told == list(range(1, PARTS + 1))
    assert set(there.by_node) == {"127.0.0.2", "127.0.0.3"}
    assert there.by_node.total() == PARTS


ASKER = """
import sys
from pathlib import Path
from alongside.twin.planning.sweep import run_sweep
from alongside.server.plan.sweeps.nodes import Place
from alongside.server.plan.sweeps.on_ray import OnRay
from tests.twin.sweeping.test_03_nodes import SEEDS, plans
run_sweep(plans(), SEEDS, Path(sys.argv[1]), lambda *_: True, live=OnRay(Place(sys.argv[2], int(sys.argv[3])), Path(sys.argv[4])))
"""


def ask_elsewhere(nodes: Nodes, folder: Path, path: str = "") -> subprocess.Popen[str]:
    """In a process of its own, with the code at that path before ours."""
    command = [sys.executable, "-c", ASKER, str(folder), nodes.place.host, str(nodes.place.port), str(nodes.token)]
    ours = {name: said for name, said in os.environ.items() if not name.startswith("RAY_")}  # what a sweep in this process left there
    return subprocess.Popen(command, cwd=ROOT, env=ours | {"PYTHONPATH": path}, stderr=subprocess.PIPE, text=True)


def test_02_an_asker_killed_in_the_middle_asks_again_only_what_is_missing(nodes: Nodes, alone: pl.DataFrame, tmp_path: Path) -> None:
    asker = ask_elsewhere(nodes, tmp_path)
    while not list(tmp_path.glob("*.parquet")):
        assert asker.poll() is None
        time.sleep(0.02)
    asker.send_signal(signal.SIGKILL)
    asker.communicate()
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.parquet")}
    there = OnRay(nodes.place, nodes.token)
    assert run_sweep(plans(), SEEDS, tmp_path, live=there).equals(alone)
    assert there.by_node.total() == PARTS - len(kept)
    assert all(path.stat().st_mtime_ns == when for path, when in kept.items())


def test_03_a_sweep_that_was_stopped_goes_on_where_it_was(nodes: Nodes, alone: pl.DataFrame, tmp_path: Path) -> None:
    with pytest.raises(Stopped, match=f"2 of {PARTS} parts are kept"):
        run_sweep(plans(), SEEDS, tmp_path, lambda done, _: done < 2, live=OnRay(nodes.place, nodes.token))
    there = OnRay(nodes.place, nodes.token)
    assert run_sweep(plans(), SEEDS, tmp_path, live=there).equals(alone)
    assert there.by_node.total() == PARTS - 2


def test_04_an_asker_with_other_code_is_refused_with_both_marks_and_keeps_nothing(nodes: Nodes, tmp_path: Path) -> None:
    other = tmp_path / "src/alongside"
    shutil.copytree(ROOT / "src/alongside", other, ignore=shutil.ignore_patterns("static", "__pycache__", "areas"))
    (other / "library/areas").symlink_to(ROOT / "src/alongside/library/areas")
    with (other / "core/decide.py").open("a") as source:
        source.write("\n# decides otherwise\n")
    asker = ask_elsewhere(nodes, tmp_path / "parts", str(tmp_path / "src"))
    said = asker.communicate()[1]
    assert asker.returncode == 1
    assert "runs other code (" in said
    assert "put the same version of Alongside on both" in said
    assert not list((tmp_path / "parts").iterdir())


def test_05_nobody_who_does_not_show_the_token_is_let_in(nodes: Nodes, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.token"
    wrong.write_text("0" * 64)
    asker = ask_elsewhere(replace(nodes, token=wrong), tmp_path / "parts")
    said = asker.communicate()[1]
    assert asker.returncode == 1
    assert "would not be joined" in said
    assert not list((tmp_path / "parts").iterdir())


def test_08_a_wire_that_breaks_again_and_again_is_waited_for(nodes: Nodes, alone: pl.DataFrame, tmp_path: Path) -> None:
    with Wire(nodes.place) as wire:
        there, told = OnRay(wire.near, nodes.token), list[int]()
        runs = run_sweep(plans(), SEEDS, tmp_path, lambda done, _: not (told.append(done) or wire.cut()), live=there)
    assert runs.equals(alone)
    assert wire.was_cut == PARTS
    assert told == list(range(1, PARTS + 1))
    assert there.by_node.total() == PARTS


def killing(node: subprocess.Popen[bytes]) -> Callable[[int, int], bool]:
    """Once the first part is there."""

    def go_on(done: int, of: int) -> bool:
        node.kill()
        return True

    return go_on


def test_06_a_node_killed_in_the_middle_loses_nothing_and_its_parts_are_lived_by_the_other(
    nodes: Nodes, alone: pl.DataFrame, tmp_path: Path
) -> None:
    there = OnRay(nodes.place, nodes.token)
    assert run_sweep(plans(), SEEDS, tmp_path, killing(nodes.second), live=there).equals(alone)
    assert there.by_node.total() == PARTS


def test_07_when_the_first_node_is_lost_it_is_said_and_what_came_back_is_kept(nodes: Nodes, tmp_path: Path) -> None:
    with pytest.raises(CannotSweepThere, match="was lost .* ask again"):
        run_sweep(plans(), SEEDS, tmp_path, killing(nodes.first), live=OnRay(nodes.place, nodes.token))
    assert list(tmp_path.glob("*.parquet"))
