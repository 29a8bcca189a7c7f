"""A planning world as data: who calls where and when, what they need, how long everything takes. Saved, read, compared by its hash."""

from collections.abc import Iterator, Sequence
from math import isfinite
from pathlib import Path

import msgspec

from alongside.twin.planning.content_mark import name_of
from alongside.twin.planning.whole_file import write_whole
from alongside.twin.planning.wrong import Complaint, Mistake

__all__ = ["Mistake", "PlanningWorld", "check_world", "read_world", "save_world"]
HOUR_MS = 3_600_000
WEEK_HOURS = 168
DAYPARTS = 4  # of six hours: where calls come from differs by day and night
LONGEST_MS = 20 * 24 * HOUR_MS  # of one duration or drive: draws are kept in 32 bits
Quantiles = tuple[int, int, int, int, int]  # below them lie 5, 25, 50, 75 and 95 % of cases; durations in ms
DURATIONS = (
    "triage", "ready", "acknowledge", "turnout", "contact", "engaged", "refused", "look", "wrap", "by_phone", "answer", "door",
    "door_emergency", "stay", "stay_emergency", "taken", "again", "drive_permille",
)  # fmt: skip
HURRIED = "ready_urgent"  # beside them, where it is known: how soon somebody is sent to what is urgent or more


class CallKind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One content of a call. Empty ``answers``: the level is set by hand, as in a history that states no more."""

    name: str
    weight: float
    origin: str = "call_911"
    answers: tuple[tuple[str, str], ...] = ()
    level: int = 2
    language: str = "en"
    ends: tuple[float, float, float] = (1.0, 0.0, 0.0)  # engaged, declined, not found
    outcomes: tuple[float, float, float, float] = (1.0, 0.0, 0.0, 0.0)  # resolved there, referred, taken along, arrested


class Door(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A service of a facility that people are taken to. ``place`` is the index of its place; ``yes`` how often it agrees, 0 to 1."""

    facility: str
    service: str
    place: int
    yes: float = 1.0


class PlanningWorld(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything outside the system. Times are local to ``east_ms`` ahead of UTC, one offset for the whole run."""

    name: str
    source: str  # what it was fitted from
    east_ms: int
    places: tuple[tuple[int, int], ...]  # latitude and longitude in microdegrees
    weekly: tuple[float, ...]  # mean calls of each local hour of the week, Monday 0:00 first
    seasons: tuple[float, ...] = (1.0,) * 12  # by month, around 1
    yearly: float = 0.0  # growth of calls in a year, 0.02 is 2 %
    where: tuple[tuple[float, ...], ...]  # by part of the day, weights of the places
    kinds: tuple[CallKind, ...]
    bands: tuple[int, ...]  # which row of ``drives`` holds in each local hour of the week
    drives: tuple[tuple[tuple[int, ...], ...], ...]  # by band, from place, to place: ms
    lights_permille: int = 800  # with lights and sirens, of the normal drive
    durations: dict[str, Quantiles]
    reached: float = 0.6  # how often an attempt to reach somebody afterwards succeeds
    phone_resolves: float = 0.6
    calls_again: float = 0.0  # how often the same person calls once more
    doors: tuple[Door, ...] = ()

    def hash(self) -> str:
        """Names this exact content."""
        return name_of(self)


def save_world(world: PlanningWorld, path: Path) -> None:
    """Written whole or not at all."""
    write_whole(path, msgspec.json.encode(world, order="deterministic"))


def read_world(path: Path) -> PlanningWorld:
    """Raises :class:`Mistake` for what is no world."""
    try:
        world = msgspec.json.decode(path.read_bytes(), type=PlanningWorld)
    except (OSError, msgspec.DecodeError) as broken:
        raise Mistake(path.name, Complaint("no_world", {"why": str(broken)})) from broken
    check_world(world)
    return world


def check_world(world: PlanningWorld) -> None:
    """Raises :class:`Mistake` with the first thing that is wrong."""
    for complaint in complaints_of_world(world):
        raise Mistake(world.name or "world", complaint)


def complaints_of_world(world: PlanningWorld) -> list[Complaint]:
    """Everything that is wrong."""
    size = len(world.places)
    found = [
        (size == 0, Complaint("no_place")),
        (any(abs(lat) > 90_000_000 or abs(lon) > 180_000_000 for lat, lon in world.places), Complaint("place_off_earth")),
        (not are_amounts(world.weekly, WEEK_HOURS), Complaint("weekly")),
        (are_amounts(world.weekly, WEEK_HOURS) and sum(world.weekly) <= 0, Complaint("nobody_calls")),
        (not are_amounts(world.seasons, 12), Complaint("seasons")),
        (not (isfinite(world.yearly) and -0.9 <= world.yearly <= 2), Complaint("yearly")),
        (len(world.bands) != WEEK_HOURS or not _within(world.bands, len(world.drives)), Complaint("bands")),
        (len(world.where) != DAYPARTS or any(not are_weights(row, size) for row in world.where), Complaint("where", {"places": size})),
        (not are_weights([kind.weight for kind in world.kinds], len(world.kinds)), Complaint("no_kind")),
        (any(_is_ragged(band, size) for band in world.drives), Complaint("drives", {"places": size})),
        (not 1 <= world.lights_permille <= 2000, Complaint("lights")),
        (not all(0 <= share <= 1 for share in (world.reached, world.phone_resolves, world.calls_again)), Complaint("shares")),
    ]  # fmt: skip
    return [complaint for is_wrong, complaint in found if is_wrong] + [*_of_kinds(world), *_of_doors(world), *_of_durations(world)]


def _of_kinds(world: PlanningWorld) -> Iterator[Complaint]:
    for kind in world.kinds:
        if not 0 <= kind.level <= 4:
            yield Complaint("kind_level", {"kind": kind.name})
        if not (are_weights(kind.ends, 3) and are_weights(kind.outcomes, 4)):
            yield Complaint("kind_ends", {"kind": kind.name})


def _of_doors(world: PlanningWorld) -> Iterator[Complaint]:
    for door in world.doors:
        if not 0 <= door.place < len(world.places):
            yield Complaint("door_place", {"facility": door.facility})
        if not 0 <= door.yes <= 1:
            yield Complaint("door_yes", {"facility": door.facility})


def _of_durations(world: PlanningWorld) -> Iterator[Complaint]:
    if missing := sorted(set(DURATIONS) - set(world.durations)):
        yield Complaint("duration_missing", {"names": ", ".join(missing)})
    for name, told in sorted(world.durations.items()):
        if list(told) != sorted(told) or told[0] < 0:
            yield Complaint("duration_falls", {"name": name})
        elif told[-1] > LONGEST_MS:
            yield Complaint("duration_long", {"name": name})


def are_amounts(values: Sequence[float], count: int) -> bool:
    """So many numbers of at least 0."""
    return len(values) == count and all(isfinite(value) and value >= 0 for value in values)


def are_weights(values: Sequence[float], count: int) -> bool:
    """So many numbers of at least 0, not all of them 0."""
    return are_amounts(values, count) and sum(values) > 0


def _within(indexes: tuple[int, ...], size: int) -> bool:
    return all(0 <= index < size for index in indexes)


def _is_ragged(band: tuple[tuple[int, ...], ...], size: int) -> bool:
    return len(band) != size or any(len(row) != size or min(row) < 0 or max(row) > LONGEST_MS for row in band)
