"""What is owed to the people around a crisis: an interpreter who is not family, a guardian, the children, a closed door."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import DEPENDANTS, GUARDIAN, INTERPRETS, MODALITIES, NO_ANSWER, PURPOSES
from alongside.core.fact import Fact, area_stream, episode_stream
from alongside.core.field import facts as f
from alongside.core.field import requests as r
from alongside.core.refused import Refused

FAMILY = frozenset({"family", "child"})
IMMINENT_DANGER = "imminent_danger"


def _must_be_listed(what: str, code: str, listed: frozenset[str]) -> None:
    if code not in listed:
        raise Refused("not_in_list", what=what, allowed=",".join(sorted(listed)))


def use_interpreter(asking: Asking, request: r.UseInterpreter) -> tuple[Fact, ...]:
    """Language, how, who, for what. A relative is no interpreter unless life is in danger now."""
    incident = asking.incident(request.incident)
    _must_be_listed("modality", request.modality, MODALITIES)
    _must_be_listed("interpreter", request.interpreter, INTERPRETS)
    _must_be_listed("purpose", request.purpose, PURPOSES)
    if request.interpreter in FAMILY and request.reason != IMMINENT_DANGER:
        raise Refused("family_interprets", number=incident.number)
    told = (request.language, request.modality, request.interpreter, request.purpose, request.reason, request.words)
    return (f.InterpreterUsed(area_stream(incident.area), asking.at, incident.id, *told),)


def try_guardian(asking: Asking, request: r.TryGuardian) -> tuple[Fact, ...]:
    """Every attempt is kept, also the one that reached nobody."""
    episode = asking.episode(request.episode)
    _must_be_listed("outcome", request.outcome, GUARDIAN)
    return (f.GuardianTried(episode_stream(episode.id), asking.at, episode.id, episode.incident, request.outcome, request.words),)


def place_dependants(asking: Asking, request: r.PlaceDependants) -> tuple[Fact, ...]:
    """Nobody is taken along while nobody knows who has the children: here it is said."""
    incident = asking.incident(request.incident)
    _must_be_listed("who", request.who, DEPENDANTS)
    return (f.DependantsPlaced(area_stream(incident.area), asking.at, incident.id, request.who, request.words),)


def record_no_answer(asking: Asking, request: r.RecordNoAnswer) -> tuple[Fact, ...]:
    """A closed door is no outcome: neighbors, a call back, or a time to return, which has to be said."""
    incident = asking.open_incident(request.incident)
    _must_be_listed("then", request.then, NO_ANSWER)
    planned, is_late = request.return_at, bool(request.device)
    if request.then == "return" and (planned is None or (planned <= asking.now and not is_late)):
        raise Refused("return_needs_time", number=incident.number)
    # Told late by a phone without a signal: the time it promised has passed, so somebody goes back now.
    return_at = max(planned, asking.now) if planned is not None and is_late else planned
    return (f.NobodyAnswered(area_stream(incident.area), asking.at, incident.id, request.then, return_at),)


def decide_entry(asking: Asking, request: r.DecideEntry) -> tuple[Fact, ...]:
    """Forcing a door is a police supervisor's decision: without a name and a reason there is none."""
    incident = asking.open_incident(request.incident)
    if not any(word.field == "said_by" for word in request.words):
        raise Refused("entry_needs_supervisor", number=incident.number)
    if not request.reason:
        raise Refused("reason_missing", request=request.kind)
    return (f.EntryDecided(area_stream(incident.area), asking.at, incident.id, request.forced, request.reason, request.words),)


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.UseInterpreter: use_interpreter,
    r.TryGuardian: try_guardian,
    r.PlaceDependants: place_dependants,
    r.RecordNoAnswer: record_no_answer,
    r.DecideEntry: decide_entry,
}
