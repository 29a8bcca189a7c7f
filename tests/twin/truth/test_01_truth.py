"""How true the twin is: a day of the living city beside the twin's runs of the same calls."""

from collections.abc import Sequence
from statistics import median

import numpy as np
import pytest

from alongside.core.dispatch.facts import UnitAssigned
from alongside.core.fact import Fact
from alongside.core.field.facts import DispositionRecorded
from alongside.core.intake.facts import CallTaken
from alongside.library.programs import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.engine import outcomes as o
from alongside.twin.engine.reference import run_reference
from alongside.twin.planning.calls import sample_calls
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.run import Told
from alongside.twin.today.keeping import make_today
from alongside.twin.today.roster import units_of
from alongside.twin.truth.lived import Lived, read_lived
from alongside.twin.truth.measuring import FIGURES, Beside, beside, count, measure
from alongside.twin.truth.running import Again
from alongside.twin.truth.trying import once_more
from alongside.twin.world.numbers import load_world
from tests.twin.conftest import HOUR_MS, MONDAY_NOON

pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")
END = MONDAY_NOON + 24 * HOUR_MS
Day = tuple[Told, list[str]]


@pytest.fixture(scope="module")
def world(profile: Profile, roads: RoadTravel) -> PlanningWorld:
    return make_today(profile, roads, load_world(), MONDAY_NOON)


@pytest.fixture(scope="module")
def lived(day: Day) -> Lived:
    return read_lived(day[0].facts, MONDAY_NOON, END)


@pytest.fixture(scope="module")
def again(profile: Profile, world: PlanningWorld, lived: Lived) -> Again:
    return once_more(lived.calls, world, profile.rules, units_of(profile, world), MONDAY_NOON, END)


@pytest.fixture(scope="module")
def rows(again: Again) -> list[np.ndarray]:
    return list(again.live(range(1, 9)))


@pytest.fixture(scope="module")
def runs(rows: list[np.ndarray]) -> list[dict[str, float]]:
    return [measure(one) for one in rows]


def test_01_a_day_of_the_city_lies_where_the_twin_says_such_days_lie(lived: Lived, runs: list[dict[str, float]]) -> None:
    told = beside(measure(lived.rows), runs)
    assert tuple(told) == FIGURES
    outside = {name: one for name, one in told.items() if not one.is_inside}
    assert outside.keys() <= {"without_police"}, outside
    assert told["response_median"].high - told["response_median"].low < 8  # an interval that says something


def test_06_police_come_more_often_in_the_city_only_where_a_dispatcher_chose_another_than_the_first(
    lived: Lived, rows: list[np.ndarray]
) -> None:
    first = np.array([one.incident not in lived.other_choices for one in lived.calls])
    assert 0 < (~first).sum() < len(first) / 4
    told = beside(measure(lived.rows[first]), [measure(one[first]) for one in rows])
    assert told["without_police"].is_inside, told


def test_02_somebody_who_takes_longer_is_seen_to_lie_outside(lived: Lived, runs: list[dict[str, float]]) -> None:
    late = lived.rows.copy()
    late[late[:, 1] > 0, 1] += 8 * 60_000
    told = beside(measure(late), runs)
    assert not told["response_median"].is_inside
    assert told["declined"].is_inside


def test_03_who_told_of_another_call_is_not_counted_and_what_is_not_known_counts_nowhere(day: Day, lived: Lived) -> None:
    taken = {fact.incident for fact in day[0].facts if isinstance(fact, CallTaken)}
    assert len(lived.calls) < len(taken)
    early = read_lived(day[0].facts, MONDAY_NOON, MONDAY_NOON + HOUR_MS)
    assert set(early.rows[:, 3]) & {0}
    nothing = measure(read_lived([], 0, 1).rows)
    assert all(np.isnan(value) for value in nothing.values())
    assert beside(nothing, [nothing, nothing]) == {}
    assert not Beside(lived=5, mean=3, low=2, high=4, runs=9).is_inside


def test_04_the_twin_lives_the_calls_that_rang_with_how_such_calls_end(again: Again, world: PlanningWorld) -> None:
    calls = [again.recorded.calls(seed) for seed in (1, 2)]
    assert (calls[0].rings == calls[1].rings).all()
    assert (calls[0].drawn[:, :2] == calls[1].drawn[:, :2]).all()
    assert (calls[0].drawn[:, 2:] != calls[1].drawn[:, 2:]).any()
    ours = {kind.answers: kind for kind in world.kinds}
    known = [kind for kind in again.recorded.world.kinds if kind.answers in ours]
    assert len(known) > len(again.recorded.world.kinds) / 2
    assert all(kind.level == ours[kind.answers].level for kind in known)
    assert all(kind.outcomes[2] == pytest.approx(ours[kind.answers].outcomes[2] / sum(ours[kind.answers].outcomes)) for kind in known)


def test_05_call_by_call_the_city_and_the_twin_at_one_seed_send_at_once_alike_and_most_end_alike(
    profile: Profile, world: PlanningWorld, day: Day
) -> None:
    scenario = Scenario(profile.rules, world, units_of(profile, world), MONDAY_NOON, END, 7, Practice(sends_second=True))
    twin = by_ring(run_reference(scenario), sample_calls(scenario).rings.tolist())
    city = by_ring(day[0].facts, None)
    both = sorted(twin.keys() & city.keys())
    assert len(both) == len(twin) > 40
    waited = [abs(city[at][0] - twin[at][0]) for at in both if city[at][0] and twin[at][0]]
    assert median(waited) <= 15_000  # the city looks every ten seconds; nobody waited for a crew
    alike = [city[at][1][:11] == twin[at][1][:11] for at in both if city[at][1] and twin[at][1]]  # transported, whoever drove
    assert sum(alike) > 0.85 * len(alike)


def test_07_of_each_share_it_is_known_how_many_calls_it_counts() -> None:
    rows = np.array([(0, 60_000, False, o.DECLINED + 1), (0, 60_000, True, o.TAKEN_ALONG + 1), (0, 0, False, 0)], np.int64)
    counts, shares = count(rows), measure(rows)
    assert counts == {name: (2, 2) if "response" in name else (1, 2) for name in FIGURES}
    assert {name: part / of for name, (part, of) in counts.items() if name in FIGURES[2:]} == {name: shares[name] for name in FIGURES[2:]}
    assert set(count(rows[:0]).values()) == {(0, 0)}


def by_ring(facts: Sequence[Fact], rings: list[int] | None) -> dict[int, tuple[int, str]]:
    """By when a call rang: when somebody was sent, and what came of it."""
    rang, sent, ended = dict[str, int](), dict[str, int](), dict[str, str]()
    for fact in facts:
        if isinstance(fact, CallTaken):
            rang[fact.incident] = fact.first_ring_at if rings is None else MONDAY_NOON + rings[len(rang)]
        elif isinstance(fact, UnitAssigned):
            sent.setdefault(fact.incident, fact.at)
        elif isinstance(fact, DispositionRecorded):
            ended[fact.incident] = str(fact.disposition)
    return {at: (sent.get(id, 0), ended.get(id, "")) for id, at in rang.items()}
