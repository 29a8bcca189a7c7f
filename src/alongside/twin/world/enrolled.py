"""Invented people whom families enrolled in the registry: read from ``library/worlds``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from alongside.core.registry.codes import AGREED_BY, DEVICES, DRAWN_TO
from alongside.library.reading import read_yaml
from alongside.library.shape import Part
from alongside.twin.world.numbers import HERE


@dataclass(frozen=True)
class Enrolled:
    """Somebody invented, and what their family told."""

    id: str
    agreed_by: str
    drawn_to: tuple[str, ...]
    carries: str
    texts: Mapping[str, str]


@lru_cache(maxsize=4)
def load_enrolled(path: Path = HERE / "salt_lake_city_registry.yaml") -> tuple[Enrolled, ...]:
    """Raises ``Mistake`` with file, line and field."""
    part = Part(read_yaml(path))
    part.only("enrolled")
    return tuple(_one(one) for one in part.parts("enrolled", least=1))


def _one(part: Part) -> Enrolled:
    part.only("id", "agreed_by", "drawn_to", "carries", "texts")
    texts = {name: str(below.value) for name, below in part.mapping("texts")}
    return Enrolled(
        part.code("id"), part.code("agreed_by", AGREED_BY), part.codes("drawn_to", DRAWN_TO), part.code("carries", DEVICES), texts
    )
