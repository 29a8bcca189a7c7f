"""Another policy or roster, read from what somebody wrote: a program, an order of crews by level, a list of units."""

from dataclasses import replace
from pathlib import Path

import msgspec
import yaml

from alongside.core.rules import Rules
from alongside.library.programs import Profile, load_program
from alongside.library.programs.order import read_levels
from alongside.library.reading import read_yaml
from alongside.library.shape import Part
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.today.roster import units_of

FILES = (".yaml", ".yml", ".json")


class CannotRead(ValueError):
    """A file that is no policy or roster: which, why, what to give."""


def read_policy(said: str, profile: Profile) -> Rules:
    """A program by name or folder, in this area; or a YAML file of ``levels`` in place of the program's own. Raises ``Mistake``."""
    if Path(said).suffix not in FILES:
        return load_program(said, profile.area).rules
    program = profile.rules.program
    levels = read_levels(Part(read_yaml(Path(said))), program.crews, frozenset(program.crews))
    return replace(profile.rules, program=replace(program, levels=levels.plans))


def read_roster(said: str, profile: Profile, world: PlanningWorld) -> tuple[PlannedUnit, ...]:
    """A program by name or folder; or a file with a list of units. Raises ``Mistake``, :class:`CannotRead`, ``OSError``."""
    if Path(said).suffix not in FILES:
        return units_of(load_program(said, profile.area), world)
    try:
        return msgspec.convert(yaml.safe_load(Path(said).read_text()), tuple[PlannedUnit, ...])
    except (yaml.YAMLError, msgspec.ValidationError) as broken:
        raise CannotRead(
            f"{said}: no roster ({' '.join(str(broken).split())}); give a list of units with name, crew_kind, post, members"
        ) from broken
