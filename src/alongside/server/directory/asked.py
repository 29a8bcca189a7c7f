"""What somebody looks for, from the address: nothing in it is about a person."""

from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from alongside.core.directory.search import Wanted
from alongside.core.travel import Spot
from alongside.library.areas.area import Area
from alongside.library.directory.needs import load_needs
from alongside.server.site.words import LANGUAGE_NAMES

MILE_M = 1609.344
WITHIN = (1, 3, 5, 10, 25)  # miles
OLDEST = 120


def read_wanted(asked: Mapping[str, str], area: Area, now: int) -> Wanted:
    """What fits the lists; anything else is not asked for."""
    local = datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(area.zone))
    within = asked.get("within", "")
    age = asked.get("age", "").strip()
    return Wanted(
        text=asked.get("q", "").strip()[:100],
        need=asked["need"] if asked.get("need") in load_needs() else "",
        age=int(age) if age.isascii() and age.isdigit() and int(age) <= OLDEST else None,
        language=asked["language"] if asked.get("language") in LANGUAGE_NAMES else "",
        near=_near(asked.get("near", ""), area),
        within_m=round(int(within) * MILE_M) if within in {str(one) for one in WITHIN} else None,
        open_now=asked.get("open") == "1",
        weekday=local.weekday(),
        minute=local.hour * 60 + local.minute,
    )


def _near(label: str, area: Area) -> Spot | None:
    return next((one.spot for one in area.neighbourhoods if one.label == label), None)
