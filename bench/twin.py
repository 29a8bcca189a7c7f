"""The planning twin beside the same models written for other engines; identity is asserted first, then time is taken.

``./dev bench twin``. Processor time, medians, the engines taking turns. The full model is the county of ``bench/county.py``: triage,
skills, shifts, queue, travel from where units are, transport, chairs, hand-off. SimPy's rows of who is where must be ours, row by row; it
is spared alarms, follow-ups and whatever else our engines also tell. Nearest idle crew: completions and the sum of all responses are equal.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from alongside.core.fact import Fact
from alongside.twin.engine import state
from alongside.twin.engine.codes import of_id
from alongside.twin.engine.fast import Lived, Ready, compile_scenario, run_ready
from alongside.twin.engine.readiness import prepare
from alongside.twin.engine.reference import run_reference
from alongside.twin.planning import columns as c
from alongside.twin.planning.calls import Calls, sample_calls
from alongside.twin.planning.parts import Plan
from alongside.twin.planning.running import run_calls
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.sweep import run_sweep
from bench.county import county
from bench.nearest import CREWS, START, draw, drives, nearest
from bench.peers import county_simpy, nearest_heap, nearest_simpy
from bench.peers.county_plain import Plain, told, told_in
from bench.peers.nearest_heap import Answer
from bench.row import Row, at_least, at_most, compared, lower_is_better, not_measured

Work = Callable[[], object]
TIMES, YEAR_DAYS, PLANS, SEEDS = 5, 365, 20, 30
OFTEN = 21  # rounds where one takes milliseconds: a processor that changes its speed meanwhile would decide five of them


def rows() -> Iterator[Row]:
    """Each as it is measured."""
    prepare()
    yield from full_model()
    yield from nearest_idle()
    yield from facts_a_second()
    yield years_a_second()
    yield what_if()


def times_of(*works: Work) -> list[float]:
    """Medians in seconds of process time; each is run once before anything counts."""
    for work in works:
        work()
    rounds = [[seconds(work) for work in works] for _ in range(TIMES)]
    return [median(column) for column in zip(*rounds, strict=True)]


def in_turn(ours: Work, peer: Work) -> tuple[float, float, float]:
    """Median seconds of both, and how many times ours the peer took, told round by round: both at one speed of the processor."""
    for work in (ours, peer):
        work()
    rounds = [(seconds(ours), seconds(peer)) for _ in range(OFTEN)]
    return median(one for one, _ in rounds), median(other for _, other in rounds), median(other / one for one, other in rounds)


def seconds(work: Work) -> float:
    began = process_time()
    work()
    return process_time() - began


def must_equal(one: object, other: object, what: str) -> None:
    """A bench of engines that say different things measures nothing."""
    if one != other:
        raise AssertionError(f"{what}: the engines do not agree")


def full_model() -> Iterator[Row]:
    """Four weeks on the live core and in SimPy, row by row; a year on the kernels and in SimPy."""
    month, year = county(28), county(YEAR_DAYS)
    calls, plain = sample_calls(month), Plain(month)
    facts = run_reference(month, calls=calls)
    must_equal(told(facts, month), county_simpy.run(plain, calls), "four weeks of the county")
    ours, theirs = times_of(lambda: run_reference(month, calls=calls), lambda: county_simpy.run(plain, calls))
    yield compared("twin", "full model, 4 weeks, live core", ours, theirs, "SimPy, identical rows", theirs / ours, 0, "s")
    calls, plain, ready = sample_calls(year), Plain(year), compile_scenario(year)
    must_equal(told_in(run_ready(ready, calls, rows=True).rows), county_simpy.run(plain, calls), "a year of the county")
    ours, theirs = times_of(lambda: run_ready(ready, calls), lambda: county_simpy.run(plain, calls))
    yield lower_is_better("twin", f"full model, a year of {len(calls):,} calls, kernels", ours, theirs, "SimPy, identical rows", 25, "s")


def nearest_idle() -> Iterator[Row]:
    """Twenty crews on a grid; then without drives, where Ciw can be asked too."""
    calls = draw(20_000, 3)
    rings, places, service = calls.rings.tolist(), calls.drawn[:, c.PLACE].tolist(), calls.drawn[:, c.SCENE].tolist()
    roads, ready = drives(30), compile_scenario(nearest(calls, 30))
    few = Calls(calls.rings[:2_000], calls.drawn[:2_000])
    by_hand = nearest_heap.run(rings, places, service, roads)
    must_equal(
        answer_of_core(nearest(few, 30), few), nearest_heap.run(rings[:2_000], places[:2_000], service[:2_000], roads), "the live core"
    )
    must_equal(answer_of(run_ready(ready, calls)), by_hand, "the kernels and the heap")
    must_equal(nearest_simpy.run(rings, places, service, roads), by_hand, "SimPy and the heap")
    what = f"M/M/{CREWS}, nearest idle, {len(calls):,} calls, kernels"
    peers = (
        ("SimPy", lambda: nearest_simpy.run(rings, places, service, roads), 40),
        ("heapq by hand", lambda: nearest_heap.run(rings, places, service, roads), 10),
    )
    for name, peer, floor in peers:
        taken = in_turn(lambda: run_ready(ready, calls), peer)
        yield compared("twin", what, taken[0], taken[1], f"{name}, equal to the last digit; it counts no facts", taken[2], floor, "s")
    counted, told = times_of(lambda: run_ready(ready, calls), lambda: run_ready(ready, calls, rows=True))
    what = f"the same, told: {run_ready(ready, calls).facts:,} facts and every option of each recommendation kept as rows"
    yield compared("twin", what, told, counted, "facts counted only", counted / told, 0, "s")
    yield beside_ciw(calls, rings, service)


def beside_ciw(calls: Calls, rings: list[int], service: list[int]) -> Row:
    """Ciw knows servers but no places."""
    what = f"M/M/{CREWS} without drives, {len(calls):,} calls, kernels"
    if find_spec("ciw") is None:
        return not_measured(
            "twin", what, "Ciw is not installed: it brings a package called tests that would hide ours (docs/decisions/0043)"
        )
    from bench.peers import queue_ciw

    ready = compile_scenario(nearest(calls, 0))
    must_equal(answer_of(run_ready(ready, calls)), queue_ciw.run(rings, service, CREWS), "Ciw")
    ours, ciw = times_of(lambda: run_ready(ready, calls), lambda: queue_ciw.run(rings, service, CREWS))
    return lower_is_better("twin", what, ours, ciw, "Ciw, equal to the last digit", 1, "s")


def answer_of(lived: Lived) -> Answer:
    """Completions, and the sum of their responses in ms, from the tables of the kernels."""
    met = lived.state.incidents[lived.state.incidents[:, state.I_ON_SCENE_AT] > 0]
    return len(met), int((met[:, state.I_ON_SCENE_AT] - met[:, state.I_TAKEN_AT]).sum())


def answer_of_core(scenario: Scenario, calls: Calls) -> Answer:
    """The same from the facts of the live core."""
    there = [fact for fact in run_reference(scenario, calls=calls) if fact.kind == "StatusReported" and is_on_scene(fact)]
    return len(there), sum(fact.at - START - int(calls.rings[of_id(fact.incident)]) for fact in there)


def is_on_scene(fact: Fact) -> bool:
    return str(getattr(fact, "status", "")) == "on_scene"


def facts_a_second() -> Iterator[Row]:
    """Two weeks of the county through the live core."""
    weeks = county(14)
    calls = sample_calls(weeks)
    facts = len(run_reference(weeks, calls=calls))
    (took,) = times_of(lambda: run_reference(weeks, calls=calls))
    yield at_least("twin", f"live core: {facts:,} facts of two weeks", facts / took, 8_000, "facts/s")


def years_a_second() -> Row:
    """Sampling, running and counting; what two undisturbed cores would do, from the processor time of two processes at once."""
    year = county(YEAR_DAYS)
    ready = compile_scenario(year)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        rates = []
        for turn in range(TIMES):
            both = [pool.submit(live_years, year, ready, 100 * turn + 10 * half, 10) for half in range(2)]
            rates.append(sum(10 / one.result() for one in both))
    return at_least("twin", "years of a 30,000-call county, two processes, by their processor time", median(rates), 40, "years/s")


def live_years(year: Scenario, ready: Ready, seed: int, years: int) -> float:
    """Seconds of this process's time."""
    run_calls(year, ready, sample_calls(year))
    return seconds(lambda: [run_calls(year, ready, sample_calls(replace(year, seed=one))) for one in range(seed, seed + years)])


def what_if() -> Row:
    """Twenty rosters, thirty replications, four weeks: what somebody at the planning page waits for."""
    one = county(28)
    plans = [
        Plan(f"without {n}", replace(one, units=tuple(unit for place, unit in enumerate(one.units) if place != n))) for n in range(PLANS)
    ]
    taken = []
    for _ in range(TIMES):
        with TemporaryDirectory() as folder:
            began = sum(os.times()[:4])
            run_sweep(plans, range(SEEDS), Path(folder), processes=2)
            taken.append((sum(os.times()[:4]) - began) / 2)
    return at_most("twin", f"what-if, {PLANS} × {SEEDS} × 4 weeks, two processes, by their processor time", median(taken), 20, "s")
