"""A replayed day on the console: the same pages over the day's own ledger, the day's clock for everybody, nobody can change it."""

import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from alongside.core.sharing.access import MAY_ASK
from alongside.ledger.cli import main as ledger_cli
from alongside.server.replay.asked import Asked, read, write
from alongside.server.replay.cli import main
from alongside.server.replay.pace import FASTEST, Pace, Stopped
from alongside.server.replay.steering import DEEDS, faster, go, jump, pause, slower
from tests.replay.conftest import ROOT, write_history
from tests.replay.replaying import Replaying
from tests.server.running import Person, listen

MIDNIGHT = 1_673_683_200_000  # 2023-01-14 00:00 in San Diego
HOUR = 3_600_000


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replaying]:
    """The invented day, standing still a little before its midnight."""
    folder = tmp_path_factory.mktemp("watched")
    server = Replaying(folder, write_history(folder), "--speed", "1")
    yield server
    server.stop()


def state(person: Person) -> dict[str, Any]:
    found: dict[str, Any] = person.get("/replay/state.json").json()
    return found


def until(true: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


def steer(person: Person, deed: str, **more: int) -> dict[str, Any]:
    response = person.post("/replay/steer", {"deed": deed, **more})
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def test_1_the_clock_of_the_console_is_the_clock_of_the_day(watched: Replaying) -> None:
    person = Person(watched, "r-okafor")
    page = person.get("/dispatch/").text
    told = re.search(r'data-now="(\d+)"', page)
    assert told is not None
    assert MIDNIGHT - HOUR < int(told[1]) < MIDNIGHT + HOUR
    assert 'data-zone="America/Los_Angeles"' in page
    assert "San Diego, California, 14 Jan 2023" in page


def test_2_nothing_anybody_sends_changes_the_day(watched: Replaying) -> None:
    person = Person(watched, "m-lindqvist")
    steer(person, "pause")
    until(lambda: state(person)["paused"])
    before = person.get("/health").json()["head"]
    for kind in MAY_ASK:
        status, answer = person.ask(kind)
        assert (status, answer["code"]) == (409, "replay_read_only"), kind
    for path in ("/avl", "/seat", "/shift/sit", "/api/incidents", "/api/positions", "/intake/new", "/dispatch/"):
        assert person.post(path, {}).status_code == 409, path
    for staff in ("r-okafor", "j-diaz", "n-castellanos", "l-moreau"):
        Person(watched, staff).get("/")
    assert person.get("/health").json()["head"] == before
    assert "start a demo" in answer["sentence"]
    assert "inicie una demostración" in Person(watched, "m-lindqvist", "es").ask("TakeCall")[1]["sentence"]


def test_3_it_stands_goes_and_hurries_to_an_hour_for_everybody(watched: Replaying) -> None:
    one, other = Person(watched, "r-okafor"), Person(watched, "m-lindqvist")
    steer(one, "pause")
    stood = state(other)
    assert (stood["paused"], stood["speed"], state(other)["now"]) == (True, 0.0, stood["now"])
    assert steer(one, "faster")["chosen"] == 5.0
    steer(one, "slower")
    steer(other, "jump", to=MIDNIGHT + 10 * HOUR)
    until(lambda: not state(one)["jumping"])
    assert state(one)["now"] >= MIDNIGHT + 10 * HOUR
    steer(one, "pause")
    numbers = [row["number"] for row in one.board()["incidents"].values()]
    assert max(numbers, default=2) <= 2  # 00:00 and 08:10 have rung, 13:00 has not
    assert person_404(one, "/replay/report")


def person_404(person: Person, path: str) -> bool:
    return person.get(path).status_code == 404


def test_4_an_earlier_hour_changes_nothing_and_garbage_is_refused(watched: Replaying) -> None:
    person = Person(watched, "r-okafor")
    steer(person, "pause")
    now = state(person)["now"]
    assert steer(person, "jump", to=now - HOUR)["now"] == now
    for sent in ({}, {"deed": "rewind"}, {"deed": "jump"}, {"deed": "jump", "to": "soon"}, [1]):
        assert person.post("/replay/steer", sent).status_code == 400, sent


def test_5_the_map_draws_the_grid_that_is_driven_on(watched: Replaying) -> None:
    person = Person(watched, "r-okafor")
    streets = person.get("/area/streets-middle.geojson").json()["features"]
    assert streets[0]["properties"]["class"] == "secondary"
    assert {one["properties"]["kind"] for one in person.get("/area/landmarks.geojson").json()["features"]} == {"post"}
    assert "modelled grid" in person.get("/dispatch/").text


def test_6_a_stranger_steers_nothing_and_a_demo_has_no_replay(watched: Replaying) -> None:
    stranger = Person(watched)
    assert stranger.post("/replay/steer", {"deed": "pause"}).status_code in (302, 403)
    assert "replay-keys" not in stranger.get("/sign-in").text


def test_7_at_its_end_the_bar_links_the_report_of_a_day_nobody_watched(
    watched: Replaying, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person(watched, "r-okafor")
    while state(person)["chosen"] is not None:
        steer(person, "faster")
    steer(person, "go")
    until(lambda: state(person)["over"], 60)
    seen = state(person)
    assert (seen["report"], seen["failed"], seen["speed"]) == (True, False, 0.0)
    report = person.get("/replay/report")
    assert "The two agree." in report.text
    assert "style-src 'sha256-" in report.headers["content-security-policy"]
    assert (watched.data / "day" / "report.json").is_file()
    assert listen(person, 0, 1)
    watched.stop()
    monkeypatch.setenv("ALONGSIDE_DATA", str(watched.data / "day"))
    assert ledger_cli(["verify"]) == 0
    unseen = ["--source", "san-diego", "--date", "2023-01-14", "--program", "pert", "--history", str(watched.history)]
    assert main([*unseen, "--out", str(tmp_path / "unseen")]) == 0
    assert (tmp_path / "unseen" / "report.json").read_text() == (watched.data / "day" / "report.json").read_text()


def test_8_a_second_replay_into_the_same_folder_is_refused_in_a_sentence(
    history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ["--source", "san-diego", "--date", "2023-01-14", "--history", str(history), "--out", str(tmp_path / "out")]
    assert main(told) == 0
    assert main([*told, "--watch"]) == 1
    assert "holds a replay already" in capsys.readouterr().err
    elsewhere = ["--history", str(tmp_path / "none"), "--out", str(tmp_path / "b")]
    assert main(["--source", "san-diego", "--date", "2023-01-14", *elsewhere, "--watch"]) == 1
    assert "give its parent folder with --history" in capsys.readouterr().err


def test_9_the_pace_never_runs_ahead_of_what_was_played() -> None:
    pace = Pace(0, FASTEST)
    assert pace.now() == 0
    pace.reach(10_000)
    assert pace.now() == 10_000
    pace.steer(pause)
    pace.steer(jump(30_000))
    assert not pace.is_paused
    pace.reach(30_000)
    assert (pace.jump_to, pace.now()) == (None, 30_000)
    pace.steer(slower)
    assert pace.speed == pace.chosen == 1800.0
    pace.steer(faster)
    pace.steer(go)
    pace.steer(DEEDS["faster"])
    assert pace.chosen == FASTEST
    pace.stop()
    pace.steer(pause)
    with pytest.raises(Stopped):
        pace.reach(40_000)


def test_10_what_is_asked_survives_the_way_to_the_serving_process(tmp_path: Path) -> None:
    for asked in (Asked("a", date(2023, 1, 14), "pert", tmp_path), Asked("a", date(2023, 1, 14), "p", tmp_path, ROOT, frozenset("x"), 7)):
        assert read(write(asked)) == asked
