"""A sweep over several machines, as far as one machine can tell: where it is asked, what travels, who is refused."""

import socket
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from alongside.server.plan.sweeps.cli_door import begin
from alongside.server.plan.sweeps.cli_node import parser, words
from alongside.server.plan.sweeps.first_node import DOOR, with_door
from alongside.server.plan.sweeps.nodes import CannotSweepThere, Place, make_token, must_have_token, must_listen, read_place, set_up
from alongside.twin.planning.parts import Plan
from alongside.twin.planning.running import find_ready, run_seeds
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.sweeping.at_a_node import answer
from alongside.twin.sweeping.code_mark import code_mark, mark_of_sources
from alongside.twin.sweeping.parcels import pack, read_figures
from tests.server.running import until
from tests.twin.planning.scenarios import scenario

pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")


def small() -> Scenario:
    return scenario(Random(12), 0.05)


def test_01_a_place_is_a_host_and_a_port() -> None:
    assert read_place("ray://10.0.0.5") == Place("10.0.0.5", 10001)
    assert str(read_place(" ray://nodes.example.org:7777/ ")) == "ray://nodes.example.org:7777"
    assert read_place("ray://[fe80::1]:7777") == Place("[fe80::1]", 7777)


@pytest.mark.parametrize("said", ["", "10.0.0.5", "ray://", "http://10.0.0.5", "ray://10.0.0.5:0", "ray://10.0.0.5:99999", "ray://a b"])
def test_02_what_names_no_place_is_refused_with_how_to_write_one(said: str) -> None:
    with pytest.raises(CannotSweepThere, match="write ray://HOST:PORT"):
        read_place(said)


def test_03_where_nobody_answers_it_is_said_at_once_and_what_to_look_at() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]
    with pytest.raises(CannotSweepThere, match=f"nobody answers at ray://127.0.0.1:{free} .* see that the first node runs"):
        must_listen(Place("127.0.0.1", free))


@pytest.mark.parametrize("practice", [Practice(), Practice(reassigns=True, sends_second=True)], ids=["kernels", "live core"])
def test_04_what_a_node_answers_is_what_the_live_core_of_this_machine_finds(practice: Practice) -> None:
    one = replace(small(), practice=practice)
    code, told = answer(code_mark(), pack(Plan("any", one), find_ready(one)), [3, 4])
    assert code == code_mark()
    assert repr([figures.as_row() for figures in read_figures(told)]) == repr([each.as_row() for each in run_seeds(one, None, [3, 4])])


def test_05_a_node_with_other_code_says_so_and_does_not_even_open_what_it_was_sent() -> None:
    assert answer("0123456789abcdef", b"nothing it could open", [1]) == (code_mark(), b"")


def test_06_the_mark_of_the_code_changes_with_any_source_and_its_name(tmp_path: Path) -> None:
    marks = set()
    for name, content in (("core/a.py", "one"), ("core/a.py", "two"), ("twin/engine/a.py", "two"), ("server/a.py", "two")):
        root = tmp_path / str(len(marks)) / name.replace("/", "-")
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text(content)
        marks.add(mark_of_sources(root))
    assert len(marks) == 4  # the last has no source that decides
    assert mark_of_sources(tmp_path / "nothing") in marks


def test_07_the_first_node_makes_a_token_that_only_its_owner_reads_and_keeps_the_one_there_is(tmp_path: Path) -> None:
    path = tmp_path / "plan/nodes.token"
    make_token(path)
    token = path.read_text()
    make_token(path)
    assert (len(token), path.read_text()) == (64, token)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_08_ray_asks_for_the_token_and_tells_nobody_that_it_is_used_unless_somebody_said_otherwise(tmp_path: Path) -> None:
    ours: dict[str, str] = {}
    set_up(ours, tmp_path / "token")
    assert (ours["RAY_AUTH_MODE"], ours["RAY_USAGE_STATS_ENABLED"], ours["RAY_worker_niceness"]) == ("token", "0", "0")
    with pytest.raises(CannotSweepThere, match="there is no token .* copy it from the first node"):
        must_have_token(ours, "ray://10.0.0.5:10001")
    must_have_token(ours | {"RAY_AUTH_TOKEN": "theirs"}, "ray://10.0.0.5:10001")
    theirs = {"RAY_AUTH_MODE": "disabled"}
    set_up(theirs, tmp_path / "token")
    must_have_token(theirs, "ray://10.0.0.5:10001")
    assert theirs["RAY_AUTH_MODE"] == "disabled"


def test_09_the_first_node_shows_no_dashboard_and_a_further_one_joins_it() -> None:
    first = words(parser().parse_args(["--at", "10.0.0.5", "--cores", "4"]))
    assert {"--head", "--node-ip-address=10.0.0.5", "--num-cpus=4", "--include-dashboard=false", "--disable-usage-stats"} <= {*first}
    further = words(parser().parse_args(["--at", "10.0.0.6", "--join", "10.0.0.5:6379"]))
    assert {"--address=10.0.0.5:6379", "--node-ip-address=10.0.0.6"} <= {*further}
    assert not {"--head", "--include-dashboard=false"} & {*further}


WITHOUT = """
import sys
sys.modules["ray"] = None
from alongside.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_10_without_ray_a_node_says_what_to_install_and_nothing_is_started(tmp_path: Path) -> None:
    asked = [sys.executable, "-c", WITHOUT, "twin", "node", "--at", "127.0.0.1"]
    run = subprocess.run(asked, capture_output=True, text=True, check=False, env={"ALONGSIDE_DATA": str(tmp_path)})
    assert run.returncode == 2
    assert "needs Ray, which is not installed here; install the lock group ray" in run.stderr
    assert not list(tmp_path.iterdir())


BEGINS = "import sys; from alongside.server.plan.sweeps.cli_door import begin; print(begin(sys.argv[1:], None).pid, flush=True)"
BLOCKED = "import signal; print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))"


def test_11_whom_the_door_begins_for_an_asker_ends_with_the_door_and_not_by_its_ctrl_c() -> None:
    """What Ray does in a copy of the door, which now and then dies of it."""
    blocked = begin([sys.executable, "-c", BLOCKED], preexec_fn=lambda: None, stdout=subprocess.PIPE)
    assert blocked.communicate()[0] == b"True\n"
    door = subprocess.run([sys.executable, "-c", BEGINS, "sleep", "60"], capture_output=True, check=True)
    begun = int(door.stdout)
    assert until(lambda: not is_there(begun)), "whoever began it is gone"


def is_there(pid: int) -> bool:
    """Whether this process still runs."""
    told = Path(f"/proc/{pid}/stat")
    return told.exists() and told.read_text().rpartition(")")[2].split()[0] != "Z"


def test_12_the_first_node_has_our_door_and_everything_else_is_started_as_ray_starts_it() -> None:
    started = list[tuple[object, ...]]()
    start = with_door(lambda *said, **named: started.append((*said, named)))
    start(["python", "setup_worker.py", "-m", "ray.util.client.server", "--port=1", "--mode=proxy"], "ray_client_server", fate_share=True)
    start(["raylet", "--port=2"], "raylet")
    assert started == [
        ([*DOOR, "--port=1", "--mode=proxy"], "ray_client_server", {"fate_share": True}),
        (["raylet", "--port=2"], "raylet", {}),
    ]
