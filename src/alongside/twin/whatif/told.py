"""What a job is asked, how far it is, and what it found: files in its folder, written whole, read by pages that run nothing themselves."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from alongside.core.policy.state import Settings
from alongside.twin.planning.content_mark import name_of
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.whole_file import write_whole
from alongside.twin.planning.world import PlanningWorld

JOB, ASKED, PROGRESS, FOUND, ENDED, STOP = "job.json", "asked.json", "progress.json", "found.json", "ended.json", "stop"
SPEED = "speed.json"  # beside the folders of all jobs
CORE_MS_A_CALL, KERNEL_MS_A_CALL, PREPARING_S = 2.0, 0.005, 40.0  # where nothing was measured yet
T = TypeVar("T")


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One plan of a job: whose rules under which settings, which roster, how much of the world's calls (1.0 is all)."""

    name: str
    program: str
    rules: str
    units: tuple[PlannedUnit, ...]
    settings: Settings = ()
    demand: float = 1.0
    reassigns: bool = False
    sends_second: bool = False


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """The first side is what the others are compared with. ``engine`` changes with the program's own sources."""

    area: str
    world: PlanningWorld
    start: int
    weeks: int
    runs: int
    sides: tuple[Side, ...]
    engine: str = ""

    def mark(self) -> str:
        """Names this exact question."""
        return name_of(self)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """When (ms, the machine's own clock: it orders the queue and nothing else) and by whom."""

    at: int
    by: str


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """Runs done of all; how long so far."""

    done: int
    of: int
    seconds: float
    engine: str = ""


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A paired difference, judged; ``low`` and ``high`` None where one run alone says nothing of chance."""

    before: float
    after: float
    mean: float
    low: float | None
    high: float | None
    pairs: int
    is_clear: bool  # the interval leaves zero out
    is_clear_among_all: bool  # and would do so if this were the clearest of all figures


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What is known after ``pairs`` runs of each side: by side, by figure. Patterns are sums over the runs of each side, by its name."""

    pairs: int
    runs: int
    engine: str
    weeks: int
    compared: Mapping[str, Mapping[str, Compared]]
    responses: Mapping[str, list[int]]
    unmet_hours: Mapping[str, list[int]]
    unmet_places: Mapping[str, list[int]]


class Ended(msgspec.Struct, frozen=True, kw_only=True):
    """``how``: done, stopped, failed. ``why``: a code, with what its sentence says in ``told``."""

    how: str
    seconds: float = 0.0
    why: str = ""
    told: Mapping[str, str] = {}


class Speed(msgspec.Struct, frozen=True, kw_only=True):
    """How fast this machine was the last time, by engine: one call of one side, milliseconds."""

    ms_a_call: Mapping[str, float]


def write(folder: Path, name: str, told: msgspec.Struct) -> None:
    """Whole or not at all."""
    write_whole(folder / name, msgspec.json.encode(told))


def read(folder: Path, name: str, kind: type[T]) -> T | None:
    """None where it is not there yet, or no longer what it was."""
    try:
        return msgspec.json.decode((folder / name).read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        return None
