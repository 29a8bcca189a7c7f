"""Hours, teams and changes in the words of the reader's language."""

from collections.abc import Sequence

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from alongside.server.plan.board.call_signs import other_call_sign
from alongside.server.plan.board.profiles import profile_of
from alongside.server.plan.figures import say
from alongside.server.site.deployment import get_deployment
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.whatif.changes import FEWER, HOURS, MORE, Change
from alongside.twin.whatif.hours import Group
from alongside.twin.whatif.plan import BoardPlan

MOST_SAID = 4  # changes in one sentence


def say_groups(groups: Sequence[Group]) -> str:
    """“Mon–Fri 8–16, Sat 10–18”; no hours: around the clock."""
    said = [f"{say_days(one.days)} {say_clock(one.from_hour)}–{say_clock(one.from_hour + one.hours, end=True)}" for one in groups]
    return ", ".join(said) or str(_("around the clock"))


def say_days(days: Sequence[int]) -> str:
    """“daily”, “Mon–Fri”, “Tue, Thu”."""
    if len(days) == 7:
        return str(_("daily"))
    short = [str(WEEKDAYS_ABBR[day]) for day in days]
    in_a_row = len(days) > 2 and days[-1] - days[0] == len(days) - 1
    return f"{short[0]}–{short[-1]}" if in_a_row else ", ".join(short)


def say_clock(hour: float, *, end: bool = False) -> str:
    """16, or 16:30; the end of a day is 24."""
    at = hour % 24 or (24.0 if end else 0.0)
    whole, half = divmod(at, 1)
    return f"{int(whole)}:30" if half else str(int(whole))


def day_name(day: int) -> str:
    """Monday is 0."""
    return str(WEEKDAYS[day])


def team_name(name: str) -> str:
    """A call sign; a team that is not there yet by its number."""
    if name.startswith("new-"):
        return str(_("New %(number)s") % {"number": name.removeprefix("new-")})
    return next((unit.call_sign for unit in get_deployment().profile.units if unit.id == name), "") or other_call_sign(name)


def crew_name(kind: str) -> str:
    """What a kind of crew is called."""
    return get_deployment().names.label(f"crew.{kind}", get_language() or "en")


def program_name(program: str) -> str:
    """What a program is called."""
    labels = profile_of(program).labels["program"]
    return labels.get(get_language() or "en", labels["en"])


def place_name(world: PlanningWorld, place: int) -> str:
    """A post where one is there, else the neighborhood nearest to it."""
    area, (lat, lon) = get_deployment().profile.area, world.places[place]
    post = next((one.label for one in area.posts if (one.spot.lat, one.spot.lon) == (lat, lon)), "")
    near = min(area.neighbourhoods, key=lambda one: abs(one.spot.lat - lat) + 0.76 * abs(one.spot.lon - lon), default=None)
    return post or (near.label if near else str(place + 1))


def say_changes(changes: Sequence[Change], world: PlanningWorld) -> str:
    """What a plan does otherwise, in one line."""
    said = [say_change(one, world) for one in changes[:MOST_SAID]]
    if len(changes) > MOST_SAID:
        left = len(changes) - MOST_SAID
        said.append(ngettext("%(n)s more change", "%(n)s more changes", left) % {"n": left})
    text = "; ".join(said)
    return text[:1].upper() + text[1:]


def say_change(one: Change, world: PlanningWorld) -> str:
    told = {"n": one.teams, "crew": crew_name(one.crew_kind), "when": say_groups(one.groups), "team": team_name(one.name)}
    if one.what == MORE:
        return str(ngettext("%(n)s more team (%(crew)s) %(when)s", "%(n)s more teams (%(crew)s) %(when)s", one.teams) % told)
    if one.what == FEWER:
        return str(ngettext("%(n)s team fewer (%(crew)s) %(when)s", "%(n)s teams fewer (%(crew)s) %(when)s", one.teams) % told)
    if one.what == HOURS:
        return str(_("%(team)s on duty %(when)s") % told)
    return str(_("%(team)s waits at %(post)s") % (told | {"post": place_name(world, one.post)}))


def say_terms(today: BoardPlan, plan: BoardPlan) -> list[str]:
    """Beside the roster: another program or policy, other demand."""
    said = []
    if plan.beside == "own":
        said.append(_("beside “%(program)s” with its own roster") % {"program": program_name(plan.program)})
    if plan.program != today.program:
        said.append(_("program: %(program)s") % {"program": program_name(plan.program)})
    elif plan.rules != today.rules:
        said.append(_("with the policy of when it was made"))
    if plan.demand != 100:
        told = {"share": say(plan.demand)}
        if plan.same_calls:
            said.append(_("%(share)s %% of today's calls, for both") % told)
        elif plan.beside == "own":
            said.append(_("%(share)s %% of today's calls, its own roster with all of them") % told)
        else:
            said.append(_("%(share)s %% of today's calls, today's roster as it is") % told)
    return said
