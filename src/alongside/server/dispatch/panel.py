"""Everything the incident panel shows, as plain values: a template only lays it out."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.asking import Asking
from alongside.core.codes import IncidentStatus
from alongside.core.party import Actor
from alongside.core.state import Incident
from alongside.ledger.row import Row as LedgerRow
from alongside.server.dispatch import people, timeline
from alongside.server.dispatch.actions import Action, action
from alongside.server.dispatch.codes import CANCEL_REASON
from alongside.server.dispatch.options import recommended
from alongside.server.dispatch.steps import list_assignments, police_choices
from alongside.server.site.coded import word
from alongside.server.site.deployment import Deployment
from alongside.server.site.row_incident import incident_row
from alongside.server.site.rows import View


def make_panel(
    deployment: Deployment, view: View, id: str, actor: Actor, rows: Sequence[LedgerRow], words: dict[str, str]
) -> dict[str, Any]:  # fmt: skip
    """The panel of one incident. Raises ``KeyError`` where the board does not know it."""
    incident = view.board.incidents.find(id)
    row = incident_row(view, id)
    if incident is None or row is None:
        raise KeyError(id)
    now = deployment.clock.now()
    asking = Asking(view.board, deployment.rules, deployment.travel, actor, now, now)
    return {
        "incident": incident,
        "row": row,
        "mark": mark(incident),
        "origin": word("origin", incident.origin) if incident.origin else "",
        "place": timeline.latest_words(rows, words, "place"),
        "summary": timeline.latest_words(rows, words, "summary"),
        "call_back": timeline.latest_words(rows, words, "call_back"),
        "cad_number": timeline.latest_words(rows, words, "cad_number"),
        "rule": rule_words(deployment, view, incident),
        "requirements": requirements(deployment, view, incident),
        "weapons": weapons(incident),
        "medical": [{"flag": word("red_flag", flag), "state": state} for flag, state, _at in incident.medical],
        "hazards": [word("hazard", code) for code in incident.hazards],
        "language": word("language", incident.language) if incident.language else "",
        "people": people.list_people(deployment, view, asking, incident),
        "advice": recommended(deployment, view, incident),
        "assignments": list_assignments(view, incident),
        "same": people.likely_same(view, asking, incident) if incident.status is IncidentStatus.OPEN else [],
        "links": links(view, incident),
        "police": {"now": word("police", incident.police), "choices": police_choices()},
        "timeline": timeline.timeline(view, rows, words),
        "actions": ends(incident, actor),
        "lowering": lowering(incident),
        "cancel_reasons": [(code, _(text)) for code, text in CANCEL_REASON.items()],
        "destinations": [(id, view.names.facility(id)) for id in deployment.rules.program.destinations],
        "may_write": timeline.may_write(actor),
        "open": incident.status in (IncidentStatus.OPEN, IncidentStatus.SCHEDULED),
    }


def mark(incident: Incident) -> str:
    """Number and shape of the level: colour is never alone."""
    return "L? ◌" if incident.level is None else f"L{int(incident.level)} {'□○●◆▲'[int(incident.level)]}"


def rule_words(deployment: Deployment, view: View, incident: Incident) -> str:
    """The rule that set the level, in words."""
    if incident.level_rule == "by_hand":
        return _("set by hand")
    protocol = deployment.rules.protocols.get(incident.protocol)
    rule = next((one for one in protocol.rules if one.id == incident.level_rule), None) if protocol else None
    if rule is None:
        return _("no rule raised it") if incident.level_rule else _("not assessed yet")
    return rule.labels.get(view.language) or rule.labels.get("en") or rule.id.replace("_", " ")


def requirements(deployment: Deployment, view: View, incident: Incident) -> list[dict[str, str]]:
    """Each requirement with the question and answer that set it."""
    return [
        {"code": one.code, "label": view.names.label(f"requirement.{one.code}", view.language), "because": because(deployment, view, incident, one.question, one.answer)}
        for one in incident.requirements
    ]  # fmt: skip


def because(deployment: Deployment, view: View, incident: Incident, question: str, answer: str) -> str:
    """The answer in the protocol's words; codes where the protocol is not there any more."""
    protocol = deployment.rules.protocols.get(incident.protocol)
    asked = next((one for one in protocol.questions if one.id == question), None) if protocol else None
    given = next((one for one in asked.answers if one.code == answer), None) if asked else None
    if given:
        return given.labels.get(view.language) or given.labels["en"]
    return f"{question.replace('_', ' ')}: {answer.replace('_', ' ')}" if question else ""


def weapons(incident: Incident) -> list[dict[str, Any]]:
    """Each weapon fact; unknown is never shown as no."""
    return [
        {"weapon": word("weapon", weapon), "place": word("weapon_place", place) if place else "", "state": state, "state_word": word("weapon_state", state),
         "source": word("source", source), "at": at}
        for weapon, place, state, source, at in incident.weapons
    ]  # fmt: skip


def links(view: View, incident: Incident) -> list[dict[str, Any]]:
    """Incidents a person linked to this one."""
    found = [other for id in incident.links if (other := view.board.incidents.find(id))]
    return [
        {"id": one.id, "number": one.number, "unlink": action("UnlinkIncidents", _("Unlink"), incident=incident.id, other=one.id)} for one in found
    ]


def lowering(incident: Incident) -> dict[str, Any] | None:
    """A lowering that waits for a second person."""
    if incident.concurrence is None:
        return None
    level = incident.concurrence[2]
    return {"level": level, "agree": action("ConcurLowering", _("I agree, as second person"), incident=incident.id, level=level)}


def ends(incident: Incident, actor: Actor) -> list[Action]:
    """How the incident as a whole may go on."""
    if incident.status in (IncidentStatus.CLOSED, IncidentStatus.CANCELLED):
        return [action("ReopenIncident", _("Reopen"), incident=incident.id, position=actor.seat, reason="new_information")]
    return [action("CloseIncident", _("Close"), incident=incident.id)]
