"""A clinical lead and a safety lead, by name, as soon as somebody is there (practice.md): proposed by rule, changed by a person."""

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus as A
from alongside.core.fact import Fact, area_stream
from alongside.core.field import facts as f
from alongside.core.field import requests as r
from alongside.core.party import Member
from alongside.core.refused import Refused
from alongside.core.state import Incident, Unit

THERE = frozenset({A.ON_SCENE, A.WITH_PERSON})


def _units_there(asking: Asking, incident: Incident, assignment: str = "", status: A | None = None) -> list[Unit]:
    found = [(id, asking.assignment(id)) for id in incident.assignments]
    there = [one for id, one in found if (status if status is not None and id == assignment else one.status) in THERE]
    there.sort(key=lambda one: (one.times.get(A.ON_SCENE, asking.now), one.index))
    units = [asking.unit(one.unit) for one in there]
    return [unit for unit in units if not _is_remote(asking, unit)]


def list_there(asking: Asking, incident: Incident, assignment: str = "", status: A | None = None) -> list[Member]:
    """Everybody on scene, first come first; ``status`` is what ``assignment`` is about to be."""
    return [member for unit in _units_there(asking, incident, assignment, status) for member in unit.members]


def after_change(asking: Asking, incident: Incident, unit: Unit, members: tuple[Member, ...]) -> tuple[Fact, ...]:
    """Other people are aboard a unit that is there: who left leads no more, and the rule proposes somebody else or nobody."""
    units = _units_there(asking, incident)
    if unit not in units:
        return ()
    return lead(asking, incident, [member for one in units for member in (members if one is unit else one.members)])


def _is_remote(asking: Asking, unit: Unit) -> bool:
    """A clinician by phone leads nothing on scene."""
    kind = asking.rules.program.crews.get(unit.acts_as)
    return kind is not None and kind.remote


def name_leads(asking: Asking, request: r.NameLeads) -> tuple[Fact, ...]:
    """A person's choice among those there."""
    incident = asking.open_incident(request.incident)
    there = {member.staff: member for member in list_there(asking, incident)}
    clinical, safety = request.clinical or incident.clinical_lead, request.safety or incident.safety_lead
    for staff in filter(None, (request.clinical, request.safety)):
        if staff not in there:
            raise Refused("lead_not_there", staff=staff, number=incident.number)
    if request.clinical and not _can(asking, there[request.clinical], "clinician"):
        raise Refused("lead_not_clinical", staff=request.clinical)
    if (clinical, safety) == (incident.clinical_lead, incident.safety_lead):
        return ()
    return (f.LeadsNamed(area_stream(incident.area), asking.at, incident.id, clinical, safety, True),)


def propose(asking: Asking, incident: Incident, assignment: str, status: A) -> tuple[Fact, ...]:
    """What a crew's coming or going makes of the leads: who leads stays while there; an officer leads safety before anybody else."""
    return lead(asking, incident, list_there(asking, incident, assignment, status))


def lead(asking: Asking, incident: Incident, there: list[Member]) -> tuple[Fact, ...]:
    """The leads among these people, where that changes anything; nobody there changes nothing."""
    if not there:
        return ()
    names = [member.staff for member in there]
    able = [member.staff for member in there if _can(asking, member, "clinician")]
    police = [member.staff for member in there if _can(asking, member, "police")]
    clinical = incident.clinical_lead if incident.clinical_lead in able else next(iter(able), "")
    others = [*police, *(staff for staff in names if staff != clinical), *names]
    safety = incident.safety_lead if incident.safety_lead in names else others[0]
    if (clinical, safety) == (incident.clinical_lead, incident.safety_lead):
        return ()
    return (f.LeadsNamed(area_stream(incident.area), asking.at, incident.id, clinical, safety, False),)


def _can(asking: Asking, member: Member, ability: str) -> bool:
    """Whether this person's role or certificates bring an ability."""
    return ability in asking.rules.program.roles.get(member.role, frozenset()) or ability in member.certificates
