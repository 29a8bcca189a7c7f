"""The constants as the library holds them: value, bounds, source, and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

from alongside.library.reading import Reading, read_yaml

PARTS = ("demand", "first", "onward", "beds", "teams")
UNITS = frozenset({"people", "per_100k", "per_month", "percent", "days"})
GRADES = frozenset({"seen", "recalled", "derived", "ours"})


@dataclass(frozen=True)
class Constant:
    """One figure somebody may change. ``labels`` and ``sources`` by language."""

    id: str
    part: str
    value: float
    least: float
    most: float
    step: float
    unit: str
    grade: str
    labels: Mapping[str, str]
    sources: Mapping[str, str]


@cache
def list_constants() -> tuple[Constant, ...]:
    """All of them, in the order of the page. Raises :class:`alongside.library.reading.Mistake`."""
    with as_file(files("alongside.library.need") / "constants.yaml") as path:
        reading = read_yaml(path)
    return tuple(read_constant(reading, at) for at in range(len(reading.data)))


def read_constant(reading: Reading, at: int) -> Constant:
    """One entry of the file, checked."""
    for field, known in (("part", PARTS), ("unit", UNITS), ("grade", GRADES)):
        if reading.get(at, field) not in known:
            raise reading.mistake(f"must be one of {', '.join(sorted(known))}", at, field)
    value, least, most, step = (float(reading.get(at, field)) for field in ("value", "least", "most", "step"))
    if not least <= value <= most:
        raise reading.mistake("must lie between least and most", at, "value")
    labels, sources = read_words(reading, at, "label"), read_words(reading, at, "source")
    unit, grade = str(reading.get(at, "unit")), str(reading.get(at, "grade"))
    return Constant(str(reading.get(at, "id")), str(reading.get(at, "part")), value, least, most, step, unit, grade, labels, sources)


def read_words(reading: Reading, at: int, field: str) -> Mapping[str, str]:
    return {language: str(reading.get(at, field, language)) for language in ("en", "es")}
