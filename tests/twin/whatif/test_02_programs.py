"""Another program on the same calls: those it does not take ring all the same and are counted; both engines tell the same of the others."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from alongside.core.rules import Rules
from alongside.library import load_program
from alongside.library.programs import Profile
from alongside.roads.travel import RoadTravel
from alongside.twin.engine.compare import first_difference
from alongside.twin.engine.fast import run_fast
from alongside.twin.engine.reference import trace_reference
from alongside.twin.planning import columns as c
from alongside.twin.planning.calls import sample
from alongside.twin.planning.running import find_ready, run_seeds
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.taken import asks_all, by_level_alone, is_taken
from alongside.twin.planning.world import HOUR_MS, CallKind, PlanningWorld
from alongside.twin.today.keeping import make_today
from alongside.twin.today.roster import units_of
from alongside.twin.whatif.__main__ import live
from alongside.twin.whatif.told import FOUND, JOB, Found, Job, Side, read, write
from alongside.twin.world.numbers import load_world

START = 1_763_362_800_000
PROGRAMS = ("pert", "stl-cru", "la-therapeutic-transport")
OTHER_QUESTIONS = "la-therapeutic-transport"
SHORT = 10 * HOUR_MS
pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")


@pytest.fixture(scope="module")
def today(profile: Profile, roads: RoadTravel) -> PlanningWorld:
    return make_today(profile, roads, load_world())


def heard(world: PlanningWorld, rules: Rules) -> PlanningWorld:
    return world if asks_all(world, rules) else by_level_alone(world)


def side(name: str, world: PlanningWorld, program: str) -> Side:
    other = load_program(program, "salt-lake-city")
    return Side(name=name, program=program, rules=other.rules.hash, units=units_of(other, world), demand=0.25)


def job(world: PlanningWorld, program: str) -> Job:
    sides = (side("today", world, "tailored"), side("plan", world, program))
    return Job(area="salt-lake-city", world=world, start=START, weeks=1, runs=2, sides=sides)


@pytest.mark.parametrize("program", PROGRAMS)
def test_01_both_engines_tell_the_same_of_the_calls_a_program_takes(program: str, today: PlanningWorld) -> None:
    other = load_program(program, "salt-lake-city")
    one = Scenario(other.rules, heard(today, other.rules), units_of(other, today), START, START + SHORT, 2, Practice(demand=2.0))
    assert first_difference(trace_reference(one), run_fast(one, rows=True).rows) == ""
    ready = find_ready(one)
    assert ready is not None
    (core,), (fast,) = run_seeds(one, None, [2]), run_seeds(one, ready, [2])
    assert repr(core) == repr(fast)
    assert core.not_taken > 0


def test_02_the_same_people_call_and_whom_a_program_does_not_take_is_counted(today: PlanningWorld) -> None:
    other = load_program("pert", "salt-lake-city")
    one = Scenario(other.rules, today, units_of(other, today), START, START + SHORT, 1, Practice(demand=2.0))
    calls = sample(today, START, START + SHORT, 1, 2.0)
    elsewhere = sum(not is_taken(today.kinds[row[c.KIND]], other.rules) for row in calls.drawn)
    (figures,) = run_seeds(one, None, [1])
    assert (figures.calls, figures.not_taken) == (len(calls), elsewhere)
    assert figures.never_sent >= elsewhere > 0
    assert figures.met + figures.never_sent <= figures.calls


def test_03_pert_is_tried_on_the_calls_of_today_and_the_answer_says_whom_it_does_not_take(tmp_path: Path, today: PlanningWorld) -> None:
    folder = tmp_path / "tried" / "one"
    folder.mkdir(parents=True)
    write(folder, JOB, job(today, "pert"))
    ended = live(folder)
    assert (ended.how, ended.why) == ("done", "")
    found = read(folder, FOUND, Found)
    assert found is not None
    told = found.compared["plan"]
    assert told["calls"].mean == 0  # the same people
    assert told["not_taken"].before == 0 < told["not_taken"].after <= told["never_sent"].after


@pytest.mark.parametrize(
    ("program", "kind", "why"),
    [
        ("pert", CallKind(name="odd", weight=1.0, answers=(("shoe_size", "44"),)), "kind_answers"),
        (OTHER_QUESTIONS, CallKind(name="odd", weight=1.0, answers=(("self_harm", "no"),)), "kind_answers"),
        ("pert", CallKind(name="odd", weight=1.0, origin="walk_in", answers=(("shoe_size", "44"),)), ""),  # nobody there is asked
    ],
)
def test_04_what_a_protocol_does_not_ask_ends_a_job_with_its_reason(
    program: str, kind: CallKind, why: str, tmp_path: Path, today: PlanningWorld
) -> None:
    folder = tmp_path / "tried" / "one"
    folder.mkdir(parents=True)
    asked = job(replace(today, kinds=(kind,)), program)
    write(folder, JOB, replace(asked, sides=asked.sides[1:]))
    ended = live(folder)
    assert (ended.how, ended.why) == (("failed", why) if why else ("done", ""))


def test_05_of_calls_that_only_say_how_urgent_they_are_other_questions_make_no_difference(today: PlanningWorld) -> None:
    rules = load_program(OTHER_QUESTIONS, "salt-lake-city").rules
    assert not asks_all(today, rules)
    plain = by_level_alone(today)
    assert asks_all(plain, rules)
    assert [(one.level, one.origin, one.weight) for one in plain.kinds] == [(one.level, one.origin, one.weight) for one in today.kinds]
    drawn = [sample(world, START, START + SHORT, 3, 1.0).drawn.tolist() for world in (today, plain)]
    assert drawn[0] == drawn[1]
