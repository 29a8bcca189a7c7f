"""Reads the library's measure definitions; a mistake is refused with file, line and field."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import as_file, files

from alongside.evaluate.measures.count import COUNTED, KINDS, ROWS
from alongside.evaluate.measures.measure import Definition
from alongside.library.reading import Reading, read_yaml

WORDS = ("label", "numerator", "denominator", "missing")
FIELDS = frozenset({"id", "kind", "of", "column", "better", "estimate", "source", *WORDS})
BETTER = frozenset({"", "lower", "higher"})


@cache
def load_definitions() -> Mapping[str, Definition]:
    """Every definition by id. Raises :class:`alongside.library.reading.Mistake`."""
    with as_file(files("alongside.library.measures") / "standard.yaml") as path:
        return read_definitions(read_yaml(path))


def read_definitions(reading: Reading) -> Mapping[str, Definition]:
    """Definitions of one file, each checked."""
    found: dict[str, Definition] = {}
    for at in range(len(reading.data)):
        definition = _definition(reading, at)
        if definition.id in found:
            raise reading.mistake(f"the measure {definition.id} is defined twice; remove one", at, "id")
        found[definition.id] = definition
    return found


def _definition(reading: Reading, at: int) -> Definition:
    for name in reading.data[at]:
        if name not in FIELDS:
            raise reading.mistake(f"is not a field of a measure; use one of {', '.join(sorted(FIELDS))}", at, name)
    label, numerator, denominator, missing = (_words(reading, at, name) for name in WORDS)
    kind, better = _one_of(reading, at, "kind", KINDS), str(reading.find(at, "better") or "")
    if better not in BETTER:
        raise reading.mistake("must be lower or higher", at, "better")
    column = str(reading.get(at, "column"))
    if kind in ("count", "share") and column not in COUNTED:
        raise reading.mistake(f"must be one of {', '.join(sorted(COUNTED))}", at, "column")
    of = _one_of(reading, at, "of", ROWS)
    ends = (better, bool(reading.find(at, "estimate")), str(reading.find(at, "source") or ""))
    return Definition(str(reading.get(at, "id")), kind, of, column, label, numerator, denominator, missing, *ends)


def _words(reading: Reading, at: int, name: str) -> Mapping[str, str]:
    reading.get(at, name)
    return {language: str(reading.get(at, name, language)) for language in ("en", "es")}


def _one_of(reading: Reading, at: int, name: str, known: Iterable[str]) -> str:
    value = str(reading.get(at, name))
    if value not in known:
        raise reading.mistake(f"must be one of {', '.join(sorted(known))}", at, name)
    return value


def list_definitions(ids: Iterable[str]) -> tuple[Definition, ...]:
    """The definitions of a program's measures, in its order. Raises ``KeyError`` for one that is not defined."""
    known = load_definitions()
    return tuple(known[id] for id in ids)
