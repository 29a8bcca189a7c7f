"""What the people actually aboard make a unit: a co-responder car without its clinician is patrol."""

from alongside.core.party import Member
from alongside.core.refused import Refused
from alongside.core.rules import CrewKind, Program


def capabilities_of(program: Program, kind: CrewKind, members: tuple[Member, ...]) -> frozenset[str]:
    """What the members' roles and certificates and the vehicle itself bring."""
    brought = {ability for member in members for ability in program.roles.get(member.role, frozenset())}
    certified = {certificate for member in members for certificate in member.certificates}
    return frozenset(brought | certified | kind.gives)


def languages_of(members: tuple[Member, ...]) -> frozenset[str]:
    """Every language somebody aboard speaks."""
    return frozenset(language for member in members for language in member.languages)


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
