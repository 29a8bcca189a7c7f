"""A run that only counts runs ahead of what nobody else can see (docs/decisions/0049), and no further: chairs are seen by everybody."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from msgspec import structs

from alongside.twin.engine import state as st
from alongside.twin.engine.fast import run_fast
from alongside.twin.engine.words import F_DECLINED, list_facts
from alongside.twin.planning import columns as c
from alongside.twin.planning.calls import Calls, sample_calls
from alongside.twin.planning.roster import PlannedUnit, Shift
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.world import CallKind, Door
from bench.nearest import draw, nearest
from tests.twin.planning.compiled import told_and_counted
from tests.twin.planning.scenarios import base, scenario

pytestmark = pytest.mark.filterwarnings("ignore:overflow encountered")
MINUTE = 60_000
ENDING = tuple(Shift(hour, 2) for hour in range(0, 168, 3))


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


def arrivals(one: Scenario, calls: Calls) -> list[int]:
    return list(run_fast(one, calls=calls).state.incidents[:, st.I_ON_SCENE_AT])


def test_02_of_crews_that_only_drive_the_one_that_speaks_the_language_goes_and_the_one_whose_shift_ends_does_not() -> None:
    calls = draw(400, 3)
    calls.drawn[:, c.KIND] = np.arange(400) % 2
    plain = nearest(calls, 30)
    kinds = tuple(CallKind(name=spoken, weight=1, language=spoken) for spoken in ("en", "es"))
    units = tuple(
        structs.replace(unit, members=((f"s{n}", "officer", ("en", "es") if n % 3 else ("en",)),), shifts=ENDING if n % 2 else ())
        for n, unit in enumerate(plain.units)
    )
    one = replace(plain, world=structs.replace(plain.world, kinds=kinds), units=units)
    assert told_and_counted(one, calls) == ""
    assert arrivals(one, calls) != arrivals(replace(one, units=plain.units), calls)
    alike = tuple(structs.replace(kind, language="en") for kind in kinds)
    assert arrivals(one, calls) != arrivals(replace(one, world=structs.replace(one.world, kinds=alike)), calls)
