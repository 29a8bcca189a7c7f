"""How the figures were made, so that somebody else can make them again; and what the twin does not know."""

from datetime import UTC, date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.evaluate.fitting.measured import Measured
from alongside.server.plan.board.question import Question
from alongside.server.plan.figures import say
from alongside.server.plan.worlds import kept
from alongside.server.plan.worlds.opening import TODAY, folder
from alongside.server.plan.worlds.words import say_score
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.whatif.told import Found

UNKNOWN = (
    _lazy(
        "Left out, because planning does not know it: calls about the same person that are linked, warm transfers to partners, "
        "legal holds, facilities that close for the night."
    ),
    _lazy(
        "Teams are on duty as the roster says: nobody has a break, is ill or in training, and no vehicle breaks down. "
        "Desks are always staffed."
    ),
    _lazy("Whether the teams can be hired, and whether people call more often, or earlier, because help has become better."),
    _lazy("Costs are of people and vehicles on duty. Wages that are recalled or our own are no offers: put in your own."),
)
OWN = _lazy(
    "This deployment's own: what other programs and centers say of theirs, this area's roads, this program's facilities. "
    "It was not fitted to calls of this area: only differences between rosters mean something, levels may be off."
)


def list_unknown(asked: Question) -> list[str]:
    """Sentences."""
    return [str(one) for one in UNKNOWN]


def list_method(asked: Question, found: Found) -> list[tuple[str, str]]:
    """Term and text."""
    plan, world = asked.plan, asked.world
    runs = {"runs": found.pairs, "weeks": plan.weeks, "day": say_day(plan.start + world.east_ms)}
    calls = {"per_day": say(sum(world.weekly) / 7, 1), "places": len(world.places), "share": plan.demand}
    return [
        (_("Runs"), _("Seeds 1 to %(runs)s, each lived with both rosters: %(weeks)s weeks from %(day)s on.") % runs),
        (
            _("Differences"),
            _(
                "Taken run by run, because both rosters meet the same calls; Student's interval, 95 %. Where it holds zero, "
                "the difference may be chance."
            ),
        ),
        (_("Calls"), _("%(per_day)s a day from %(places)s places in this world; this plan meets %(share)s %% of them.") % calls),
        (_("World"), f"{say_name(world)} ({plan.world})"),
        (_("How well it fits"), say_fit(world)),
        (_("Engine"), f"{say_engine(found)} ({asked.job().engine})"),
        (_("Rules"), f"{plan.program}, {plan.rules[:16]}"),
    ]


def say_day(ms: int) -> str:
    """A day of the world's own clock."""
    return str(date_format(datetime.fromtimestamp(ms / 1000, UTC).date(), "DATE_FORMAT"))


def say_name(world: PlanningWorld) -> str:
    return str(_("This deployment today")) if world.name == TODAY else f"{world.name}: {world.source}"


def say_engine(found: Found) -> str:
    """Which lived it."""
    if found.engine == "core":
        return str(_("Lived by the live system's own decisions."))
    return str(_("Lived by the fast engine, which gives the same facts as the live system's own decisions."))


def say_fit(world: PlanningWorld) -> str:
    """What the world was fitted to, and how well."""
    if world.name == TODAY:
        return str(OWN)
    found = kept.find_kept(folder(), world.name)
    if found is None:
        return str(_("What it was fitted to is not kept here any more."))
    return " ".join(one for one in (say_calls(found.measured), say_hours(found.measured), say_score(found.measured.score)) if one)


def say_calls(one: Measured) -> str:
    first, last = (date_format(date.fromisoformat(day), "DATE_FORMAT") for day in (one.first, one.last))
    told = {"calls": say(one.calls), "all": say(one.everything), "first": first, "last": last}
    return str(_("Fitted to %(calls)s of %(all)s calls between %(first)s and %(last)s.") % told)


def say_hours(one: Measured) -> str:
    if not one.hours:
        return ""
    told = {"fits": sum(hour.fits for hour in one.hours), "spread": say(one.spread or 1, 2)}
    return str(
        _(
            "In %(fits)s of 24 hours of the day the calls seen lie where 95 %% of such counts would. Hours vary %(spread)s times as much "
            "as counts by themselves."
        )
        % told
    )
