"""What if: a recorded ledger's calls under another policy or roster (twin/recorded), and every bad input with its sentence."""

import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition
from alongside.core.fact import Fact
from alongside.ledger.opening import open_ledger
from alongside.library.programs import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.city import City
from alongside.twin.cli import main
from alongside.twin.people.memory import Asked as Wanted
from alongside.twin.planning import columns as c
from alongside.twin.planning.paired import AGREEING
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.recorded.calls import Rang, list_calls
from alongside.twin.recorded.compare import AS_IT_IS, WHAT_IF, Ask, differences, run_both
from alongside.twin.recorded.known import known_of
from alongside.twin.recorded.lived import Recorded, read_recorded
from alongside.twin.rolling import pre_roll
from alongside.twin.run import run
from alongside.twin.sealing import sealed
from alongside.twin.today.roster import units_of
from alongside.twin.today.world import world_of
from alongside.twin.world.numbers import load_world
from tests.ledger.town_clock import TownClock

pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")
MONDAY_NOON, HOUR = 1_763_406_000_000, 3_600_000


@pytest.fixture(scope="module")
def told(profile: Profile, roads: RoadTravel) -> list[Fact]:
    return run(City(profile, roads, seed=7), MONDAY_NOON, MONDAY_NOON + 5 * HOUR, 10_000).facts


@pytest.fixture(scope="module")
def rang(told: list[Fact]) -> list[Rang]:
    return list_calls(told)


@pytest.fixture(scope="module")
def world(profile: Profile, roads: RoadTravel) -> PlanningWorld:
    return world_of(profile, roads, load_world(), MONDAY_NOON)


@pytest.fixture(scope="module")
def recorded(rang: list[Rang], world: PlanningWorld, profile: Profile) -> Recorded:
    return read_recorded(rang, world, profile.rules)


def test_01_every_call_that_was_taken_is_read_with_what_the_ledger_says_of_it(told: list[Fact], rang: list[Rang]) -> None:
    taken = {fact.incident: fact for fact in told if fact.kind == "CallTaken"}
    assert {one.incident for one in rang} == set(taken)
    assert all(one.at == taken[one.incident].first_ring_at for one in rang)
    assert sum(one.level is not None for one in rang) > len(rang) / 2
    assert any(one.find_lead() and one.settled_at for one in rang)


def test_02_what_happened_on_scene_is_fixed_and_the_rest_is_drawn_by_seed(recorded: Recorded, rang: list[Rang]) -> None:
    one, two = recorded.calls(1), recorded.calls(2)
    assert (one.rings == recorded.rings).all()
    for call, column, value in recorded.fixed.tolist():
        assert one.drawn[call, column] == two.drawn[call, column] == value
    assert (one.drawn != two.drawn).any()
    assert (one.drawn == recorded.calls(1).drawn).all()
    place, lead = next(
        (place, found) for place, call in enumerate(rang) if call.settled_at and (found := call.find_lead()) and A.WITH_PERSON in found.at
    )
    scene = c.SCENE if A.ON_SCENE in lead.at else c.BY_PHONE
    assert one.drawn[place, scene] == (rang[place].settled_at or 0) - lead.at[A.WITH_PERSON]


def test_03_what_came_of_a_call_is_what_comes_of_it_again(rang: list[Rang]) -> None:
    one = rang[0]
    for disposition, column, value in (
        (Disposition.DECLINED_SERVICE, c.END, c.DECLINED), (Disposition.NOT_FOUND, c.END, c.NOT_FOUND),
        (Disposition.TRANSPORTED_HOLD, c.OUTCOME, c.TAKEN_ALONG), (Disposition.ARRESTED, c.OUTCOME, c.ARRESTED),
    ):  # fmt: skip
        assert (column, value) in list(known_of(replace(one, disposition=disposition)))
    assert c.END not in dict(known_of(replace(one, disposition=None)))


def test_04_the_same_plan_twice_makes_no_difference_at_all(recorded: Recorded, profile: Profile) -> None:
    units = units_of(profile, recorded.world)
    runs = run_both(recorded, [Ask(AS_IT_IS, profile.rules, units), Ask(WHAT_IF, profile.rules, units)], range(2))
    assert {(one.mean, one.low, one.high) for one in differences(runs).values()} == {(0.0, 0.0, 0.0)}
    assert runs["calls"].to_list() == [len(recorded.rings)] * 4


