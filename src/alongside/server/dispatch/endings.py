"""How an incident as a whole may go on: closed, reopened, cancelled, its level lowered."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.codes import IncidentStatus
from alongside.core.party import Actor
from alongside.core.state import Incident
from alongside.server.dispatch.actions import Action, action
from alongside.server.dispatch.codes import CANCEL_REASON, LATER_REASON

Values = dict[str, Any]
OPEN = frozenset({IncidentStatus.OPEN, IncidentStatus.SCHEDULED})


def endings(incident: Incident, actor: Actor, worked: bool) -> Values:
    """How the incident as a whole may go on; ``worked`` while a unit is on it."""
    return {
        "open": incident.status in OPEN,
        "actions": _ends(incident, actor),
        "may_wait": incident.status in OPEN and not worked,
        "later_reasons": [(code, _(text)) for code, text in LATER_REASON.items()],
        "lowering": lowering(incident),
        "cancel_reasons": [(code, _(text)) for code, text in CANCEL_REASON.items()],
    }


def lowering(incident: Incident) -> Values | None:
    """A lowering that waits for a second person."""
    if incident.concurrence is None:
        return None
    level = incident.concurrence[2]
    return {"level": level, "agree": action("ConcurLowering", _("I agree, as second person"), incident=incident.id, level=level)}


def _ends(incident: Incident, actor: Actor) -> list[Action]:
    back = {"incident": incident.id, "position": actor.seat}
    if incident.status is IncidentStatus.SCHEDULED:
        return [action("ReopenIncident", _("Bring back now"), **back, reason="sooner")]
    if incident.status in OPEN:
        return [action("CloseIncident", _("Close"), incident=incident.id)]
    return [action("ReopenIncident", _("Reopen"), **back, reason="new_information")]
