"""Safety at a place, for desk and crew alike: hazards that stand there, what a new one needs, and who leads on scene."""

import json

from alongside.core.asking import Asking
from alongside.core.field.leads import list_there
from alongside.core.geography.hazards import hazards_at
from alongside.core.state import Hazard, Incident
from alongside.core.travel import Spot
from alongside.server.site.coded import choices, word
from alongside.server.site.names import Names
from alongside.server.site.rows import Row, View, degrees

DAY_MS = 86_400_000
REVIEWS = (30, 90, 180, 364)  # days; the core allows twelve months at most (privacy-rules.md, rule 8)
USUAL_REVIEW = 90
SOURCES = ("crew", "officer", "caller", "registry")


def hazard_row(names: Names, one: Hazard, now: int) -> Row:
    """{id, word, source, at, review_at, lapsed, by_crew}: ``by_crew`` where a crew reported it, and so may withdraw it."""
    source = names.person(one.source) if one.source in names.staff else word("source", one.source)
    times = {"at": one.at, "review_at": one.review_at, "lapsed": one.review_at <= now}
    return {"id": one.id, "word": word("hazard", one.code), "source": source, "by_crew": one.source == "crew", **times}


def hazards_of(view: View, incident: Incident, now: int) -> list[Row]:
    """What stands at the incident's place now; recorded a minute ago or last year."""
    return [hazard_row(view.names, one, now) for one in hazards_at(view.board, incident.spot, now)]


def hazard_form(now: int, spot: Spot | None = None) -> Row:
    """What recording a hazard offers; ``spot`` is JSON as the request reads it, "" where none is known."""
    return {
        "codes": choices("hazard"),
        "sources": choices("source", SOURCES),
        "reviews": [{"at": now + days * DAY_MS, "days": days, "usual": days == USUAL_REVIEW} for days in REVIEWS],
        "spot": json.dumps(degrees(spot)) if spot else "",
    }


def leads_of(view: View, asking: Asking, incident: Incident) -> Row:
    """{clinical, safety, there}: names now ("" where nobody), and who is on scene to choose from."""
    there = list_there(asking, incident)
    name, label = view.names.person, view.names.label
    return {
        "clinical": name(incident.clinical_lead) if incident.clinical_lead else "",
        "safety": name(incident.safety_lead) if incident.safety_lead else "",
        "there": [{"staff": one.staff, "name": name(one.staff), "role": label(f"role.{one.role}", view.language)} for one in there],
    }
