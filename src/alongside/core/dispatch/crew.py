"""What the people actually aboard make a unit: a co-responder car without its clinician is patrol."""

from alongside.core.party import Member
from alongside.core.refused import Refused
from alongside.core.rules import CrewKind, Program
from alongside.core.state import Incident


def capabilities_of(program: Program, kind: CrewKind, members: tuple[Member, ...]) -> frozenset[str]:
    """What the members' roles and certificates and the vehicle itself bring."""
    brought = {ability for member in members for ability in program.roles.get(member.role, frozenset())}
    certified = {certificate for member in members for certificate in member.certificates}
    return frozenset(brought | certified | kind.gives)


def languages_of(members: tuple[Member, ...]) -> frozenset[str]:
    """Every language somebody aboard speaks."""
    return frozenset(language for member in members for language in member.languages)


def wears_uniform(program: Program, kind: CrewKind) -> bool:
    """Whether such a crew comes in uniform and a marked car: those that police, EMS or the fire service make up."""
    marked = {program.requirements.get(code, code) for code in ("police", "ems", "fire_rescue")}
    return not kind.remote and not marked.isdisjoint(kind.needs)


def wants_no_uniform(incident: Incident) -> bool:
    """Whether somebody asked for no uniform or no marked car."""
    return incident.no_uniform or any(one.code == "no_uniform" for one in incident.requirements)


def acts_as(program: Program, crew_kind: str, members: tuple[Member, ...]) -> str:
    """The kind of crew these people can act as, following ``acts_as_without``; "" where they may not be sent at all.

    Raises ``Refused("crew_kind_unknown")``.
    """
    kind = program.crews.get(crew_kind)
    if kind is None:
        raise Refused("crew_kind_unknown", crew_kind=crew_kind)
    while kind is not None:
        # No lone field worker: a kind needs its fewest people and every ability aboard.
        if len(members) >= kind.fewest and kind.needs <= capabilities_of(program, kind, members):
            return kind.id
        kind = program.crews.get(kind.acts_as_without)
    return ""
