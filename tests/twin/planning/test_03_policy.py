"""A plan is lived under the policy it was made under: what a policy says otherwise than the files is part of the plan."""

from dataclasses import replace
from random import Random

import msgspec
import pytest

from alongside.core.dispatch.facts import UnitAssigned
from alongside.core.fact import Fact
from alongside.core.policy.settings import list_settings, with_settings
from alongside.core.policy.state import Setting
from alongside.twin.engine.fast import run_fast
from alongside.twin.engine.reference import run_reference
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.scenario import Scenario
from alongside.twin.whatif.policy import rules_with, settings_of
from alongside.twin.whatif.sides import Changed, scenario_of
from alongside.twin.whatif.told import Job, Side
from tests.twin.planning.scenarios import ABOARD, base, planning_world

FASTER = Setting("clock.page", 20_000)
ASKED_BY = Setting("crew.ems.asked_by", 0, ("call_911",))  # codes come back from a file as they were, too
ROLES = ABOARD["mobile_crisis"]
M1 = PlannedUnit(name="m1", crew_kind="mobile_crisis", post=0, members=tuple((f"s{n}", role, ("en",)) for n, role in enumerate(ROLES)))
pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")
POLICY = (FASTER, ASKED_BY)
UNDER = {FASTER.name: FASTER}


def side(**other: object) -> Side:
    told = {"name": "plan", "program": "tailored", "rules": rules_with(base(), POLICY).hash, "units": (M1,), "settings": POLICY}
    return Side(**(told | other))  # type: ignore[arg-type]


def hours(one: Side) -> Scenario:
    """A few hours of it, as the process that lives it reads it."""
    job = Job(area="salt-lake-city", world=planning_world(Random(3)), start=1_763_362_800_000, weeks=1, runs=2, sides=(one,))
    told = msgspec.json.decode(msgspec.json.encode(job), type=Job)
    made = scenario_of(told, told.sides[0])
    return replace(made, end=made.start + 12 * 3_600_000)


def test_01_only_what_is_otherwise_than_the_files_and_nothing_where_they_stand() -> None:
    in_force = with_settings(base(), UNDER | {"clock.offer": list_settings(base())["clock.offer"]})
    assert settings_of(in_force) == (FASTER,)
    assert settings_of(base()) == settings_of(with_settings(base(), list_settings(base()))) == ()
    assert list_settings(rules_with(base(), settings_of(in_force))) == list_settings(in_force)
    assert rules_with(base(), ()) is base()


def test_02_both_engines_live_by_it() -> None:
    one = hours(side())
    facts: list[Fact] = []
    run_reference(one, facts.append)
    allowed = {(fact.acknowledge_by or 0) - fact.at for fact in facts if isinstance(fact, UnitAssigned)}
    assert allowed == {20_000}
    assert run_fast(one).facts == len(facts)


def test_03_without_it_the_files_and_other_settings_than_its_name_says_are_refused() -> None:
    files = hours(side(rules=base().hash, settings=()))
    assert files.rules.clocks.page_ms == base().clocks.page_ms != FASTER.number
    for wrong in ({"settings": ()}, {"settings": (FASTER._replace(number=25_000),)}, {"rules": base().hash}):
        with pytest.raises(Changed):
            hours(side(**wrong))
