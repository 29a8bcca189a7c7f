"""What a plan does otherwise than today, team by team; teams alike are said together."""

from collections import Counter
from typing import NamedTuple

from alongside.twin.planning.roster import PlannedUnit, Shift
from alongside.twin.whatif.hours import Group, group
from alongside.twin.whatif.plan import BoardPlan

MORE, FEWER, HOURS, POST = "more", "fewer", "hours", "post"


class Change(NamedTuple):
    """So many ``teams`` of this kind more or fewer; or one, by name, with other hours (those it has now) or another post."""

    what: str
    crew_kind: str
    teams: int
    groups: tuple[Group, ...]  # empty: around the clock
    name: str = ""
    post: int = 0


def list_changes(today: BoardPlan, plan: BoardPlan) -> list[Change]:
    """Those that came, those that went, those with other hours, those that wait elsewhere."""
    before, after = ({one.name: one for one in each.units} for each in (today, plan))
    came = [one for name, one in after.items() if name not in before]
    went = [one for name, one in before.items() if name not in after]
    stayed = [(before[name], one) for name, one in after.items() if name in before]
    hours = [Change(HOURS, now.crew_kind, 1, group(now.shifts), now.name) for was, now in stayed if was.shifts != now.shifts]
    posts = [Change(POST, now.crew_kind, 1, (), now.name, now.post) for was, now in stayed if was.post != now.post]
    return [*_alike(MORE, came), *_alike(FEWER, went), *hours, *posts]


def _alike(what: str, units: list[PlannedUnit]) -> list[Change]:
    counted: Counter[tuple[str, tuple[Shift, ...]]] = Counter((one.crew_kind, one.shifts) for one in units)
    return [Change(what, kind, count, group(shifts)) for (kind, shifts), count in counted.items()]


def is_same(today: BoardPlan, plan: BoardPlan) -> bool:
    """Whether both would meet the same calls with the same people under the same rules: nothing could differ."""
    terms = plan.same_calls or plan.demand == today.demand
    return terms and (today.units, today.rules, today.world) == (plan.units, plan.rules, plan.world)
