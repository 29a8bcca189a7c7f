"""Reads a jurisdiction pack strictly: what starts a hold, its maximum, what does not count, its grounds, who writes it, who is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from alongside.core.holds.rules import HoldKind, Jurisdiction, Notice
from alongside.core.sharing.access import ROLES
from alongside.library.jurisdictions.zones import offsets_of, read_zone
from alongside.library.reading import Mistake, read_yaml
from alongside.library.shape import Part

HERE = Path(__file__).parent
FIELDS = ("label", "invented", "zone", "verified", "holidays", "kinds")
ENDING = ("end_not_on", "end_not_on_holidays", "end_moves_to")
KIND = (
    "label",
    "starts",
    "maximum",
    "minors",
    "excluded",
    "holidays_excluded",
    "criteria",
    "notices",
    "warn_before",
    "roles",
    "source",
    *ENDING,
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MOVES = ("start_of_day", "same_clock", "end_of_day")
STARTS = ("detained", "arrived", "written")
EPOCH = date(1970, 1, 1)
LONGEST_MS = 31 * 86_400_000
VERIFIED_FOR = timedelta(days=731)


@dataclass(frozen=True)
class Pack:
    """The core's law, and what its codes are called in each language."""

    law: Jurisdiction
    labels: Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=8)
def load_pack(jurisdiction: str = "invented", folder: Path = HERE) -> Pack:
    """One pack by name. Raises ``Mistake`` with file, line and field."""
    if not (folder / f"{jurisdiction}.yaml").is_file():
        known = ", ".join(sorted(path.stem for path in folder.glob("*.yaml")))
        raise Mistake(f"{jurisdiction}.yaml", 1, "", f"there is no such jurisdiction pack; use one of {known}")
    return read_pack(jurisdiction, Part(read_yaml(folder / f"{jurisdiction}.yaml")))


def read_pack(id: str, part: Part) -> Pack:
    """The whole file."""
    part.only(*FIELDS)
    labels: dict[str, Mapping[str, str]] = {f"jurisdiction.{id}": part.words("label")}
    zone, by, until = read_zone(part), *_read_verified(part)
    holidays = frozenset(_day(one) for one in part.parts("holidays"))
    kinds = tuple(_read_kind(name, below, holidays, labels) for name, below in part.mapping("kinds"))
    if not kinds:
        raise part.mistake("names no kind of hold; write at least one", "kinds")
    law = Jurisdiction(id, offsets_of(zone), part.flag("invented"), by, until, kinds)
    return Pack(law, MappingProxyType(labels))


def _read_verified(part: Part) -> tuple[str, int]:
    """("", 0) where nobody has: such a pack is read and shown, and refuses to write holds."""
    if not part.has("verified"):
        return "", 0
    below = part.at("verified")
    below.only("by", "on", "until")
    on, until = _date(below, "on"), _date(below, "until")
    if until <= on or (not part.flag("invented") and until > on + VERIFIED_FOR):
        raise below.mistake("must be after “on”, by two years at most: law changes, so somebody looks again", "until")
    return below.text("by"), round(datetime(until.year, until.month, until.day, tzinfo=UTC).timestamp() * 1000)


def _read_kind(name: str, part: Part, holidays: frozenset[int], labels: dict[str, Mapping[str, str]]) -> HoldKind:
    part.only(*KIND)
    part.text("source")
    labels[f"hold_kind.{name}"] = part.words("label")
    maximum = part.duration_ms("maximum")
    if maximum > LONGEST_MS:
        raise part.mistake("is longer than a month: this page is for emergency holds", "maximum")
    excluded = frozenset(DAYS.index(one) for one in part.codes("excluded", DAYS))
    if len(excluded) == len(DAYS):
        raise part.mistake("excludes every day: the hold would never end", "excluded")
    warn = tuple(sorted((_warning(part, at, maximum) for at in range(len(part.parts("warn_before", least=1)))), reverse=True))
    return HoldKind(
        id=name, starts=part.code("starts", STARTS), maximum_ms=maximum, minors=part.flag("minors"), excluded=excluded, warn_ms=warn,
        criteria=frozenset(_named(part, "criteria", "criterion", labels)), roles=frozenset(part.codes("roles", ROLES)),
        holidays=holidays if part.flag("holidays_excluded") else frozenset(),
        notices=tuple(Notice(one) for one in _named(part, "notices", "hold_notice", labels)), **_read_end(part, holidays),
    )  # fmt: skip


def _read_end(part: Part, holidays: frozenset[int]) -> dict[str, Any]:
    """On which days its time may not end, and where such an end moves. Both or neither."""
    off = frozenset(DAYS.index(one) for one in part.codes("end_not_on", DAYS))
    days = holidays if part.flag("end_not_on_holidays") else frozenset[int]()
    if not part.has("end_moves_to"):
        if off or days:
            raise part.mistake("is missing: say where an end on such a day moves", "end_moves_to")
        return {}
    if not off and not days:
        raise part.mistake("moves nothing: name the days under “end_not_on”, or holidays", "end_moves_to")
    if len(off) == len(DAYS):
        raise part.mistake("names every day: the hold would never end", "end_not_on")
    return {"off": off, "off_days": days, "moves_to": part.code("end_moves_to", MOVES)}


def _named(part: Part, key: str, prefix: str, labels: dict[str, Mapping[str, str]]) -> list[str]:
    """Codes with their words, in order."""
    found = []
    for name, _ in part.mapping(key):
        labels[f"{prefix}.{name}"] = part.at(key).words(name)
        found.append(name)
    if key == "criteria" and not found:
        raise part.mistake("names no ground on which one may be written", key)
    return found


def _warning(part: Part, index: int, maximum: int) -> int:
    ms = part.at("warn_before").duration_ms(index)
    if ms >= maximum:
        raise part.mistake("comes before the hold begins", "warn_before", index)
    return ms


def _date(part: Part, key: str) -> date:
    value = part.at(key).value
    if not isinstance(value, date) or isinstance(value, datetime):
        raise part.mistake("must be a day such as 2026-07-01", key)
    return value


def _day(part: Part) -> int:
    value = part.value
    if not isinstance(value, date) or isinstance(value, datetime):
        raise part.mistake("must be a day such as 2026-07-03")
    return (value - EPOCH) // timedelta(days=1)
