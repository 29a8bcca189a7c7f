"""What was told about a need, in words: the rule that set the level, requirements with their answers, weapons."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.dispatch.crew import wants_no_uniform
from alongside.core.dispatch.still_unmet import still_unmet
from alongside.core.intake.protocol import Protocol
from alongside.core.state import Incident
from alongside.server.site.coded import word
from alongside.server.site.rows import View


def rule_words(view: View, incident: Incident) -> str:
    """The rule that set the level."""
    if incident.level_rule == "by_hand":
        return str(_("set by hand"))
    protocol = view.rules.protocols.get(incident.protocol)
    rule = next((one for one in protocol.rules if one.id == incident.level_rule), None) if protocol else None
    if rule is None:
        return str(_("no rule raised it") if incident.level_rule else _("not assessed yet"))
    return rule.labels.get(view.language) or rule.labels.get("en") or rule.id.replace("_", " ")


def requirements(view: View, incident: Incident) -> list[dict[str, str]]:
    """Each requirement with the answers that set it."""
    protocol = view.rules.protocols.get(incident.protocol)
    found: dict[str, list[str]] = {}
    for one in incident.requirements:
        found.setdefault(one.code, []).append(_because(protocol, view.language, one.question, one.answer))
    label = view.names.label
    return [{"label": label(f"requirement.{code}", view.language), "because": ", ".join(filter(None, why))} for code, why in found.items()]


def _because(protocol: Protocol | None, language: str, question: str, answer: str) -> str:
    """The answer in the protocol's words; codes where the protocol is not there any more."""
    asked = next((one for one in protocol.questions if one.id == question), None) if protocol else None
    given = next((one for one in asked.answers if one.code == answer), None) if asked else None
    if given:
        return f"“{given.labels.get(language) or given.labels['en']}”"
    return f"{question.replace('_', ' ')}: {answer.replace('_', ' ')}" if question else ""


def weapons(incident: Incident) -> list[dict[str, Any]]:
    """Each weapon fact; unknown is never shown as no, and goes only once somebody knows."""
    known_at = max((at for *_rest, state, _source, at in incident.weapons if state in ("seen", "reported")), default=0)
    told = [one for one in incident.weapons if one[2] not in ("unknown", "not_asked") or one[4] > known_at]
    return [
        {
            "weapon": word("weapon", weapon),
            "place": word("weapon_place", place) if place not in ("", "unknown") else "",
            "state": state,
            "words": word("weapon_state", state),
        }
        for weapon, place, state, _source, _at in told
    ]


def need(view: View, incident: Incident) -> dict[str, Any]:
    """What was told of the need."""
    return {
        "mark": mark(incident),
        "status": word("incident_status", incident.status),
        "origin": word("origin", incident.origin),
        "rule": rule_words(view, incident),
        "searches": any(one.code in ("search", "registry_search") for one in incident.requirements),
        "requirements": requirements(view, incident),
        "weapons": weapons(incident),
        "medical": [
            {"flag": word("red_flag", flag), "state": state, "words": word("known", state)} for flag, state, _at in incident.medical
        ],
        "unmet": [view.names.label(f"crew.{kind}", view.language) for kind in still_unmet(view.board, incident)],
        "no_uniform": wants_no_uniform(incident),
        "language": word("language", incident.language) if incident.language else "",
    }


def mark(incident: Incident) -> str:
    """Number and shape of the level: colour is never alone."""
    return "L? ◌" if incident.level is None else f"L{int(incident.level)} {'□○●◆▲'[int(incident.level)]}"
