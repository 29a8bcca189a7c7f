"""A planning world as data: who calls where and when, what they need, how long everything takes. Saved, read, compared by its hash."""

from hashlib import sha256
from pathlib import Path

import msgspec

HOUR_MS = 3_600_000
WEEK_HOURS = 168
DAYPARTS = 4  # of six hours: where calls come from differs by day and night
Quantiles = tuple[int, int, int, int, int]  # below them lie 5, 25, 50, 75 and 95 % of cases; durations in ms
DURATIONS = (
    "triage", "ready", "acknowledge", "turnout", "contact", "engaged", "refused", "look", "wrap", "by_phone", "answer", "door",
    "door_emergency", "stay", "stay_emergency", "taken", "again", "drive_permille",
)  # fmt: skip


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
        return sha256(msgspec.json.encode(self, order="deterministic")).hexdigest()[:16]


class Mistake(ValueError):
    """A world that cannot be lived in: what, where, what to do."""


def save_world(world: PlanningWorld, path: Path) -> None:
    """Written whole or not at all."""
    part = path.with_suffix(path.suffix + ".part")
    part.write_bytes(msgspec.json.encode(world, order="deterministic"))
    part.replace(path)


def read_world(path: Path) -> PlanningWorld:
    """Raises :class:`Mistake` for what is no world."""
    try:
        world = msgspec.json.decode(path.read_bytes(), type=PlanningWorld)
    except (OSError, msgspec.DecodeError) as broken:
        raise Mistake(f"{path.name}: not a planning world ({broken})") from broken
    check_world(world)
    return world


def check_world(world: PlanningWorld) -> None:
    """Raises :class:`Mistake` with the first thing that is wrong."""
    for complaint in _complaints(world):
        raise Mistake(f"{world.name or 'world'}: {complaint}")


def _complaints(world: PlanningWorld) -> list[str]:
    size = len(world.places)
    found = [
        (size == 0, "no place; give at least one"),
        (len(world.weekly) != WEEK_HOURS or min(world.weekly, default=0) < 0, "weekly must be 168 means of at least 0"),
        (len(world.seasons) != 12, "seasons must be 12 factors"),
        (len(world.bands) != WEEK_HOURS or not _within(world.bands, len(world.drives)), "bands must name one of drives for 168 hours"),
        (len(world.where) != DAYPARTS or any(_is_empty(row, size) for row in world.where), f"where must be 4 times {size} weights"),
        (not world.kinds or sum(kind.weight for kind in world.kinds) <= 0, "no kind of call; give at least one with a weight"),
        (any(_is_ragged(band, size) for band in world.drives), f"drives must be {size} × {size} milliseconds of at least 0"),
        (any(not 0 <= door.place < size for door in world.doors), "a door stands at a place that is not in the world"),
        (any(list(one) != sorted(one) or one[0] < 0 for one in world.durations.values()), "durations must rise"),
        (set(DURATIONS) - set(world.durations) != set(), f"durations missing: {', '.join(sorted(set(DURATIONS) - set(world.durations)))}"),
    ]  # fmt: skip
    return [words for is_wrong, words in found if is_wrong]


def _within(indexes: tuple[int, ...], size: int) -> bool:
    return all(0 <= index < size for index in indexes)


def _is_empty(row: tuple[float, ...], size: int) -> bool:
    return len(row) != size or sum(row) <= 0


def _is_ragged(band: tuple[tuple[int, ...], ...], size: int) -> bool:
    return len(band) != size or any(len(row) != size or min(row) < 0 for row in band)