def test_05_a_roster_with_nobody_leaves_every_recorded_call_waiting(recorded: Recorded, profile: Profile) -> None:
    units = units_of(profile, recorded.world)
    runs = run_both(recorded, [Ask(AS_IT_IS, profile.rules, units), Ask(WHAT_IF, profile.rules, ())], range(AGREEING))
    found = differences(runs)
    assert found["met"].after == 0 < found["met"].before
    assert found["never_sent"].is_clear
    assert "response_median" not in found  # nobody was counted


@pytest.fixture(scope="module")
def ledger(profile: Profile, roads: RoadTravel, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Half an hour of the living city, as a deployment keeps it."""
    clock, place = TownClock(), str(tmp_path_factory.mktemp("recorded") / "city.sqlite")
    kept = open_ledger(place, profile.rules, roads, genesis="demo", clock=clock)

    def live(wanted: Wanted) -> bool:
        clock.now = max(clock.now, wanted.at)
        return kept.record(replace(sealed(wanted), words=()), at=wanted.at).code == ""

    clock.now = MONDAY_NOON
    with kept.board() as held:
        board = held
    pre_roll(City(profile, roads, seed=3), board, MONDAY_NOON, MONDAY_NOON + HOUR // 2, 10_000, live)
    kept.close()
    return place


def test_06_the_command_compares_two_plans_on_a_recorded_ledger(ledger: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    levels = tmp_path / "patrol-only.yaml"
    order = "label: {en: One, es: Uno}, assign_within: 5 min, arrive_within: 60 min, order: [{crew: patrol, within: 90 min}]"
    levels.write_text("levels:\n" + "".join(f"  {level}: {{{order}}}\n" for level in (4, 3, 2, 1)))
    assert main(["what-if", ledger, "--policy", str(levels), "--runs", "2", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["recorded"]["calls"] >= found["recorded"]["place"] > 0
    police = found["differences"]["without_police"]
    assert police["after"] == 0 < police["before"]
    assert main(["what-if", ledger, "--policy", str(levels), "--runs", "2"]) == 0
    shown = capsys.readouterr().out
    assert "as it is" in shown
    assert "without police" in shown


def test_07_a_roster_from_a_file_is_tried_too(
    ledger: str, tmp_path: Path, profile: Profile, world: PlanningWorld, capsys: pytest.CaptureFixture[str]
) -> None:
    units = units_of(profile, world)
    file = tmp_path / "half.json"
    file.write_bytes(msgspec.json.encode(units[::2]))
    assert main(["what-if", ledger, "--roster", str(file), "--runs", "2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["differences"]["met"]["pairs"] == 2


def unit(kind: str, post: int) -> str:
    return f"[{{name: A, crew_kind: {kind}, post: {post}, members: [[s, officer, [en]]]}}]"


WRONG = (
    ([], None, "nothing is different: give --policy, --roster or both"),
    (["--roster", "{file}", "--runs", "1"], "[]", "--runs must be from 2 to 10000"),
    (["--roster", "{file}"], "units: 3", "no roster (Expected `array`, got `object`); give a list of units"),
    (["--roster", "{file}"], "[{name: A", "no roster (while parsing"),
    (["--roster", "{file}"], unit("zeppelin", 0), "A is to be a zeppelin, which this policy does not have"),
    (["--roster", "{file}"], unit("patrol", 999), "A waits off the map"),
    (["--policy", "nowhere"], None, "there is no program “nowhere”"),
    (["--policy", "{file}"], "levels: {4: {order: []}}", "levels.4"),
    (["--roster", "gone.yaml"], None, "gone.yaml"),
)  # fmt: skip


@pytest.mark.parametrize(("said", "text", "says"), WRONG, ids=[says for _, _, says in WRONG])
def test_08_what_cannot_be_tried_is_said(
    ledger: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], said: list[str], text: str | None, says: str
) -> None:
    file = tmp_path / "plan.yaml"
    if text is not None:
        file.write_text(text)
    assert main(["what-if", ledger, *(one.format(file=file) for one in said)]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert len(err.splitlines()) == 1


def test_09_a_ledger_that_is_not_there_or_in_which_nobody_called_is_named(
    tmp_path: Path, profile: Profile, roads: RoadTravel, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["what-if", str(tmp_path / "gone.sqlite"), "--roster", "pert"]) == 2
    assert "gone.sqlite: no ledger there" in capsys.readouterr().err
    place = str(tmp_path / "quiet.sqlite")
    open_ledger(place, profile.rules, roads, genesis="demo", clock=TownClock()).close()
    assert main(["what-if", place, "--roster", "pert"]) == 2
    assert "nobody called in this ledger" in capsys.readouterr().err
