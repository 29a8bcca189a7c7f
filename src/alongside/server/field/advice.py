"""What helps and what to avoid: only what this call's own facts and the rules of practice say."""

from django.utils.translation import gettext as _

from alongside.core.asking import Asking
from alongside.core.state import Incident, Unit
from alongside.server.site.coded import word
from alongside.server.site.rows import View


def list_helps(view: View, asking: Asking, incident: Incident, unit: Unit) -> list[str]:
    """Sentences about language, clothing, guardians and who is aboard for it."""
    found = []
    if incident.language and incident.language != "en":
        found.append(_speaks(view, unit, incident.language))
    if incident.no_uniform or any(one.code == "no_uniform" for one in incident.requirements):
        found.append(_("No uniform and no marked car, as asked for."))
    if any(asking.episode(id).minor for id in incident.episodes):
        found.append(_("A minor: try to reach a guardian, and ask who has the other children."))
    if any(one.code == "ems" for one in incident.requirements):
        found.append(_("EMS evaluates first."))
    return found


def _speaks(view: View, unit: Unit, language: str) -> str:
    aboard = [view.names.person(one.staff) for one in unit.members if language in one.languages]
    if aboard:
        return str(_("%(names)s speaks %(language)s.")) % {"names": ", ".join(aboard), "language": word("language", language)}
    return str(_("Needs %(language)s: ask the desk for an interpreter.")) % {"language": word("language", language)}


def list_avoid(asking: Asking, incident: Incident, unit: Unit) -> list[str]:
    """Sentences about interpreting by family, arriving before an officer, and what nobody asked."""
    found = []
    if incident.language and incident.language != "en":
        found.append(_("Family or children interpreting, except in imminent danger."))
    kind = asking.rules.program.crews.get(unit.acts_as)
    if kind and kind.meets_police:
        found.append(_("Going in before the officer is there: stage nearby."))
    if all(state in ("unknown", "not_asked") for *_rest, state, _source, _at in incident.weapons):
        found.append(_("Taking “no weapon” for granted: nobody knows. Ask again before you arrive."))
    return found
