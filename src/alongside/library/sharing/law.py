"""Reads what one jurisdiction says: settings with the day from which they hold, and how long the slice outlives the incident."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from alongside.core.sharing.rules import Setting
from alongside.core.sharing.terms import SLICE_ENDS_MS
from alongside.library.reading import read_yaml
from alongside.library.shape import Part

LAW = ("about", "invented", "zone", "slice_ends_after", "settings")
SETTINGS = ("minor_consent",)  # what the rules ask a jurisdiction about
HERE = Path(__file__).parent


@lru_cache(maxsize=16)
def load_settings(jurisdiction: str = "invented", folder: Path = HERE) -> Mapping[str, Setting]:
    """What one jurisdiction has in force, for the core's own questions: who signs a consent. Raises ``Mistake``."""
    return read_settings(Part(read_yaml(folder / "jurisdictions" / f"{jurisdiction}.yaml")))


def read_end(law: Part) -> int:
    """How long after the incident the slice ends, in ms. Two hours at most."""
    ends = law.duration_ms("slice_ends_after", SLICE_ENDS_MS)
    if ends > SLICE_ENDS_MS:
        raise law.mistake("may be at most 2 h after the incident ends; it can only be shortened", "slice_ends_after")
    return ends


def read_settings(law: Part) -> dict[str, Setting]:
    """The settings by name. Raises ``Mistake``."""
    found = {}
    for name, below in law.mapping("settings"):
        if name not in SETTINGS:
            raise below.mistake(f"“{name}” is not a setting; use one of {', '.join(SETTINGS)}")
        below.only("from", "until", "source")
        below.text("source")
        until = _moment(law, below, "until") if below.has("until") else None
        found[name] = Setting(name, _moment(law, below, "from"), until)
    return found


def _moment(law: Part, part: Part, key: str) -> int:
    """The beginning of a day in the jurisdiction's own time, in ms UTC."""
    day = part.at(key).value
    if not isinstance(day, date):
        raise part.mistake("must be a day such as 2024-07-01", key)
    try:
        zone = ZoneInfo(law.text("zone"))
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        raise law.mistake("must be a time zone such as America/Denver", "zone") from unknown
    return round(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp() * 1000)
