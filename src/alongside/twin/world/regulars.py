"""Invented people whom crews meet again and again, with what is written of them: read from ``library/worlds``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from alongside.core.person.items import SOURCES
from alongside.library.reading import read_yaml
from alongside.library.shape import Part
from alongside.twin.world.numbers import HERE

Texts = Mapping[str, str]  # field -> words
DAY_MS = 86_400_000
ASKED = ("part2", "family", "health")


@dataclass(frozen=True)
class Entry:
    """Words of one source; ``review_ms`` from now where they are safety flags."""

    source: str
    texts: Texts
    review_ms: int | None


@dataclass(frozen=True)
class Answer:
    """What they answer when asked for one kind of consent, on what, how long; ``taken_back_ms`` after agreeing, 0 where they leave it."""

    about: str
    declined: bool
    taken_back_ms: int
    is_paper: bool = False
    lasts_ms: int = 0  # 0: until the treatment ends


@dataclass(frozen=True)
class Regular:
    """Somebody invented."""

    id: str
    who: Texts
    band: str
    treated: bool
    entries: tuple[Entry, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Regulars:
    """All of them, and how often it becomes known who somebody is (0 to 1)."""

    identified: float
    people: tuple[Regular, ...]


@lru_cache(maxsize=4)
def load_regulars(path: Path = HERE / "salt_lake_city_people.yaml") -> Regulars:
    """Raises ``Mistake`` with file, line and field."""
    part = Part(read_yaml(path))
    part.only("identified", "people")
    return Regulars(float(part.at("identified").value), tuple(_regular(one) for one in part.parts("people", least=1)))


def _regular(part: Part) -> Regular:
    part.only("id", "who", "band", "treated", "entries", "answers")
    entries = tuple(_entry(one) for one in part.parts("entries"))
    answers = tuple(_answer(one) for one in part.parts("answers")) if part.has("answers") else ()
    return Regular(part.code("id"), _texts(part, "who"), part.code("band", ("adult", "teen")), part.flag("treated"), entries, answers)


def _answer(part: Part) -> Answer:
    part.only("about", "declined", "taken_back_after", "paper", "lasts")
    times = (part.duration_ms("taken_back_after", 0), part.flag("paper"), part.duration_ms("lasts", 0))
    return Answer(part.code("about", ASKED), part.flag("declined"), *times)


def _entry(part: Part) -> Entry:
    part.only("source", "texts", "review_days")
    days = part.number("review_days", 0, most=365)
    return Entry(part.code("source", SOURCES), _texts(part, "texts"), days * DAY_MS if days else None)


def _texts(part: Part, key: str) -> Texts:
    return {name: str(below.value) for name, below in part.mapping(key)}
