"""How much fits into one run on the kernels; what does not is said, and runs on the live core."""

from alongside.twin.engine.call_kinds import Outside
from alongside.twin.planning.scenario import Scenario

MOST_MS, MOST_CALLS, MOST_UNITS = 1 << 37, 1 << 21, 2000


def must_fit(scenario: Scenario) -> None:
    """Raises ``Outside``."""
    if scenario.end - scenario.start >= MOST_MS:
        raise Outside("more than four years in one run")
    if len(scenario.units) > MOST_UNITS:
        raise Outside(f"{len(scenario.units)} units, at most {MOST_UNITS}")
    answer = scenario.world.durations.get("answer", (0,))[-1]
    if answer >= scenario.rules.clocks.reservation_ms:
        raise Outside("a place takes longer to answer than it stays reserved")


def must_be_few(calls: int) -> None:
    """Raises ``Outside``."""
    if calls > MOST_CALLS:
        raise Outside(f"{calls:,} calls in one run, at most {MOST_CALLS:,}")
