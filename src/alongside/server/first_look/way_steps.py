"""What the one person's whole way is played from: read from ``library/worlds``, each step at its day and local time."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from alongside.library.reading import read_yaml
from alongside.library.shape import Part

FILE = Path(__file__).parents[2] / "library/worlds/salt_lake_city_whole_way.yaml"


class Step(NamedTuple):
    """Asked by somebody at a day and local time; ``crew``: the unit whose people come on duty."""

    at: str
    by: str
    ask: str
    told: Mapping[str, Any]
    texts: Mapping[str, str]
    crew: str = ""


class Way(NamedTuple):
    """The steps in order, and how long before now they begin at least."""

    hours_before: int
    steps: tuple[Step, ...]


@lru_cache(maxsize=1)
def load_way(path: Path = FILE) -> Way:
    """Raises ``Mistake`` with file, line and field."""
    part = Part(read_yaml(path))
    part.only("hours_before", "steps")
    return Way(part.number("hours_before", least=1), tuple(_step(one) for one in part.parts("steps", least=1)))


def _step(part: Part) -> Step:
    part.only("at", "by", "ask", "told", "texts", "crew")
    told = {name: below.value for name, below in part.mapping("told")} if part.has("told") else {}
    texts = {name: str(below.value) for name, below in part.mapping("texts")} if part.has("texts") else {}
    return Step(part.text("at"), part.text("by"), part.text("ask"), told, texts, part.text("crew") if part.has("crew") else "")
