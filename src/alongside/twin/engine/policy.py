"""A policy compiled into arrays of whole numbers. What does not fit in is outside the vocabulary and said so (docs/decisions/0042)."""

from dataclasses import dataclass

from alongside.core.dispatch.crew import acts_as, capabilities_of, languages_of
from alongside.core.dispatch.facts import PositionTaken
from alongside.core.fact import area_stream
from alongside.core.party import Member
from alongside.twin.engine import destinations, naming
from alongside.twin.engine.call_kinds import Known, Outside, know
from alongside.twin.engine.grid import GridTravel
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.taken import kinds_heard

MOST_ABILITIES = 60


@dataclass(frozen=True)
class Policy:
    """What the kernels are given beside the calls; ``crew_kinds``, ``abilities`` and ``languages`` name indexes and bits."""

    crew_kinds: tuple[str, ...]
    abilities: tuple[str, ...]
    languages: tuple[str, ...]
    known: tuple[Known, ...]


def desks(scenario: Scenario) -> tuple[PositionTaken, ...]:
    """Every desk is staffed throughout; planning asks about crews."""
    return tuple(
        PositionTaken(
            area_stream(naming.AREA),
            scenario.start,
            desk.id,
            naming.AREA,
            desk.duty,
            naming.SUPERVISOR if desk.duty == "supervisor" else f"twin-{desk.id}",
        )
        for desk in scenario.rules.program.desks
    )


def compile_policy(scenario: Scenario, travel: GridTravel) -> Policy:
    """Raises ``Outside`` for what the kernels do not know."""
    program = scenario.rules.program
    destinations.must_be_known(scenario)
    _must_be_known(scenario)
    known = tuple(know(kind, scenario.rules, travel, desks(scenario)) for kind in kinds_heard(scenario.world, scenario.rules))
    aboard = {ability for unit in scenario.units for ability in abilities_of(scenario, unit.crew_kind, unit.aboard())}
    abilities = tuple(sorted(aboard.union(*(one.needed for one in known), ("transport", "ems", "police"))))
    if len(abilities) > MOST_ABILITIES:
        raise Outside(f"{len(abilities)} abilities, at most {MOST_ABILITIES} are known at once")
    spoken = {language for unit in scenario.units for language in languages_of(unit.aboard())}
    return Policy(tuple(program.crews), abilities, tuple(sorted(spoken | {kind.language for kind in scenario.world.kinds})), known)


def _must_be_known(scenario: Scenario) -> None:
    program = scenario.rules.program
    for rule in program.follow_ups:
        if rule.duty != "follow_up":
            raise Outside(f"the promise {rule.id} is kept by the duty {rule.duty}, not by the follow-up desk")
        if rule.attempts < 1 or rule.due_ms < 1:
            raise Outside(f"the promise {rule.id} is never tried")
    if not any(desk.duty == "follow_up" for desk in program.desks) or not any(desk.duty == "supervisor" for desk in program.desks):
        raise Outside("no follow-up desk, or no supervisor's desk")
    if scenario.practice.reassigns and scenario.practice.sends_second:
        raise Outside("reassigning and second units together")


def abilities_of(scenario: Scenario, crew_kind: str, members: tuple[Member, ...]) -> frozenset[str]:
    """As the core makes them at sign-on."""
    program = scenario.rules.program
    kind = acts_as(program, crew_kind, members)
    return capabilities_of(program, program.crews[kind or crew_kind], members)
