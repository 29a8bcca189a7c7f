"""Where a program's files are: its own folder, and the policies programs share."""

from dataclasses import dataclass
from pathlib import Path

from alongside.library.reading import Mistake, read_yaml
from alongside.library.shape import Part

HERE = Path(__file__).parent
LIBRARY = HERE.parent
POLICIES = LIBRARY / "policies"
POLICY_NAMES = ("staff", "crews", "levels", "clocks", "follow_up", "cases", "threat")
SHARED_BY_ALL = {"cases": "cases", "threat": "threat"}  # what a program need not name: the shared policy stands


@dataclass(frozen=True)
class Sources:
    """The files of one program, read."""

    folder: Path
    program: Part
    roster: Part
    policies: dict[str, Part]


def list_programs() -> tuple[str, ...]:
    """The names of the bundled programs."""
    return tuple(sorted(path.parent.name for path in HERE.glob("*/program.yaml")))


def find_folder(name: str | Path) -> Path:
    """A folder as given, or the bundled program of that name. Raises ``Mistake``."""
    for folder in (HERE / str(name), Path(name)):
        if (folder / "program.yaml").is_file():
            return folder.resolve()
    known = ", ".join(list_programs())
    raise Mistake("program.yaml", 1, "", f"there is no program “{name}”: give a folder with a program.yaml, or one of {known}")


def read_sources(folder: Path) -> Sources:
    """Read every file of a program. Raises ``Mistake``."""
    program = Part(read_yaml(folder / "program.yaml"))
    if not isinstance(program.value, dict):
        raise program.mistake("must be written as “key: value” lines")
    below = program.at("policies")
    below.only(*POLICY_NAMES)
    policies = {name: Part(read_yaml(_find_policy(folder, below, name))) for name in POLICY_NAMES}
    return Sources(folder, program, Part(read_yaml(folder / "roster.yaml")), policies)


def _find_policy(folder: Path, part: Part, name: str) -> Path:
    """The program's own file first, then the shared policy of that name."""
    file = part.text(name, SHARED_BY_ALL.get(name)) + ".yaml"
    for path in (folder / file, POLICIES / file):
        if path.is_file() and path.parent in (folder, POLICIES):
            return path
    shared = ", ".join(sorted(path.stem for path in POLICIES.glob("*.yaml")))
    raise part.mistake(f"there is no policy “{file}” in the program's folder or among the shared ones ({shared})", name)
