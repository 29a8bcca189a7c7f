"""What is asked on a new demo ledger: read from ``library/worlds``, each step by somebody of the roster."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from alongside.library.reading import read_yaml
from alongside.library.shape import Part

FILE = Path(__file__).parents[2] / "library/worlds/salt_lake_city_first_look.yaml"
DEEDS = ("sign", "hand_out")


class Step(NamedTuple):
    """A request by name with its fields and words; or a deed of the custodian's pages on the request for records ``of``."""

    by: str
    ask: str
    told: Mapping[str, Any]
    texts: Mapping[str, str]
    release: str = ""
    of: str = ""


class Play(NamedTuple):
    """Crews that must be free for it, each with who says so, and the steps."""

    free: Mapping[str, str]
    steps: tuple[Step, ...]


@lru_cache(maxsize=1)
def load_play(path: Path = FILE) -> Play:
    """Raises ``Mistake`` with file, line and field."""
    part = Part(read_yaml(path))
    part.only("free", "steps")
    free = {unit: str(below.value) for unit, below in part.mapping("free")}
    return Play(free, tuple(_step(one) for one in part.parts("steps", least=1)))


def _step(part: Part) -> Step:
    part.only("by", "ask", "told", "texts", "release", "of")
    if part.has("release"):
        return Step(part.text("by"), "", {}, {}, part.code("release", DEEDS), part.text("of"))
    told = {name: below.value for name, below in part.mapping("told")}
    texts = {name: str(below.value) for name, below in part.mapping("texts")} if part.has("texts") else {}
    return Step(part.text("by"), part.text("ask"), told, texts)
