"""The reference engine: the live core asked by people of a planning world. What it does by itself, and what the kernels leave to it."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from msgspec.structs import replace as other

from alongside.core.codes import AssignmentStatus
from alongside.core.dispatch.facts import StatusReported, UnitAssigned
from alongside.core.fact import Fact
from alongside.core.intake.facts import IncidentClosed
from alongside.core.intake.protocol import Hours
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.rules import Rules
from alongside.twin.engine.call_kinds import Outside
from alongside.twin.engine.fast import compile_scenario
from alongside.twin.engine.reference import run_reference, trace_reference
from alongside.twin.planning.calls import Calls, sample_calls
from alongside.twin.planning.roster import Shift
from alongside.twin.planning.runnable import check_scenario
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.world import CallKind, Door
from alongside.twin.planning.wrong import Mistake
from tests.twin.planning.scenarios import MINUTE, START, base, crowded, scenario

pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")
RECEIVING = Door(facility="wasatch-receiving", service="chair_23h", place=0)
HOSPITAL = Door(facility="foothill-hospital", service="ed", place=0)


def kinds_of(facts: Sequence[Fact], kind: str) -> list[Fact]:
    return [fact for fact in facts if fact.kind == kind]


def plain(**changed: object) -> Scenario:
    """A world in which everybody who is met goes along, under the default program."""
    one = scenario(Random(12), 0.3)
    kinds = (CallKind(name="goes along", weight=1, outcomes=(0, 0, 1, 0)),)
    world = other(one.world, kinds=kinds, **changed)
    return replace(one, rules=base(), world=world, practice=Practice())


def test_01_the_same_seed_gives_the_same_facts_and_another_seed_others() -> None:
    one = scenario(Random(12), 0.2)
    rows = trace_reference(one)
    assert len(rows) > 100
    assert np.array_equal(rows, trace_reference(one))
    assert not np.array_equal(rows, trace_reference(replace(one, seed=one.seed + 1)))


def closed_at_night(rules: Rules) -> Rules:
    """The receiving centre opens at eight in the morning."""
    hours = (Hours(frozenset(range(7)), 480, 1200),)
    centre = rules.facilities["wasatch-receiving"]
    services = tuple(replace(one, hours=hours) for one in centre.services)
    return replace(rules, facilities={**rules.facilities, centre.id: replace(centre, hours=hours, services=services)})


def test_02_a_door_that_is_closed_is_not_asked_and_the_next_one_is() -> None:
    one = plain(doors=(RECEIVING, HOSPITAL))
    asked = {fact.facility for fact in kinds_of(run_reference(one), "PlaceReserved")}
    night = replace(one, rules=closed_at_night(one.rules))
    with pytest.raises(Outside, match="wasatch-receiving has opening hours"):
        compile_scenario(night)
    at_night = {fact.facility for fact in kinds_of(run_reference(night), "PlaceReserved")}
    assert asked == {"wasatch-receiving"}
    assert at_night == {"foothill-hospital"}


def test_03_an_answer_that_comes_when_the_place_is_no_longer_kept_is_a_no() -> None:
    hour = (60 * MINUTE,) * 5
    one = plain(doors=(RECEIVING, HOSPITAL))
    one = replace(one, world=other(one.world, durations={**one.world.durations, "answer": hour}))
    one = replace(one, end=START + 12 * 60 * MINUTE)
    with pytest.raises(Outside, match="takes longer to answer than it stays reserved"):
        compile_scenario(one)
    facts = run_reference(one)
    assert kinds_of(facts, "ReservationLapsed")
    assert not kinds_of(facts, "AgreedToReceive")
    assert {fact.facility for fact in kinds_of(facts, "HandedOver")} == {"foothill-hospital"}


def test_04_who_could_not_be_assessed_is_sent_somebody_as_the_policy_says() -> None:
    never = CallKind(name="hung up", weight=1, answers=(("life_threat", "none"),))
    one = plain()
    one = replace(one, world=other(one.world, kinds=(never,)))
    with pytest.raises(Outside, match="a call of the kind hung up is never assessed"):
        compile_scenario(one)
    facts = run_reference(one)
    assert kinds_of(facts, "CallTaken")
    assert not kinds_of(facts, "LevelSet")
    assert kinds_of(facts, "UnitAssigned")


def test_05_calls_may_be_given_and_are_lived_as_they_are() -> None:
    one = plain()
    all_of_them = sample_calls(one)
    first = Calls(all_of_them.rings[:3], all_of_them.drawn[:3])
    taken = kinds_of(run_reference(one, calls=first), "CallTaken")
    assert [fact.at - one.start for fact in taken] == first.rings.tolist()


def test_06_a_second_crew_turned_away_leaves_a_need_that_is_met_once_and_is_sent_nobody_after_it_has_closed() -> None:
    lost = assert_met_once(run_reference(crowded(Random(25), 2 / 24)))
    assert lost  # its first crew went on alone


@pytest.mark.deep
def test_07_and_so_in_two_hundred_worlds_with_too_few_crews() -> None:
    assert sum(len(assert_met_once(run_reference(crowded(Random(seed), 0.3)))) for seed in range(200)) > 10


def assert_met_once(facts: Sequence[Fact]) -> set[str]:
    """The needs from which a crew that came along was turned away while another was on its way, or there."""
    closed, met, coming, lost = set[str](), set[str](), dict[str, set[str]](), set[str]()
    for fact in facts:
        if isinstance(fact, UnitAssigned):
            assert fact.incident not in closed
            coming.setdefault(fact.incident, set()).add(fact.assignment)
        elif isinstance(fact, IncidentClosed):
            closed.add(fact.incident)
        elif isinstance(fact, StatusReported) and fact.status is AssignmentStatus.WITH_PERSON:
            assert fact.incident not in met
            met.add(fact.incident)
        elif isinstance(fact, StatusReported) and fact.status in ASSIGNMENT_ENDS:
            coming[fact.incident].discard(fact.assignment)
            lost |= {fact.incident} if fact.reason == "reassigned" and coming[fact.incident] else set()
    return lost


WRONG = (
    ("roster: U0 is to be a zeppelin, which this policy does not have", lambda one: units(one, crew_kind="zeppelin")),
    ("roster: U0 waits off the map", lambda one: units(one, post=99)),
    ("roster: U0 waits off the map; choose", lambda one: units(one, post=-1)),
    ("nobody is aboard U0; name its people or take it away", lambda one: units(one, members=())),
    ("a shift of U0 must begin within the week", lambda one: units(one, shifts=(Shift(170, 8),))),
    ("there are two units called U0", lambda one: replace(one, units=(one.units[0], one.units[0]))),
    ("level 3 of the policy sends a zeppelin, a kind of crew it does not have", lambda one: replace(one, rules=with_zeppelin(one.rules))),
    ("the policy has no service chair_23h at nowhere", lambda one: with_door(one, other(RECEIVING, facility="nowhere"))),
    ("the door of foothill-hospital stands at a place that is not in the world", lambda one: with_door(one, other(HOSPITAL, place=77))),
    ("the demand is 4; give 0 to 3 times", lambda one: replace(one, practice=Practice(demand=4))),
    ("a run must end after it starts", lambda one: replace(one, end=one.start)),
)  # fmt: skip


def units(one: Scenario, **changed: object) -> Scenario:
    return replace(one, units=(other(one.units[0], **changed), *one.units[1:]))


def with_door(one: Scenario, door: Door) -> Scenario:
    return replace(one, world=other(one.world, doors=(door,)))


def with_zeppelin(rules: Rules) -> Rules:
    plans = dict(rules.program.levels)
    level = next(level for level in plans if level == 3)
    steps = plans[level].order
    plans[level] = replace(plans[level], order=(replace(steps[0], crew_kind="zeppelin"), *steps[1:]))
    return replace(rules, program=replace(rules.program, levels=plans))


@pytest.mark.parametrize(("says", "bend"), WRONG, ids=[says for says, _ in WRONG])
def test_08_what_cannot_be_run_is_said_in_a_sentence_before_anything_runs(says: str, bend: object) -> None:
    assert callable(bend)
    with pytest.raises(Mistake, match=says):
        check_scenario(bend(plain()))
    with pytest.raises(Mistake, match=says):
        run_reference(bend(plain()))
