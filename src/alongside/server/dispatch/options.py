"""The recommendation as the panel shows it: ordered options, each with its why, and what was missing."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from alongside.core.codes import IncidentStatus
from alongside.core.dispatch.facts import Missing, Option
from alongside.core.dispatch.recommend import recommend
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.state import Incident
from alongside.server.dispatch.drives import drive_words, minutes_of, say
from alongside.server.site.coded import word
from alongside.server.site.deployment import Deployment
from alongside.server.site.rows import View

MISSING = {
    "too_far": gettext_noop("too far away"),
    "all_busy": gettext_noop("all with somebody"),
    "incomplete": gettext_noop("crew not complete"),
    "none_on_duty": gettext_noop("none on duty"),
}
AGAINST = frozenset(
    {
        "lacks", "too_far", "no_road", "needs_interpreter", "would_leave", "aboard_incomplete", "shift_ends", "load", "place_unknown",
        "in_uniform",
    }
)  # fmt: skip
SAID_ELSEWHERE = frozenset({"aboard", "drive", "at_once", "place_unknown"})  # the option's first line, or the line above all, says these


def recommended(deployment: Deployment, view: View, incident: Incident) -> dict[str, Any] | None:
    """What the core recommends now, or None where nobody is to be sent any more."""
    if incident.status not in (IncidentStatus.OPEN, IncidentStatus.SCHEDULED):
        return None
    where = {unit.id: heard[0] for unit in view.board.units if (heard := view.find_spot(unit.id))}
    advice = recommend(view.board, incident, deployment.rules, deployment.travel, deployment.clock.now(), where)
    first = next(iter(advice.options), None)
    return {
        "options": [_option(deployment, view, incident, option, first) for option in advice.options],
        "missing": [_missing(view, one) for one in advice.missing],
        "waits": not _somebody_goes(view, incident),
        "unplaced": incident.spot is None,
    }


def _somebody_goes(view: View, incident: Incident) -> bool:
    """Whether a unit is on the need; one that was taken back, called off or declined no longer is."""
    sent = (view.board.assignments.find(id) for id in incident.assignments)
    return any(one is not None and one.status not in ASSIGNMENT_ENDS for one in sent)


def _leaving(option: Option) -> str:
    return next((dict(one.parameters)["assignment"] for one in option.reasons if one.code == "would_leave"), "")


def _later(option: Option, first: Option | None) -> list[str]:
    """Why an option that nothing speaks against still is not the first."""
    if first is None or option.unit == first.unit or option.also or any(one.code in AGAINST for one in option.reasons):
        return []
    if option.crew_kind != first.crew_kind:
        return [_("later in this level's order")]
    if option.drive_ms is None or first.drive_ms is None or option.drive_ms <= first.drive_ms:
        return []
    return [_("%(minutes)s min farther") % {"minutes": minutes_of(option.drive_ms - first.drive_ms)}]


def _option(deployment: Deployment, view: View, incident: Incident, option: Option, first: Option | None) -> dict[str, Any]:
    unit = view.board.units.find(option.unit)
    assert unit is not None
    kind = deployment.rules.program.crews[option.crew_kind]
    return {
        "unit": option.unit,
        "call_sign": unit.call_sign,
        "kind": view.names.label(f"crew.{option.crew_kind}", view.language),
        "rank": option.rank,
        "also": option.also,
        "leaving": _leaving(option),
        "remote": kind.remote,
        "drive": drive_words(deployment.travel, option.drive_ms, kind.mode, incident),
        "crew": " / ".join(view.names.person(member.staff) for member in unit.members),
        "why": [say(view, one) for one in option.reasons if one.code not in AGAINST | SAID_ELSEWHERE] + _later(option, first),
        "against": [say(view, one) for one in option.reasons if one.code in AGAINST - SAID_ELSEWHERE],
        "speaks": [word("language", code) for code in sorted(unit.languages) if code != "en"],
    }


def _missing(view: View, one: Missing) -> dict[str, str]:
    return {"kind": view.names.label(f"crew.{one.crew_kind}", view.language), "sentence": _(MISSING[one.why])}
