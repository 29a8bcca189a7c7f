"""The parts of a sweep: some seeds of one plan each, kept as one Parquet file under a name that changes with anything that matters."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from types import MappingProxyType
from typing import Any

import polars as pl

from alongside.twin.planning.content_mark import mark_of
from alongside.twin.planning.figures import Figures
from alongside.twin.planning.scenario import Scenario

CHUNK = 8  # seeds of one plan that one process runs before it is asked whether to go on


@dataclass(frozen=True)
class Plan:
    """One plan of a sweep. Its scenario's own seed is not used."""

    name: str
    scenario: Scenario


@dataclass(frozen=True)
class Part:
    """Some seeds of one plan."""

    plan: int
    seeds: tuple[int, ...]
    path: Path


def list_parts(plans: Sequence[Plan], seeds: Sequence[int], folder: Path) -> list[Part]:
    """Every part of a sweep, whether it is there yet or not."""
    chunks = [tuple(seeds[first : first + CHUNK]) for first in range(0, len(seeds), CHUNK)]
    marks = [name_of(plan) for plan in plans]
    return [Part(index, chunk, folder / f"{mark}-{mark_of(chunk, 12)}.parquet") for index, mark in enumerate(marks) for chunk in chunks]


def name_of(plan: Plan) -> str:
    """Changes with anything that could change a figure; a part is only used again where it is the same."""
    scenario = plan.scenario
    said = (plan.name, scenario.rules, scenario.world, scenario.units, scenario.start, scenario.end, scenario.practice)
    return mark_of(said)


def keep(part: Part, name: str, engine: str, told: Sequence[Figures]) -> None:
    """Whole or not at all: a part that was being written when the machine stopped is not there."""
    rows = [{"plan": name, "seed": seed, "engine": engine, **one.as_row()} for seed, one in zip(part.seeds, told, strict=True)]
    written = part.path.with_suffix(f".{os.getpid()}.part")
    pl.DataFrame(rows).write_parquet(written)
    written.replace(part.path)


def _frozen(rows: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(rows)


ForkingPickler.register(MappingProxyType, lambda table: (_frozen, (dict(table),)))  # rules hold tables that nobody may change
