"""Which calls of a world a program takes. Whoever else calls is counted, and stays with whoever answers there: a call is never left out."""

from collections.abc import Iterator

from msgspec.structs import replace

from alongside.core.intake.triage import run
from alongside.core.refused import Refused
from alongside.core.rules import Rules
from alongside.twin.planning.world import CallKind, PlanningWorld


def is_taken(kind: CallKind, rules: Rules) -> bool:
    """Whether the program answers where this call comes from."""
    return kind.origin in rules.program.origins


def kinds_heard(world: PlanningWorld, rules: Rules) -> Iterator[CallKind]:
    """Every kind in its order. One that is not taken never rings here: a call this program could take holds its place in the tables."""
    origin = min(rules.program.origins)
    return (kind if is_taken(kind, rules) else replace(kind, origin=origin.value, answers=()) for kind in world.kinds)


def is_asked(kind: CallKind, rules: Rules) -> bool:
    """Whether the program's protocol asks what this kind of call answers; one whose level is set by hand answers nothing."""
    try:
        run(rules.protocols[rules.program.protocol], dict(kind.answers))
    except Refused:
        return False
    return True


def asks_all(world: PlanningWorld, rules: Rules) -> bool:
    """Whether the program's protocol asks what the calls it takes answer."""
    return all(is_asked(kind, rules) for kind in world.kinds if is_taken(kind, rules))


def by_level_alone(world: PlanningWorld) -> PlanningWorld:
    """The same calls, of which nothing is known but how urgent they are: under any protocol they are the same."""
    return replace(world, kinds=tuple(replace(kind, answers=()) for kind in world.kinds))
