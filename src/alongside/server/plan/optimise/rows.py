"""The formulas' rosters in words, and the twin's word on each beside the promise."""

from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from alongside.server.plan.board.question import TODAY
from alongside.server.plan.board.results import say_money
from alongside.server.plan.board.words import place_name
from alongside.server.plan.figures import say
from alongside.server.plan.optimise.question import ALONE, AMONG, Question
from alongside.twin.optimise.candidates import Candidate
from alongside.twin.optimise.proved import Proved
from alongside.twin.planning.world import PlanningWorld

NAMES = {
    "coverage": _lazy("Posts by reach"), "drive": _lazy("Posts by the shortest mean drive"), "spare": _lazy("One team more in every hour"),
    "both": _lazy("Posts by reach and by mean drive alike"),
}  # fmt: skip
WHY = {
    "never_ordered": _lazy("The policy orders this kind of crew for no call of this world. Choose another."),
    "too_far": _lazy(
        "From %(posts)s posts at most %(best)s of calls are reached in that time, however many teams there are. "
        "Allow more posts or more time."
    ),
    "too_many": _lazy("More than %(most)s teams at once would be needed. Allow more time, or a smaller share."),
    "no_shifts": _lazy("No shifts of this length cover the hours. Choose another length."),
}  # fmt: skip
WEEKS_A_YEAR = 365.25 / 7  # as the board reckons
Row = dict[str, Any]


class Verdict(NamedTuple):
    """The sentence beside both numbers; ``state``: better, worse or ""."""

    says: str
    state: str


def percent(share: float) -> str:
    """94.1 %"""
    return str(_("%(n)s %%") % {"n": say(share * 100, 1)})


def say_why(code: str, values: dict[str, object]) -> str:
    """Why no roster meets the goal."""
    told = {name: percent(value) if isinstance(value, float) else value for name, value in values.items()}
    return str(WHY[code]) % told if code else ""


def list_candidates(asked: Question, proved: dict[str, Proved]) -> list[Row]:
    """One row each, the cheapest first."""
    return [candidate_row(asked, one, proved) for one in sorted(asked.found, key=lambda one: one.cost)]


def candidate_row(asked: Question, one: Candidate, proved: dict[str, Proved]) -> Row:
    """What it is, what the formula promises of all calls, what the twin found, and why they differ."""
    promised = one.promise.with_queue * asked.served
    alone, among, today = (proved.get(name) for name in (f"{one.name}-{ALONE}", f"{one.name}-{AMONG}", TODAY))
    return {
        "name": one.name,
        "label": str(NAMES[one.name]),
        "posts": say_posts(one.posts, asked.world),
        "teams": ngettext("%(n)s team", "%(n)s teams", len(one.units)) % {"n": len(one.units)},
        "at_once": int(one.on_duty.max()),
        "hours": say(float(one.on_duty.sum())),
        "cost": say_money(one.cost * WEEKS_A_YEAR),
        "bound": say_money(one.bound * WEEKS_A_YEAR),
        "distance": percent(one.promise.by_distance * asked.served),
        "promised": percent(promised),
        "busiest": percent(one.promise.busiest),
        "alone": say_proved(alone),
        "among": say_proved(among),
        "today": say_proved(today),
        "verdict": verdict(promised, alone) if alone else None,
    }


def say_posts(posts: tuple[int, ...], world: PlanningWorld) -> str:
    """By the places they are near."""
    return ", ".join(dict.fromkeys(place_name(world, post) for post in posts))


def say_proved(found: Proved | None) -> str:
    """88.2 % (86.9 to 89.5)."""
    if found is None:
        return ""
    if found.runs < 2:  # noqa: PLR2004
        return str(_("%(mean)s (one run: no interval yet)") % {"mean": percent(found.mean)})
    return str(
        _("%(mean)s (%(low)s to %(high)s)")
        % {"mean": percent(found.mean), "low": say(found.low * 100, 1), "high": say(found.high * 100, 1)}
    )


def verdict(promised: float, found: Proved) -> Verdict:
    """Why the two numbers differ, in one sentence."""
    if found.runs < 2 or found.holds(promised):  # noqa: PLR2004
        return Verdict(str(_("The twin does not contradict the formula.")), "")
    points = say(abs(found.mean - promised) * 100, 1)
    if found.mean < promised:
        return Verdict(str(LESS % {"points": points}), "worse")
    return Verdict(str(MORE % {"points": points}), "better")


LESS = _lazy(
    "%(points)s points less than promised: in the formula a team stands at each post and each hour lasts for ever; in the twin calls come "
    "in bursts, teams come from where the last call left them, urgent calls pass others in the queue, and shifts end."
)
MORE = _lazy(
    "%(points)s points more than promised: the formula lets a call wait for a free team as if every hour lasted for ever; "
    "real peaks end sooner."
)
