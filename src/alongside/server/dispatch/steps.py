"""What the desk may do with an assignment now: only what the life table lets follow."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from alongside.core.codes import AssignmentStatus as A
from alongside.core.dispatch.departing import list_unasked
from alongside.core.life import ASSIGNMENT, REMOTE_ONLY, REPORTED_BY_CREW
from alongside.core.state import Assignment, Incident
from alongside.server.dispatch.actions import Action, action
from alongside.server.site.coded import choices, word
from alongside.server.site.rows import View

# In the order in which a call usually goes. Transporting needs a place and has a form of its own.
STEPS = {
    A.ACKNOWLEDGED: gettext_noop("Acknowledged"), A.ENROUTE: gettext_noop("On the way"), A.STAGED: gettext_noop("Staged"),
    A.ON_SCENE: gettext_noop("On scene"), A.AT_PLACE: gettext_noop("At the place"), A.WITH_PERSON: gettext_noop("With the person"),
    A.CLEARED: gettext_noop("Clear"), A.DECLINED: gettext_noop("Declined"),
}  # fmt: skip
DRIVEN = frozenset({A.ENROUTE, A.STAGED, A.ON_SCENE, A.AT_PLACE})


def list_assignments(view: View, incident: Incident) -> list[dict[str, Any]]:
    """Each assignment of the incident with its own status and what may follow; ended ones last."""
    found = [one for id in incident.assignments if (one := view.board.assignments.find(id))]
    return [_assignment(view, one) for one in sorted(found, key=lambda one: (not ASSIGNMENT[one.status], one.index))]


def _assignment(view: View, one: Assignment) -> dict[str, Any]:
    unit = view.board.units.find(one.unit)
    after = ASSIGNMENT[one.status]
    stale_ms = view.rules.clocks.stale_ms.get(one.status)
    since = one.times.get(one.status, 0)
    return {
        "id": one.id,
        "unit": one.unit,
        "call_sign": view.names.unit(view.board, one.unit),
        "crew": " / ".join(view.names.person(member.staff) for member in unit.members) if unit else "",
        "status": word("status", one.status) if one.status in _SHOWN else _(ENDED.get(one.status, one.status)),
        "since": since,
        "stale_at": since + stale_ms if stale_ms else None,
        "place": view.names.facility(one.place) if one.place else "",
        "ended": not after,
        "primary": bool(unit and unit.primary == one.id),
        "steps": _steps(view, one),
        "may_transport": A.TRANSPORTING in after,
        "rule_out": _rules_out(view, one) if A.TRANSPORTING in after or (after and one.left_open) else None,
        "leaves": choices("leaves"),
        "calls_off": _calls_off(one),
    }


def _rules_out(view: View, one: Assignment) -> Action | None:
    """One key for what the crew says on the radio: asked again before leaving, none. Nothing where all were asked."""
    incident = view.board.incidents.find(one.incident)
    if incident is None or not list_unasked(incident, one.times.get(A.WITH_PERSON, 0)):
        return None
    return action("RuleOutRedFlags", _("Medical signs asked again: no others"), incident=incident.id, when="before_departure")


_SHOWN = frozenset(A) - {A.CANCELLED, A.WITHDRAWN, A.DECLINED}
ENDED = {A.CANCELLED: gettext_noop("Called off"), A.WITHDRAWN: gettext_noop("Taken back"), A.DECLINED: gettext_noop("Declined")}


def _steps(view: View, one: Assignment) -> list[Action]:
    unit = view.board.units.find(one.unit)
    kind = view.rules.program.crews.get(unit.acts_as) if unit else None
    remote = bool(kind and kind.remote)
    legal = [step for step in STEPS if step in ASSIGNMENT[one.status] & REPORTED_BY_CREW and _fits(one.status, step, remote)]
    return [action("ReportStatus", _(STEPS[step]), assignment=one.id, status=step.value) for step in legal]


def _fits(now: A, step: A, remote: bool) -> bool:
    """A clinician by phone never drives; everybody else never skips the drive."""
    return step not in DRIVEN if remote else (now, step) not in REMOTE_ONLY


def _calls_off(one: Assignment) -> list[Action]:
    after = ASSIGNMENT[one.status]
    found = [action("WithdrawAssignment", _("Take back"), assignment=one.id)] if A.WITHDRAWN in after else []
    if A.CANCELLED in after:
        found.append(action("CancelAssignment", _("Call off"), "danger", assignment=one.id, reason="no_longer_needed"))
    return found


def police(view: View, incident: Incident) -> dict[str, Any]:
    """Police on this call: as what, since when, who asked and why; and what may be set."""
    asked_by, why, since = incident.police_because or ("", "", None)
    who = view.names.unit(view.board, asked_by) if asked_by in view.board.units else word("asked_by", asked_by)
    return {
        "now": word("police", incident.police),
        "asked_by": who,
        "why": word("police_reason", why) if why else "",
        "since": since,
        "choices": choices("police"),
        "askers": choices("asked_by"),
        "reasons": choices("police_reason"),
    }
