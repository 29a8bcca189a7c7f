"""Plans as somebody names them on a command line, all in one world: today's, a fitted one, or that of a plan of the board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from alongside.core.refused import Refused
from alongside.library.programs import Profile
from alongside.roads import open_area
from alongside.twin.planning.parts import Plan
from alongside.twin.planning.runnable import check_scenario
from alongside.twin.planning.running import find_ready
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.world import PlanningWorld, read_world
from alongside.twin.sweeping.named import CannotAsk, Named, get_board_plan, read_named
from alongside.twin.today.keeping import open_today
from alongside.twin.today.offset import monday
from alongside.twin.whatif.plan import MARK
from alongside.twin.world.numbers import load_world

WEEK_MS = 7 * 24 * 3_600_000


@dataclass(frozen=True)
class Terms:
    """What all plans of a sweep share. ``demand``: percent of the world's calls; a plan of the board brings its own."""

    profile: Profile
    data: Path
    weeks: int
    demand: int
    start: date
    world: str | None


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


def find_world(words: Sequence[str], terms: Terms, start: int) -> PlanningWorld:
    """The fitted world that was named; else that of the first plan of the board; else today's."""
    kept = terms.data / "plan" / "worlds"
    if terms.world:
        return _read(kept / "fitted" / f"{terms.world}.json", terms.world)
    for word in words:
        if MARK.fullmatch(word):
            return _read(kept / "by-content" / f"{get_board_plan(word, terms.data).world}.json", word)
    profile = terms.profile
    return open_today(terms.data / "plan", profile, open_area(profile.area, terms.data / "roads"), load_world(), start)


def _read(path: Path, word: str) -> PlanningWorld:
    if not path.is_file():
        raise CannotAsk("no_world", word, folder=path.parent)
    return read_world(path)
