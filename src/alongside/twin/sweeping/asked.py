"""Plans as somebody names them on a command line, made scenarios of one world."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from alongside.core.refused import Refused
from alongside.twin.planning.parts import Plan
from alongside.twin.planning.runnable import check_scenario
from alongside.twin.planning.running import find_ready
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.sweeping.in_world import Terms, find_world
from alongside.twin.sweeping.named import CannotAsk, Named, read_named
from alongside.twin.today.offset import monday

WEEK_MS = 7 * 24 * 3_600_000


def read_plans(words: Sequence[str], terms: Terms) -> list[Plan]:
    """Raises :class:`CannotAsk`, ``Mistake``, ``OSError``, each with its sentence."""
    start = begins(terms)
    world = find_world(words, terms, start)
    return [_plan(read_named(word, terms.profile, world, terms.data), world, start, terms) for word in words]


def begins(terms: Terms) -> int:
    """The local Monday 0:00 of that day's week, ms UTC."""
    zone = terms.profile.area.zone
    return monday(int(datetime(*terms.start.timetuple()[:3], 12, tzinfo=ZoneInfo(zone)).timestamp() * 1000), zone)


def _plan(named: Named, world: PlanningWorld, start: int, terms: Terms) -> Plan:
    practice = Practice(demand=(terms.demand if named.demand is None else named.demand) / 100)
    plan = Plan(named.name, Scenario(named.rules, world, named.units, start, start + terms.weeks * WEEK_MS, 1, practice))
    check_scenario(plan.scenario)
    try:
        find_ready(plan.scenario)
    except Refused as refused:
        raise CannotAsk("not_served", plan.name, why=refused) from refused
    return plan
