"""Open incidents that may be the same need; a person links them, never the program."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.asking import Asking
from alongside.core.intake.linking import suggest_links
from alongside.core.state import Incident
from alongside.server.dispatch.actions import action
from alongside.server.dispatch.drives import say
from alongside.server.site.rows import View

MOST = 3


def list_likely(view: View, asking: Asking, incident: Incident) -> list[dict[str, Any]]:
    """[{id, number, reasons, link}], most reasons first."""
    return [
        {
            "id": other.id,
            "number": other.number,
            "reasons": [say(view, one) for one in reasons],
            "link": action(
                "LinkIncidents", _("Same need: link"), incident=incident.id, other=other.id, basis=[one.code for one in reasons]
            ),
        }
        for other, reasons in suggest_links(asking, incident)[:MOST]
    ]


def list_linked(view: View, incident: Incident) -> list[dict[str, Any]]:
    """Incidents a person linked to this one, each with how to take the link back."""
    found = [other for id in incident.links if (other := view.board.incidents.find(id))]
    return [
        {"id": one.id, "number": one.number, "unlink": action("UnlinkIncidents", _("Unlink"), incident=incident.id, other=one.id)}
        for one in found
    ]
