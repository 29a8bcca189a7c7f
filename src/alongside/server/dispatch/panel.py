"""Everything the incident panel shows, as plain values: a template only lays it out."""

from typing import Any

from alongside.core.codes import IncidentStatus
from alongside.core.intake.queue import is_worked
from alongside.core.sharing.access import may_see
from alongside.core.state import Incident
from alongside.server.dispatch import endings, likeness, options, people, safety, steps, timeline, told
from alongside.server.dispatch.said import Said
from alongside.server.site.around import around
from alongside.server.site.looking import Look
from alongside.server.site.row_incident import incident_row

Values = dict[str, Any]


def make_panel(seen: Look, incident: Incident, said: Said) -> Values:
    """The panel of one incident. Who does not dispatch sees nothing of other units and other needs in it."""
    view, actor, asking = seen.view, seen.actor, seen.asking
    row = incident_row(view, incident.id)
    scene = people.Scene(seen.deployment, view, asking, incident, timeline.legal_of(said.rows))
    return {
        "incident": incident,
        "row": row,
        **said.latest(),
        **told.need(view, incident),
        **_response(scene),
        **(_choices(scene) if may_see(actor, "console") else NO_CHOICES),
        "timeline": timeline.timeline(view, said.rows, said.words),
        "may_write": timeline.may_write(actor),
        **safety.safety(view, asking, incident),
        **endings.endings(incident, actor, is_worked(asking, incident)),
    }


def _response(scene: people.Scene) -> Values:
    """Who has whom, who was sent, who could be."""
    view, incident = scene.view, scene.incident
    return {
        "people": people.list_people(scene),
        "assignments": steps.list_assignments(view, incident),
        "links": likeness.list_linked(view, incident),
        "around": around(incident),
        "police": steps.police(view, incident),
        "destinations": [(id, view.names.facility(id)) for id in view.rules.program.destinations],
    }


NO_CHOICES: Values = {"advice": None, "same": []}


def _choices(scene: people.Scene) -> Values:
    """Whom a desk could send, and which open need may be the same."""
    view, incident = scene.view, scene.incident
    return {
        "advice": options.recommended(scene.deployment, view, incident),
        "same": likeness.list_likely(view, scene.asking, incident) if incident.status is IncidentStatus.OPEN else [],
    }
