"""The call histories that were imported into this deployment's data folder (`alongside import cad`)."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest

from alongside.evaluate.forecast.hours import KINDS
from alongside.evaluate.history.read_mapping import find_mapping
from alongside.library.reading import Mistake
from alongside.server.site.deployment import Deployment, get_deployment


@dataclass(frozen=True)
class History:
    """One import: its name, its table of calls, how many, and from when to when (ms UTC; None where no call has a time)."""

    name: str
    file: Path
    calls: int
    first_ms: int | None
    last_ms: int | None
    zone: ZoneInfo

    @property
    def first(self) -> datetime | None:
        """When its first call came in, by its own clock."""
        return at(self.first_ms, self.zone)

    @property
    def last(self) -> datetime | None:
        """When its last call came in, by its own clock."""
        return at(self.last_ms, self.zone)


def at(ms: int | None, zone: ZoneInfo) -> datetime | None:
    """Naive on purpose: pages would turn it into their own zone."""
    return None if ms is None else datetime.fromtimestamp(ms / 1000, zone).replace(tzinfo=None)


def list_histories() -> list[History]:
    """All that can be read, by name."""
    deployment = get_deployment()
    folder = Path(deployment.options.data) / "history"
    found = (read_history(one, deployment) for one in sorted(folder.iterdir())) if folder.is_dir() else ()
    return [one for one in found if one]


def find_history(name: str) -> History | None:
    """The import of that name."""
    return next((one for one in list_histories() if one.name == name), None)


def read_history(folder: Path, deployment: Deployment) -> History | None:
    """None for a folder that holds no finished import of calls."""
    try:
        report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
        calls, first, last = int(report["current_calls"]), report["first_ms"], report["last_ms"]
        zone = zone_of(str(report["mapping"]), deployment)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    file = folder / "calls.parquet"
    return History(folder.name, file, calls, first, last, zone) if file.is_file() else None


def zone_of(mapping: str, deployment: Deployment) -> ZoneInfo:
    """The clock the calls were written by: the mapping's where the library knows it, else this deployment's."""
    try:
        return find_mapping(mapping).zone
    except Mistake:
        return ZoneInfo(deployment.profile.area.zone)


def read_choice(request: HttpRequest) -> tuple[History | None, str]:
    """The history named (404 where there is none of that name), the first one where none is named; and the kind of call."""
    name, kind = request.GET.get("history", ""), request.GET.get("kind", "behavioural")
    chosen = find_history(name) if name else next(iter(list_histories()), None)
    if name and chosen is None:
        raise Http404("history")
    return chosen, kind if kind in KINDS else "behavioural"
