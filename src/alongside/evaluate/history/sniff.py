"""Proposing a mapping for a file nobody has mapped: what each column seems to be, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import yaml

from alongside.evaluate.history.batch import Unreadable
from alongside.evaluate.history.looks import SAMPLE, Look, look_at
from alongside.evaluate.history.mapping import File
from alongside.evaluate.history.shape import TIMES
from alongside.evaluate.history.sources import list_files, open_plain, read_batches

# What a column's name says of its role, tried in order; the weight is how much the name alone is worth.
NAMES: tuple[tuple[str, str, float], ...] = (
    ("received_at", r"phone.?pick|incident.?start|received|call.?(date|time|entry)|date.?time|time.?stamp", 0.6),
    ("received_at", r"response.?date|create|reported|911 date|^time$|^date$", 0.55),
    ("queued_at", r"queue|entry", 0.6),
    ("acknowledged_at", r"ack", 0.6),
    ("dispatched_at", r"dispatch|assigned|notify", 0.6),
    ("enroute_at", r"en.?route|response (dt|time)|rolling", 0.6),
    ("arrived_at", r"arriv|on.?scene|at.?scene", 0.6),
    ("transport_at", r"transport", 0.6),
    ("hospital_at", r"hospital|destination", 0.6),
    ("closed_at", r"clos", 0.6),
    ("cleared_at", r"clear|available", 0.6),
    ("initial_type", r"(initial|original).*(type|problem|nature)", 0.6),
    ("type", r"call.?type|problem|nature|incident.?type|event.?type|type.?desc|descri|title|^type$", 0.5),
    ("initial_priority", r"(initial|original).*prior", 0.6),
    ("priority", r"prior", 0.6),
    ("disposition_text", r"dispo|outcome|clearance|final.?status|^status$|result", 0.6),
    ("source_id", r"(call|incident|event|cad|master|case|record).*(num|no\b|id|key)|incident$|^id$|innum", 0.5),
    ("beat", r"beat|district|precinct|zone|sector|battalion|division|^twp$|area", 0.4),
    ("reception", r"reception|source|how.*received|911.?call", 0.4),
    ("narrative", r"narrative|comment|remark|notes?$", 0.5),
    ("agency", r"agency|department|jurisdiction", 0.5),
    ("place_text", r"address|location|addr|street|block|place", 0.4),
    ("lat", r"^lat|latitude|geoy|^y$|y.?coord|geometry\.y", 0.6),
    ("lon", r"^lo?ng?\b|longitude|geox|^x$|x.?coord|geometry\.x", 0.6),
)
KINDS = {"time": set(TIMES), "number": {"lat", "lon", "priority", "source_id", "initial_priority", "beat", "type"}}


@dataclass(frozen=True)
class Guess:
    """One column, the role it seems to have, and how sure that is (0 to 1)."""

    column: str
    role: str
    sure: float
    look: Look


@dataclass(frozen=True)
class Proposal:
    """The guesses, and the mapping they make as YAML ready to be corrected."""

    guesses: tuple[Guess, ...]
    text: str


def sniff(path: Path | str) -> Proposal:
    """Look at the first rows of a file and propose a mapping. Raises `Unreadable` where not even columns can be told."""
    path = Path(path)
    how = guess_file(list_files(path)[0])
    frame = next(read_batches(path, how, Everything()), None)
    if frame is None:
        raise Unreadable(f"{path.name}: there are no rows to look at.")
    sample = frame.frame.drop("row").head(SAMPLE)
    guesses = choose([guess for name in sample.columns for guess in guess_column(sample.get_column(name))])
    return Proposal(guesses, write(path.name, how, guesses))


class Everything(dict[str, bool]):
    """Stands for “every column”, none of them needed."""

    def __contains__(self, name: object) -> bool:
        return True


def guess_file(file: Path) -> File:
    """The format by its name, and the separator by its first line."""
    name = file.name.lower().removesuffix(".gz")
    for ending, form in ((".parquet", "parquet"), (".xlsx", "excel"), (".xls", "excel"), (".json", "arcgis")):
        if name.endswith(ending):
            return File(form)
    with open_plain(file) as (stream, _):
        head = stream.readline(65_536).decode("utf-8", "replace")
    return File(separator=max(",;\t|", key=lambda mark: (head.count(mark), -",;\t|".index(mark))))


def guess_column(column: pl.Series) -> list[Guess]:
    """Every role the column may have, by its name and by what it holds."""
    look = look_at(column)
    found = [(role, worth) for role, words, worth in NAMES if re.search(words, column.name, re.IGNORECASE)]
    found += [(role, 0.15) for role in look.hints]
    best: dict[str, float] = {}
    for role, worth in found:
        best[role] = max(best.get(role, 0.0), worth) + (0.15 if role in best else 0.0)
    return [Guess(column.name, role, min(0.99, sure + fit(role, look)), look) for role, sure in best.items() if fit(role, look) > -0.4]


def fit(role: str, look: Look) -> float:
    """How well what the column holds suits the role: from -1 (cannot be) to 0.35."""
    if (role in TIMES) != (look.kind == "time") or (role in ("lat", "lon")) != (look.kind in ("degrees", "metres")):
        return -1.0
    if role == "source_id":
        return 0.3 * look.distinct if look.distinct > 0.3 else -1.0
    if role in ("type", "initial_type", "disposition_text", "priority", "initial_priority", "beat", "reception", "agency"):
        return 0.3 if look.distinct < 0.2 else -0.2
    return 0.3 * look.filled


def choose(guesses: Sequence[Guess]) -> tuple[Guess, ...]:
    """One column for each role and one role for each column, surest first; ties by the order of the file."""
    roles: dict[str, Guess] = {}
    used: set[str] = set()
    for guess in sorted(guesses, key=lambda guess: -guess.sure):
        if guess.role not in roles and guess.column not in used:
            roles[guess.role] = guess
            used.add(guess.column)
    return tuple(roles.values())


def write(name: str, how: File, guesses: Sequence[Guess]) -> str:
    by_role = {guess.role: guess for guess in guesses}
    times = {role: {"column": by_role[role].column, **by_role[role].look.time} for role in TIMES if role in by_role}
    texts = {guess.role: {"column": guess.column} for guess in guesses if guess.role not in (*TIMES, "lat", "lon")}
    body: dict[str, object] = {
        "name": re.sub(r"\W+", "_", name.split(".")[0]).strip("_").lower() or "proposal",
        "about": f"Proposed from {name}; check every line, above all the zone.",
        "assumed": ["roles were guessed from names and content"],
        "file": {"format": how.format} if how.format != "delimited" else {"format": how.format, "separator": how.separator},
        "zone": "America/Chicago",
        "times": times,
        "texts": texts,
    }
    if {"lat", "lon"} <= set(by_role):
        body["place"] = {role: by_role[role].column for role in ("lat", "lon")}
    if any(by_role[role].look.kind == "metres" for role in ("lat", "lon") if role in by_role):
        body["assumed"] = ["roles were guessed from names and content", "coordinates are no degrees: write their EPSG number under place"]
    body["confidence"] = {guess.column: f"{guess.role} {guess.sure:.2f}" for guess in guesses}
    return yaml.safe_dump(body, sort_keys=False, allow_unicode=True, width=140)
