"""What the desk knows and records about safety: a weapon nobody knows about, hazards at the place, who leads on scene."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.asking import Asking
from alongside.core.state import Incident
from alongside.server.dispatch.actions import Action, action
from alongside.server.site.coded import choices
from alongside.server.site.rows import View
from alongside.server.site.safety import hazard_form, hazards_of, leads_of


def safety(view: View, asking: Asking, incident: Incident) -> dict[str, Any]:
    """``hazards`` that stand here now, each with its withdrawal; ``new_hazard``; ``leads``; ``weapon`` choices and whether to ask now."""
    found = hazards_of(view, incident, asking.now)
    return {
        "hazards": [one | {"withdraw": _withdraw(one["id"])} for one in found],
        "new_hazard": hazard_form(asking.now, incident.spot),
        "leads": leads_of(view, asking, incident),
        "weapon": {
            "ask_since": incident.weapon_question_at,
            "answers": [_told(incident, "denied"), _told(incident, "unknown")],
            "kinds": choices("weapon", ("firearm", "blade", "other", "unknown")),
            "places": choices("weapon_place"),
            "states": choices("weapon_state", ("reported", "seen", "denied", "unknown")),
            "sources": choices("source", ("caller", "officer", "crew", "registry")),
        },
    }


def _withdraw(id: str) -> Action:
    return action("WithdrawHazard", _("Withdraw"), hazard=id)


def _told(incident: Incident, state: str) -> Action:
    """The caller's answer to the question asked again, in one press."""
    words = _("They say there is none") if state == "denied" else _("Still unknown")
    return action("ReportWeapon", words, incident=incident.id, weapon="unknown", place="unknown", state=state, source="caller")
