"""How the level is set, raised and, with a second person, lowered."""

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus, Level
from alongside.core.fact import Fact, area_stream
from alongside.core.intake import facts as f
from alongside.core.intake import requests as r
from alongside.core.intake.queue import assign_by, waits_already
from alongside.core.intake.told import facts_told
from alongside.core.intake.triage import POLICE_ORDER, Triage, run
from alongside.core.party import Requirement
from alongside.core.refused import Refused
from alongside.core.state import Incident

BY_HAND = "by_hand"
STAYS = ("stay_connected", "level")
ON_SCENE = frozenset({AssignmentStatus.ON_SCENE, AssignmentStatus.WITH_PERSON})


def answer_protocol(asking: Asking, request: r.AnswerProtocol) -> tuple[Fact, ...]:
    """Keep the answers and run the whole protocol on them."""
    incident = asking.open_incident(request.incident)
    protocol = asking.rules.protocols.get(request.protocol)
    if protocol is None:
        raise Refused("protocol_unknown", protocol=request.protocol)
    answers = dict(request.answers)
    triage = run(protocol, answers)
    stream = area_stream(incident.area)
    kept = f.ProtocolAnswered(stream, asking.at, incident.id, protocol.id, protocol.version, request.answers)
    return (kept, *facts_told(asking, incident, protocol, answers), *_settle(asking, incident, triage))


def _settle(asking: Asking, incident: Incident, triage: Triage) -> tuple[Fact, ...]:
    if triage.level is None:
        return ()
    lost = sorted(set(incident.hard_stops) - set(triage.hard_stops))
    if lost or _falls_below_hand(incident, triage):
        return (*_kept(asking, incident, triage), _proposed(asking, incident, triage.level, ",".join(lost) or BY_HAND))
    return (_from_triage(asking, incident, triage),)


def _falls_below_hand(incident: Incident, triage: Triage) -> bool:
    """The answers would lower what a person set by hand."""
    is_lower = incident.level is not None and triage.level is not None and triage.level < incident.level
    return is_lower and incident.level_rule == BY_HAND


def _kept(asking: Asking, incident: Incident, triage: Triage) -> tuple[Fact, ...]:
    """Until a second person concurs nothing falls; what the same answers raise or newly require holds at once."""
    assert incident.level is not None
    assert triage.level is not None
    level = max(incident.level, triage.level)
    codes = {one.code for one in incident.requirements}
    added = tuple(one for one in _with_red_flags(incident, triage.requirements) if one.code not in codes)
    stops = tuple(dict.fromkeys((*incident.hard_stops, *triage.hard_stops)))
    excluded = tuple(sorted({*incident.crews_excluded, *(one.crew for one in triage.not_eligible)}))
    police = max(incident.police_as, triage.police, key=POLICE_ORDER.index)
    now = (level, stops, excluded, police)
    if not added and now == (incident.level, incident.hard_stops, incident.crews_excluded, incident.police_as):
        return ()
    rule = triage.rule if level > incident.level else incident.level_rule
    requirements, due = staying(asking, level, (*incident.requirements, *added)), assign_by(asking, incident, level)
    told = (level, rule, requirements, stops, incident.crews_advised, "", "", due, excluded, police)
    return (f.LevelSet(area_stream(incident.area), asking.at, incident.id, *told),)


