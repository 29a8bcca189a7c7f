"""A week of each team as a strip: 168 hours to the right, beneath it the hours of what the plan is compared with."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.server.plan.board.posts import list_posts
from alongside.server.plan.board.profiles import profile_of
from alongside.server.plan.board.question import Question
from alongside.server.plan.board.words import crew_name, day_name, place_name, say_clock, say_groups, team_name
from alongside.server.plan.figures import say
from alongside.twin.planning.roster import PlannedUnit, Shift
from alongside.twin.planning.world import WEEK_HOURS
from alongside.twin.whatif.hours import Group, group, hours_a_week, pieces


@dataclass(frozen=True)
class Bar:
    """One piece of one shift; ``shift`` is its index, -1 for around the clock. ``says`` is read aloud."""

    shift: int
    from_hour: float
    hours: float
    x: float
    width: float
    says: str
    is_first: bool


@dataclass(frozen=True)
class Team:
    """One row."""

    name: str
    label: str
    crew: str
    crew_kind: str
    post: str
    place: int
    is_remote: bool
    when: str
    hours: str
    bars: tuple[Bar, ...]
    was: tuple[tuple[float, float], ...]  # of what it is compared with
    state: str  # "", new, changed, unknown
    groups: tuple[tuple[int, Group, str], ...]


def list_teams(asked: Question) -> list[Team]:
    """In the order of the roster; those that are new last."""
    program = profile_of(asked.plan.program).rules.program
    before = {one.name: one for one in asked.beside.units}
    posts = list_posts(asked.world)
    teams = []
    for unit in asked.plan.units:
        kind = program.crews.get(unit.crew_kind)
        state = "unknown" if kind is None else state_of(before.get(unit.name), unit)
        remote = kind is not None and kind.remote
        post = "" if remote else posts.get(unit.post) or place_name(asked.world, unit.post)
        teams.append(team(unit, state, before.get(unit.name), post, remote))
    return teams


def team(unit: PlannedUnit, state: str, before: PlannedUnit | None, post: str, remote: bool) -> Team:
    name, groups = team_name(unit.name), group(unit.shifts)
    numbered = tuple((place, one, say_groups([one])) for place, one in enumerate(groups))
    was = tuple(span for one in before.shifts for span in pieces(one)) if before and before.shifts else ((0.0, float(WEEK_HOURS)),)
    return Team(
        unit.name, name, crew_name(unit.crew_kind), unit.crew_kind, post, unit.post, remote, say_groups(groups), say(hours_a_week(unit)),
        bars_of(unit, name), was if before else (), state, numbered,
    )  # fmt: skip


def state_of(before: PlannedUnit | None, now: PlannedUnit) -> str:
    if before is None:
        return "new"
    return "" if (before.shifts, before.post) == (now.shifts, now.post) else "changed"


def bars_of(unit: PlannedUnit, name: str) -> tuple[Bar, ...]:
    """A bar for each piece; the first of a team is the one a keyboard comes to."""
    if not unit.shifts:
        always = _("%(team)s, around the clock") % {"team": name}
        return (Bar(-1, 0, WEEK_HOURS, 0, WEEK_HOURS, always, True),)
    return tuple(
        Bar(index, shift.from_hour, shift.hours, x, width, say_bar(name, shift), not index and not piece)
        for index, shift in enumerate(unit.shifts)
        for piece, (x, width) in enumerate(pieces(shift))
    )


def say_bar(name: str, shift: Shift) -> str:
    day, at = divmod(shift.from_hour, 24)
    told = {"team": name, "day": day_name(int(day)), "from": say_clock(at), "to": say_clock(at + shift.hours, end=True)}
    return str(_("%(team)s, %(day)s %(from)s to %(to)s") % told)
