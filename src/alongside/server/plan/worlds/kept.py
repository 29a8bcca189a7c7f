"""Fitted worlds on disk: a world and what was measured for it, side by side, written whole or not at all."""

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec

from alongside.evaluate.fitting.measured import Measured
from alongside.twin.planning.whole_file import write_whole
from alongside.twin.planning.world import PlanningWorld, save_world
from alongside.twin.planning.wrong import Complaint, Mistake

NAME = re.compile(r"[\w][\w .-]{0,59}")
MEASURED = ".measured"


@dataclass(frozen=True)
class Kept:
    """One of them."""

    name: str
    measured: Measured


def folder_of(data: Path) -> Path:
    """Where they are, below a deployment's data folder."""
    return data / "plan" / "worlds" / "fitted"


def must_be_name(name: str) -> None:
    """Raises ``Mistake`` for what is no name of a file, anywhere."""
    if not NAME.fullmatch(name):
        raise Mistake(name, Complaint("world_name"))


def keep(folder: Path, world: PlanningWorld, measured: Measured) -> Path:
    """Write both; what was measured first, so that a world never stands without it."""
    must_be_name(world.name)
    folder.mkdir(parents=True, exist_ok=True)
    told, path = folder / f"{world.name}{MEASURED}", folder / f"{world.name}.json"
    write_whole(told, msgspec.json.encode(measured, order="deterministic"))
    save_world(world, path)
    return path


def list_kept(folder: Path) -> list[Kept]:
    """By name; what cannot be read is left out."""
    found = (read_kept(path) for path in sorted(folder.glob("*.json"))) if folder.is_dir() else ()
    return [one for one in found if one]


def find_kept(folder: Path, name: str) -> Kept | None:
    """The one of that name."""
    return read_kept(folder / f"{name}.json") if NAME.fullmatch(name) and (folder / f"{name}.json").is_file() else None


def read_kept(path: Path) -> Kept | None:
    try:
        return Kept(path.stem, msgspec.json.decode(path.with_suffix(MEASURED).read_bytes(), type=Measured))
    except (OSError, msgspec.DecodeError):
        return None
