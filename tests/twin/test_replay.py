"""A recorded ledger asked again (twin/replay): the kept requests give the recorded facts, and what would be different is named."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.dispatch.requests import SignOn
from alongside.core.request import Request
from alongside.ledger.asked import Asked, stream_asked
from alongside.ledger.engine import open_engine
from alongside.ledger.opening import open_ledger
from alongside.library.programs import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.city import City
from alongside.twin.cli import main
from alongside.twin.people.memory import Asked as Wanted
from alongside.twin.replay import replay
from alongside.twin.rolling import pre_roll
from alongside.twin.sealing import sealed
from tests.core.town import RULES, StraightRoads
from tests.ledger.town_clock import TownClock, call, report, send, staffing

MONDAY_NOON, MINUTE = 1_763_406_000_000, 60_000


@pytest.fixture
def town(tmp_path: Path) -> list[Asked]:
    """Two calls of the small town, refusals among them."""
    clock, place = TownClock(), str(tmp_path / "ledger.sqlite")
    ledger = open_ledger(place, RULES, StraightRoads(), genesis="demo", clock=clock)
    for one in day():
        clock.now += 1_000
        ledger.record(one)
    ledger.close()
    engine = open_engine(place)
    asked = list(stream_asked(engine))
    engine.close()
    return asked


def day() -> Iterator[Request]:
    yield from staffing()
    for incident, unit in (("i1", "M12"), ("i2", "M12")):  # the second is refused: that crew is taken
        yield call(incident)
        yield send(unit, incident)
    for status in (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE, A.WITH_PERSON):
        yield report("M12", status, "i1")
    yield report("M12", A.ACKNOWLEDGED, "i1")  # refused: it is long past that


def test_01_the_kept_requests_give_the_recorded_facts_and_the_recorded_refusals(town: list[Asked]) -> None:
    done = replay(town, RULES, StraightRoads())
    assert (done.unequal, done.other_rules) == (0, 0)
    assert done.refused >= 2
    assert done.facts == sum(len(one.facts) for one in town) > 10
    assert done.board.incidents.reach("i1").first_on_scene_at is not None


def test_02_other_rules_are_named_and_so_is_the_first_fact_that_differs(town: list[Asked]) -> None:
    slower = replace(RULES, hash="another", clocks=replace(RULES.clocks, page_ms=RULES.clocks.page_ms + 1))
    done = replay(town, slower, StraightRoads())
    assert done.other_rules == done.requests
    first = done.differences[0]
    assert first.kind == "AssignUnit"
    assert first.other_rules
    assert first.told.startswith("UnitAssigned")
    assert first.told != first.tells


def test_03_a_fact_that_was_altered_is_found_and_does_not_hide_what_comes_after(town: list[Asked]) -> None:
    place = next(place for place, one in enumerate(town) if isinstance(one.request, SignOn))
    told = town[place]
    altered = told._replace(facts=(replace(told.facts[0], vehicle="another"),))  # type: ignore[call-arg]
    done = replay([*town[:place], altered, *town[place + 1 :]], RULES, StraightRoads())
    assert done.unequal == 1
    assert done.differences[0].request == told.request.id


def test_04_an_hour_of_the_living_city_recorded_in_a_ledger_is_the_same_when_asked_again(
    profile: Profile, roads: RoadTravel, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock, place = TownClock(), str(tmp_path / "city.sqlite")
    ledger = open_ledger(place, profile.rules, roads, genesis="demo", clock=clock)
    city = City(profile, roads, seed=3)

    def live(wanted: Wanted) -> bool:
        clock.now = max(clock.now, wanted.at)
        return ledger.record(replace(sealed(wanted), words=()), at=wanted.at).code == ""

    clock.now = MONDAY_NOON
    with ledger.board() as board:
        kept = board
    pre_roll(city, kept, MONDAY_NOON, MONDAY_NOON + 60 * MINUTE, 10_000, live)
    ledger.close()
    assert main(["replay", place, "--json"]) == 0
    done = json.loads(capsys.readouterr().out)
    assert (done["unequal"], done["differences"]) == (0, [])
    assert done["facts"] > 100


def test_05_nothing_asked_is_nothing_to_compare() -> None:
    assert replay([], RULES, StraightRoads()).requests == 0


def test_06_a_ledger_that_is_not_there_is_named_and_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "nowhere.sqlite3"
    assert main(["replay", str(place)]) == 2
    assert "nowhere.sqlite3" in capsys.readouterr().err
    assert not place.exists()
