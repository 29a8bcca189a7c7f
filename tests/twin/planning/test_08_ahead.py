"""A run that only counts runs ahead of what nobody else can see (docs/decisions/0049), and no further: chairs are seen by everybody."""

from dataclasses import replace
from random import Random

import pytest
from msgspec import structs

from alongside.twin.engine import state as st
from alongside.twin.engine.fast import run_fast
from alongside.twin.engine.words import F_DECLINED, list_facts
from alongside.twin.planning.calls import sample_calls
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.world import Door
from tests.twin.planning.compiled import told_and_counted
from tests.twin.planning.scenarios import base, scenario

pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")
MINUTE = 60_000


def few_chairs() -> Scenario:
    """Everybody met is taken along, crews are many, each place has one chair, thinks long and says no half the time."""
    one, rules = scenario(Random(12), 1.0), base()
    facilities = {
        id: replace(place, services=tuple(replace(service, capacity=1) for service in place.services))
        for id, place in rules.facilities.items()
    }
    taken = {"level": 3, "answers": (), "ends": (1.0, 0.0, 0.0), "outcomes": (0.0, 0.0, 1.0, 0.0)}
    lasting = {"answer": tuple(part * MINUTE for part in (4, 6, 9, 13, 20)), "stay": (30 * MINUTE,) * 5}
    world = structs.replace(
        one.world, weekly=(4.0,) * 168, durations=one.world.durations | lasting,
        kinds=tuple(structs.replace(kind, **taken) for kind in one.world.kinds),
        doors=tuple(Door(facility=name, service="chair_23h", place=0, yes=0.5) for name in ("wasatch-receiving", "granite-receiving")),
    )  # fmt: skip
    aboard = (("clinician", ("en", "es")), ("officer", ("en",)))
    units = tuple(
        PlannedUnit(
            name=f"U{n}", crew_kind="co_responder", post=0, members=tuple((f"s{n}-{role}", role, spoken) for role, spoken in aboard)
        )
        for n in range(12)
    )
    return replace(one, rules=replace(rules, facilities=facilities), world=world, units=units, practice=Practice())


def test_01_a_chair_that_a_no_gives_back_is_free_from_that_moment_on_and_not_before() -> None:
    one = few_chairs()
    calls = sample_calls(one)
    assert told_and_counted(one, calls) == ""
    told, counted = run_fast(one, rows=True, calls=calls), run_fast(one, calls=calls)
    said_no = int((told.rows[:, 0] == list_facts()[F_DECLINED]).sum())
    assert said_no >= 5
    assert counted.state.counts[st.N_EVENTS] < told.state.counts[st.N_EVENTS] / 2  # it did run ahead
