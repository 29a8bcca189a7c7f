"""What a world's parts are called, why a history does not say one, and where this deployment's own figure is from."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from alongside.evaluate.fitting.measured import CannotFit, Score
from alongside.server.plan.complaints import say_complaint
from alongside.twin.planning.wrong import Mistake

PARTS = {
    "hours": _lazy("Calls by hour of the week"), "seasons": _lazy("Seasons"), "yearly": _lazy("Growth in a year"),
    "where": _lazy("Where calls come from"), "kinds": _lazy("What is called about"), "triage": _lazy("From the ring to the answers"),
    "ready": _lazy("Until a dispatcher sends somebody, when it is quiet"), "acknowledge": _lazy("Until a crew acknowledges"),
    "ready_urgent": _lazy("The same, where it is urgent"),
    "turnout": _lazy("Until it drives"), "pace": _lazy("Drives by part of the day"), "contact": _lazy("From arrival to the person"),
    "engaged": _lazy("With the person"), "refused": _lazy("With a person who declines"), "look": _lazy("Looking for a person who is gone"),
    "wrap": _lazy("Until the crew is free"), "by_phone": _lazy("Helped by phone"), "outcomes": _lazy("What comes of it"),
    "doors": _lazy("Facilities and their doors"), "answer": _lazy("Until a facility answers"), "door": _lazy("Handing over at a center"),
    "door_emergency": _lazy("Handing over at an emergency department"), "stay": _lazy("Stay at a facility"),
    "taken": _lazy("Until a follow-up is taken on"), "drives": _lazy("Drive times"), "reached": _lazy("Reached afterwards"),
}  # fmt: skip
LACKS = {
    "few": _lazy("too few calls say it"), "times": _lazy("the history has no such times"),
    "places": _lazy("the history has no coordinates"),
    "elsewhere": _lazy("most of its places are not in this area"), "short": _lazy("the history is too short"),
}  # fmt: skip
SOURCES = {
    "centre": _lazy("a 911 center's records of 2025"), "county": _lazy("a county's mobile crisis teams, 2024 and 2025"),
    "published": _lazy("what programs publish of themselves"), "own": _lazy("an assumption of ours: put your own"),
    "area": _lazy("this area's roads"), "program": _lazy("this deployment's program"),
}  # fmt: skip
ELSEWHERE = {"drives": "area", "doors": "program"}  # what is not among the living city's figures
REFUSED = {
    "empty": _lazy("This history holds no call with a time: nothing can be fitted to it. Look at its import report."),
    "none": _lazy("Of %(count)s calls none says behavioral health. Look whether the mapping names the column of the call's type."),
    "few": _lazy("%(count)s calls are too few to fit anything to; at least %(least)s are needed. Import a longer history."),
}  # fmt: skip


def say_refused(refusal: CannotFit, least: int) -> str:
    """Why there is no world, and what to do; of a count below ``least`` only that it is."""
    count = f"<{least}" if 0 < refusal.count < least else refusal.count
    return str(REFUSED[refusal.code] % {"count": count, "least": refusal.least})


def say_broken(name: str, wrong: Mistake) -> str:
    """What is wrong with the world of that name."""
    return str(_("The world “%(world)s” cannot be used: %(why)s.") % {"world": name, "why": say_complaint(wrong.complaint)})


def say_score(score: Score | None) -> str:
    """How well it told weeks that were held back; nothing where none were."""
    if score is None:
        return ""
    told = {"better": round(100 * score.better), "inside": round(100 * score.inside)}
    if told["better"] <= 0:  # a history in which each week repeats the last one leaves nothing to be better at
        return str(
            _("On weeks held back it was no better than last week's counts, with %(inside)s %% of hours within its 90 %% interval.") % told
        )
    return str(
        _("On weeks held back it was %(better)s %% better than last week's counts, with %(inside)s %% of hours within its 90 %% interval.")
        % told
    )
