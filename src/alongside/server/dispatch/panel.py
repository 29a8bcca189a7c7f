"""Everything the incident panel shows, as plain values: a template only lays it out."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.asking import Asking
from alongside.core.codes import IncidentStatus
from alongside.core.party import Actor
from alongside.core.state import Incident
from alongside.ledger.row import Row as LedgerRow
from alongside.server.dispatch import likeness, people, steps, timeline, told
from alongside.server.dispatch.actions import Action, action
from alongside.server.dispatch.codes import CANCEL_REASON
from alongside.server.dispatch.options import recommended
from alongside.server.site.coded import word
from alongside.server.site.deployment import Deployment
from alongside.server.site.row_incident import incident_row
from alongside.server.site.rows import View

Values = dict[str, Any]
WORDS = ("place", "summary", "call_back", "cad_number")
OPEN = frozenset({IncidentStatus.OPEN, IncidentStatus.SCHEDULED})


def make_panel(
    deployment: Deployment, view: View, id: str, actor: Actor, rows: Sequence[LedgerRow], words: dict[str, str]
) -> Values:  # fmt: skip
    """The panel of one incident. Raises ``KeyError`` where the board does not know it."""
    incident, row = view.board.incidents.find(id), incident_row(view, id)
    if incident is None or row is None:
        raise KeyError(id)
    now = deployment.clock.now()
    asking = Asking(view.board, deployment.rules, deployment.travel, actor, now, now)
    scene = people.Scene(deployment, view, asking, incident, timeline.legal_of(rows))
    said = {field: timeline.latest_words(rows, words, field) for field in WORDS}
    return {
        "incident": incident,
        "row": row,
        **said,
        **_need(view, incident),
        **_response(scene),
        "timeline": timeline.timeline(view, rows, words),
        "may_write": timeline.may_write(actor),
        **_endings(incident, actor),
    }


def _need(view: View, incident: Incident) -> Values:
    """What was told of the need."""
    return {
        "mark": mark(incident),
        "status": word("incident_status", incident.status),
        "origin": word("origin", incident.origin),
        "rule": told.rule_words(view, incident),
        "requirements": told.requirements(view, incident),
        "weapons": told.weapons(incident),
        "medical": [
            {"flag": word("red_flag", flag), "state": state, "words": word("known", state)} for flag, state, _at in incident.medical
        ],
        "unmet": [view.names.label(f"crew.{kind}", view.language) for kind in incident.unmet],
        "hazards": [word("hazard", code) for code in incident.hazards],
        "language": word("language", incident.language) if incident.language else "",
    }


def _response(scene: people.Scene) -> Values:
    """Who has whom, who was sent, who could be."""
    view, incident = scene.view, scene.incident
    return {
        "people": people.list_people(scene),
        "advice": recommended(scene.deployment, view, incident),
        "assignments": steps.list_assignments(view, incident),
        "same": likeness.list_likely(view, scene.asking, incident) if incident.status is IncidentStatus.OPEN else [],
        "links": likeness.list_linked(view, incident),
        "police": {"now": word("police", incident.police), "choices": steps.police_choices()},
        "destinations": [(id, view.names.facility(id)) for id in view.rules.program.destinations],
    }


def _endings(incident: Incident, actor: Actor) -> Values:
    """How the incident as a whole may go on."""
    return {
        "open": incident.status in OPEN,
        "actions": [_end(incident, actor)],
        "lowering": lowering(incident),
        "cancel_reasons": [(code, _(text)) for code, text in CANCEL_REASON.items()],
    }


def mark(incident: Incident) -> str:
    """Number and shape of the level: colour is never alone."""
    return "L? ◌" if incident.level is None else f"L{int(incident.level)} {'□○●◆▲'[int(incident.level)]}"


def lowering(incident: Incident) -> Values | None:
    """A lowering that waits for a second person."""
    if incident.concurrence is None:
        return None
    level = incident.concurrence[2]
    return {"level": level, "agree": action("ConcurLowering", _("I agree, as second person"), incident=incident.id, level=level)}


def _end(incident: Incident, actor: Actor) -> Action:
    if incident.status in OPEN:
        return action("CloseIncident", _("Close"), incident=incident.id)
    return action("ReopenIncident", _("Reopen"), incident=incident.id, position=actor.seat, reason="new_information")
