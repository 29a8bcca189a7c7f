"""The figures a world is sampled from, read from ``library/worlds`` with file, line and field of a mistake."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import alongside.library
from alongside.library.reading import read_yaml
from alongside.library.shape import Part
from alongside.twin.draw import Quantiles

HERE = Path(alongside.library.__file__).parent / "worlds"
SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
SOURCES = ("centre", "county", "published", "own")
FIELDS = (
    "calls_per_day", "hours", "weekdays", "neighbourhoods", "origins", "chances", "end_points", "dispositions", "attempts", "seconds",
    "minutes", "drive_factor", "free_share", "answers", "stories", "untold", "places", "notes",
    "sources",
)  # fmt: skip
Weights = Mapping[str, float]
Texts = Mapping[str, tuple[str, ...]]  # language -> sentences


@dataclass(frozen=True)
class Story:
    """A kind of call: how often, which answers with which weights, and what is said."""

    id: str
    weight: float
    answers: Mapping[str, Weights]
    place: str
    texts: Texts


@dataclass(frozen=True)
class World:
    """Figures of one sampled place. Shares are 0 to 1, ``seconds`` and ``minutes`` are quantiles by name."""

    calls_per_day: float
    hours: tuple[float, ...]
    weekdays: tuple[float, ...]
    neighbourhoods: Weights
    origins: Weights
    chances: Weights
    end_points: Weights
    dispositions: Weights
    attempts: Weights
    seconds: Mapping[str, Quantiles]
    minutes: Mapping[str, Quantiles]
    drive_median: float
    drive_sigma: float
    free_share: Quantiles
    answers: Mapping[str, Weights]
    stories: tuple[Story, ...]
    untold: Texts  # what is said of a call of which a history states only how urgent it was
    places: Mapping[str, Texts]
    notes: Texts
    sources: Mapping[str, str]  # by planning's name of a figure: centre, county, published, own

    def mean_calls(self, weekday: int, hour: int) -> float:
        """Calls expected in this local hour of this weekday, 0 is Monday."""
        return self.calls_per_day * self.hours[hour] * self.weekdays[weekday] * 7


def load_world(name: str | Path = "salt_lake_city") -> World:
    """A world by bundled name or file. Raises ``Mistake``."""
    path = HERE / f"{name}.yaml"
    path = path if path.exists() else Path(name)
    return _load(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _load(path: Path, _changed_at: int) -> World:
    part = Part(read_yaml(path))
    part.only(*FIELDS)
    return World(
        calls_per_day=_amount(part.at("calls_per_day")),
        hours=_shares(part, "hours", 24),
        weekdays=_shares(part, "weekdays", 7),
        **{name: _weights(part.at(name)) for name in ("neighbourhoods", "origins", "chances", "end_points", "dispositions", "attempts")},
        seconds={name: _quantiles(below) for name, below in part.mapping("seconds")},
        minutes={name: _quantiles(below) for name, below in part.mapping("minutes")},
        drive_median=_amount(part.at("drive_factor", "median")),
        drive_sigma=_amount(part.at("drive_factor", "sigma")),
        free_share=_quantiles(part.at("free_share")),
        answers={name: _weights(below) for name, below in part.mapping("answers")},
        stories=tuple(_story(below) for below in part.parts("stories", least=1)),
        untold=_texts(part.at("untold")),
        places={name: _texts(below) for name, below in part.mapping("places")},
        notes={name: _sentences(below) for name, below in part.mapping("notes")},
        sources={name: below.as_code(SOURCES) for name, below in part.mapping("sources")},
    )


def _story(part: Part) -> Story:
    part.only("id", "weight", "answers", "place", "en", "es")
    answers = {name: _answer(below) for name, below in part.mapping("answers")}
    texts = {language: _sentences(part.at(language)) for language in ("en", "es")}
    return Story(part.code("id"), _amount(part.at("weight")), answers, part.text("place", ""), texts)


def _answer(part: Part) -> Weights:
    """One answer, or several with weights."""
    return _weights(part) if isinstance(part.value, dict) else {part.as_code(): 1.0}


def _texts(part: Part) -> Texts:
    return {language: _sentences(part.at(language)) for language in ("en", "es")}


def _sentences(part: Part) -> tuple[str, ...]:
    value = part.value
    if not isinstance(value, list) or not value:
        raise part.mistake("must be a list of at least one sentence")
    return tuple(str(sentence) for sentence in value)


def _amount(part: Part) -> float:
    value: Any = part.value
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise part.mistake("must be a number of at least 0")
    return float(value)


def _weights(part: Part) -> Weights:
    if not isinstance(part.value, dict) or not part.value:
        raise part.mistake("must be written as “name: weight” lines")
    return {str(name): _amount(part.at(name)) for name in part.value}


def _numbers(part: Part) -> list[float]:
    value = part.value
    if not isinstance(value, list):
        raise part.mistake("must be a list of numbers")
    return [_amount(part.at(index)) for index in range(len(value))]


def _shares(part: Part, key: str, count: int) -> tuple[float, ...]:
    found = _numbers(part.at(key))
    if len(found) != count or abs(sum(found) - 1) > 0.01:
        raise part.mistake(f"must be {count} shares that add up to 1", key)
    return tuple(share / sum(found) for share in found)


def _quantiles(part: Part) -> Quantiles:
    found = _numbers(part)
    if len(found) != len(SHARES) or found != sorted(found):
        raise part.mistake("must be five rising numbers: below them lie 5, 25, 50, 75 and 95 % of cases")
    return tuple(zip(SHARES, found, strict=True))
