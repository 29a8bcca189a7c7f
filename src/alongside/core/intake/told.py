"""What the answers of a protocol say about weapons, medical red flags, language and uniform, as facts of their own."""

from collections.abc import Mapping

from alongside.core.asking import Asking
from alongside.core.fact import Fact, area_stream
from alongside.core.intake import facts as f
from alongside.core.intake.protocol import Protocol
from alongside.core.state import Incident

# An answer to the question about weapons, as the state of a weapon fact: "none" is a denial by the caller, never an absence.
DENIED, UNKNOWN, REPORTED = "denied", "unknown", "reported"


def facts_told(asking: Asking, incident: Incident, protocol: Protocol, answers: Mapping[str, str]) -> tuple[Fact, ...]:
    """Facts for what these answers say and the incident does not know yet."""
    told = {question.fact: answers[question.id] for question in protocol.questions if question.fact and question.id in answers}
    return (*_weapon(asking, incident, told), *_medical(asking, incident, told), *_details(asking, incident, told))


def _weapon(asking: Asking, incident: Incident, told: Mapping[str, str]) -> tuple[Fact, ...]:
    kind = told.get("weapon:type")
    if kind is None or kind == "not_asked":
        return ()
    state = {"none": DENIED, "unknown": UNKNOWN}.get(kind, told.get("weapon:state", REPORTED))
    weapon = ("unknown" if kind in ("none", "unknown") else kind, told.get("weapon:place", "unknown"), state, "caller")
    if any(known[:4] == weapon for known in incident.weapons):
        return ()
    return (f.WeaponReported(area_stream(incident.area), asking.at, incident.id, *weapon),)


def _medical(asking: Asking, incident: Incident, told: Mapping[str, str]) -> tuple[Fact, ...]:
    latest = {flag: state for flag, state, _ in incident.medical}
    flags = {key.partition(":")[2]: state for key, state in told.items() if key.startswith("medical:") and state != "not_asked"}
    stream = area_stream(incident.area)
    changed = ((flag, state) for flag, state in flags.items() if latest.get(flag) != state)
    return tuple(f.RedFlagReported(stream, asking.at, incident.id, flag, state, "intake") for flag, state in changed)


def _details(asking: Asking, incident: Incident, told: Mapping[str, str]) -> tuple[Fact, ...]:
    said = told.get("no_uniform")
    no_uniform = said == "yes"
    if said not in ("yes", "no") or no_uniform == incident.no_uniform:
        return ()  # a question nobody asked takes nothing back
    return (f.DetailsAdded(area_stream(incident.area), asking.at, incident.id, no_uniform=no_uniform),)
