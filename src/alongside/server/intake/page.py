"""What the intake page begins with: an empty call, one announced by a telephone system, or one that goes on."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from alongside.core.codes import Origin
from alongside.core.party import Actor
from alongside.server.intake.protocol import protocol_json
from alongside.server.site import coded
from alongside.server.site.deployment import Deployment
from alongside.server.site.looking import look, read_words
from alongside.server.site.page_texts import texts

# What a telephone or text system may announce in the address: codes and references only. A caller's number is never put into an
# address, where logs would keep it: it comes by POST /ask/TakeCall with texts.call_back, and the page is opened as /intake/<incident>.
ANNOUNCED = ("origin", "language")
WORDS = ("place", "summary", "call_back", "cad_number", "interpreter")


def empty_call(announced: Mapping[str, str]) -> dict[str, Any]:
    """A call nobody has said anything about, with what was announced."""
    known = {name: announced[name] for name in ANNOUNCED if name in announced}
    origin = known.get("origin") if known.get("origin") in set(Origin) else ""
    return {
        "incident": "",
        "origin": origin or Origin.CALL_911.value,
        "language": known.get("language", "en")[:12],
        "answers": {},
        "words": {},
    }


def known_call(request: HttpRequest, id: str) -> dict[str, Any]:
    """A call that is on the board, with the words this reader may read. Raises ``Http404`` where it is not."""
    with look(request) as seen:
        incident = seen.incident(id)
        references = {one.field: one for one in incident.words if one.field in WORDS}
        call = {
            "incident": incident.id, "number": incident.number, "origin": incident.origin.value, "language": incident.language,
            "answers": dict(incident.answers), "taken_at": incident.taken_at, "level": incident.level,
            "spot": [incident.spot.lat, incident.spot.lon] if incident.spot else None, "uncertainty_m": incident.uncertainty_m,
            "episodes": list(incident.episodes), "callback_known": incident.callback_known,
            "weapons": [list(one[:3]) for one in incident.weapons], "medical": [[flag, state] for flag, state, _ in incident.medical],
        }  # fmt: skip
    read = read_words(request, list(references.values()), "operations")
    return call | {"words": {field: read[one.vault_id] for field, one in references.items() if one.vault_id in read}}


def page_data(deployment: Deployment, actor: Actor, call: dict[str, Any], draft: str | None, language: str) -> dict[str, Any]:
    """Everything the template puts into the page."""
    program = deployment.rules.program
    (south, west), (north, east) = deployment.profile.area.bounds
    bounds = ",".join(str(edge / 1e6) for edge in (west, south, east, north))
    partners = [(f"partner:{one.id}", deployment.names.label(f"partner.{one.id}", language)) for one in program.partners]
    line = [one for one in program.desks if one.duty == "clinician_line"]
    clinicians = [(f"position:{one.id}", deployment.names.label(f"desk.{one.id}", language)) for one in line]
    settings = {"call": call, "draft": draft, "protocol": protocol_json(deployment.rules.protocols[program.protocol]), "seat": actor.seat}
    return {
        "settings": settings,
        "origins": coded.choices("origin", [one.value for one in Origin if one in program.origins]),
        "languages": coded.choices("language"),
        "weapons": coded.choices("weapon"),
        "weapon_places": coded.choices("weapon_place"),
        "weapon_states": coded.choices("weapon_state"),
        "red_flags": coded.choices("red_flag"),
        "partners": partners,
        "clinicians": clinicians,
        "map": {"streets": "/area/", "bounds": bounds, "attribution": deployment.profile.area.attribution},
        "texts": texts("site", "map", "intake"),
        "call": call,
    }  # fmt: skip