def staying(asking: Asking, level: Level, requirements: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    """Where the level's plan says so, somebody stays on the line until a team arrives: a requirement like any other, seen by everybody."""
    plan = asking.rules.program.levels.get(level)
    others = tuple(one for one in requirements if one[:2] != STAYS)
    if plan is None or not plan.stay_connected or any(one.code == STAYS[0] for one in others):
        return others
    return (*others, Requirement(*STAYS, str(int(level))))


def _proposed(asking: Asking, incident: Incident, level: Level, reason: str) -> f.LoweringProposed:
    assert incident.level is not None
    stays = max(incident.level, level)
    return f.LoweringProposed(area_stream(incident.area), asking.at, incident.id, level, stays, reason, asking.by.staff)


def _from_triage(asking: Asking, incident: Incident, triage: Triage, concurred_by: str = "") -> f.LevelSet:
    assert triage.level is not None
    requirements = staying(asking, triage.level, _with_red_flags(incident, triage.requirements))
    due = assign_by(asking, incident, triage.level)
    excluded = tuple(sorted({one.crew for one in triage.not_eligible}))
    decided = (triage.level, triage.rule, requirements, triage.hard_stops, triage.crews, "", concurred_by, due)
    return f.LevelSet(area_stream(incident.area), asking.at, incident.id, *decided, excluded, triage.police)


def _with_red_flags(incident: Incident, requirements: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    """EMS stays required while a red flag on record is positive, whatever the protocol asked."""
    if any(one.code == "ems" for one in requirements):
        return requirements
    latest = {flag: state for flag, state, _ in incident.medical}
    return requirements + tuple(Requirement("ems", flag, "yes") for flag, state in latest.items() if state == "yes")[:1]


def set_level(asking: Asking, request: r.SetLevel) -> tuple[Fact, ...]:
    """Raising is always allowed; lowering waits for a second person unless the asker may concur alone on a soft level."""
    incident = asking.open_incident(request.incident)
    lowered = incident.level is not None and request.level < incident.level
    if lowered and (incident.hard_stops or asking.by.role not in asking.rules.program.lower_by):
        return (_proposed(asking, incident, request.level, request.reason),)
    return (_set_by_hand(asking, incident, request.level, request.reason),)


def _set_by_hand(asking: Asking, incident: Incident, level: Level, reason: str, concurred_by: str = "") -> f.LevelSet:
    stream, due = area_stream(incident.area), assign_by(asking, incident, level)
    requirements = staying(asking, level, incident.requirements)
    kept = (requirements, incident.hard_stops if not concurred_by else (), incident.crews_advised)
    excluded, police = incident.crews_excluded, incident.police_as
    return f.LevelSet(stream, asking.at, incident.id, level, BY_HAND, *kept, reason, concurred_by, due, excluded, police)


def concur_lowering(asking: Asking, request: r.ConcurLowering) -> tuple[Fact, ...]:
    """The second person's word: the level falls; no moving unit is cancelled by it."""
    incident = asking.open_incident(request.incident)
    if incident.concurrence is None or incident.concurrence[2] != int(request.level):
        raise Refused("nothing_to_concur", number=incident.number)
    if not _may_concur(asking, incident) or asking.by.staff == incident.concurrence[0]:
        raise Refused("may_not_concur", role=asking.by.role)
    triage = _rerun(asking, incident)
    if triage is not None and triage.level == request.level:
        return (_from_triage(asking, incident, triage, asking.by.staff),)
    return (_set_by_hand(asking, incident, request.level, incident.concurrence[1], asking.by.staff),)


def _may_concur(asking: Asking, incident: Incident) -> bool:
    """Whom the program names, and the unit that is there and sees for itself (practice.md: a second person)."""
    there = (asking.assignment(id) for id in incident.assignments)
    is_on_scene = any(one.unit == asking.by.seat and one.status in ON_SCENE for one in there)
    return is_on_scene or asking.by.role in asking.rules.program.lower_by


def _rerun(asking: Asking, incident: Incident) -> Triage | None:
    protocol = asking.rules.protocols.get(incident.protocol)
    return run(protocol, dict(incident.answers)) if protocol else None


def require_ems(asking: Asking, incident: Incident, flag: str, state: str) -> tuple[Fact, ...]:
    """A positive red flag means EMS evaluates first (practice.md); the level itself does not move."""
    if state != "yes" or incident.level is None or any(one.code == "ems" for one in incident.requirements):
        return ()
    stream, requirements = area_stream(incident.area), (*incident.requirements, Requirement("ems", flag, "yes"))
    kept = (requirements, incident.hard_stops, incident.crews_advised)
    excluded, police = incident.crews_excluded, incident.police_as
    told = (incident.level, incident.level_rule, *kept, "", "", waits_already(asking, incident), excluded, police)
    return (f.LevelSet(stream, asking.at, incident.id, *told),)
