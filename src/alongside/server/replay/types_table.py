"""The stated table from a source's call types to levels, read with file, line and field of a mistake."""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core.codes import Disposition, Level, Origin
from alongside.library.reading import read_yaml
from alongside.library.shape import Part
from alongside.twin.world.numbers import HERE

FIELDS = ("levels", "priorities", "otherwise", "origin", "officer", "dispositions", "agency")


@dataclass(frozen=True)
class TypesTable:
    """What a call type is taken to mean. It can state a level and nothing else."""

    levels: Mapping[str, Level]
    priorities: Mapping[str, Level]
    otherwise: Level
    origin: Origin
    officer: frozenset[str]
    dispositions: Mapping[str, Disposition]
    agency: str

    def get_level(self, type: str, priority: str) -> Level:
        """By type, else by the source's priority, else the table's otherwise."""
        return self.levels.get(type) or self.priorities.get(priority) or self.otherwise

    def get_origin(self, type: str) -> Origin:
        """Who asked, as far as the type says."""
        return Origin.OFFICER if type in self.officer else self.origin


def load_types(name: str) -> TypesTable:
    """The table of that name in ``library/worlds``. Raises ``Mistake``."""
    part = Part(read_yaml(HERE / f"{name}.yaml"))
    part.only(*FIELDS)
    return TypesTable(
        levels={type: _level(below) for type, below in part.mapping("levels")},
        priorities={priority: _level(below) for priority, below in part.mapping("priorities")},
        otherwise=Level(part.number("otherwise", least=0, most=4)),
        origin=Origin(part.code("origin", [origin.value for origin in Origin])),
        officer=frozenset(str(below.value) for below in part.parts("officer")),
        dispositions={
            name: Disposition(below.as_code([each.value for each in Disposition])) for name, below in part.mapping("dispositions")
        },
        agency=part.text("agency"),
    )


def _level(part: Part) -> Level:
    value = part.value
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 4:
        raise part.mistake("must be a level from 0 to 4")
    return Level(value)
