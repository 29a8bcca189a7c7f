"""Everything the incident panel shows, as plain values: a template only lays it out."""

from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import IncidentStatus
from alongside.core.intake.queue import is_worked
from alongside.core.party import Actor
from alongside.server.dispatch import endings, likeness, options, people, safety, steps, timeline, told
from alongside.server.dispatch.said import Said
from alongside.server.site.around import around
from alongside.server.site.deployment import Deployment
from alongside.server.site.row_incident import incident_row
from alongside.server.site.rows import View

Values = dict[str, Any]


def make_panel(deployment: Deployment, view: View, id: str, actor: Actor, said: Said) -> Values:
    """The panel of one incident. Raises ``KeyError`` where the board does not know it."""
    incident, row = view.board.incidents.find(id), incident_row(view, id)
    if incident is None or row is None:
        raise KeyError(id)
    now = deployment.clock.now()
    asking = Asking(view.board, deployment.rules, deployment.travel, actor, now, now)
    scene = people.Scene(deployment, view, asking, incident, timeline.legal_of(said.rows))
    return {
        "incident": incident,
        "row": row,
        **said.latest(),
        **told.need(view, incident),
        **_response(scene),
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
        "advice": options.recommended(scene.deployment, view, incident),
        "assignments": steps.list_assignments(view, incident),
        "same": likeness.list_likely(view, scene.asking, incident) if incident.status is IncidentStatus.OPEN else [],
        "links": likeness.list_linked(view, incident),
        "around": around(incident),
        "police": steps.police(view, incident),
        "destinations": [(id, view.names.facility(id)) for id in view.rules.program.destinations],
    }
