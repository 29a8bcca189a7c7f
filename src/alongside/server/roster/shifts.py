"""Units that could sign on now, and when a shift ends."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from alongside.core.codes import UnitService
from alongside.library.programs import RosterUnit
from alongside.server.roster.aboard import list_free, member_row
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row

LONGEST_SHIFT_MS = 12 * 3_600_000


def list_off_duty(seen: Look) -> list[Row]:
    """Rostered units that nobody is signed on to, those whose shift it is first."""
    local = datetime.fromtimestamp(seen.asking.now / 1000, UTC).astimezone(ZoneInfo(seen.deployment.profile.area.zone))
    minute = local.hour * 60 + local.minute
    free = {one.id for one in list_free(seen)}
    rows = [_off_duty(seen, one, (local.weekday(), minute), free) for one in seen.deployment.profile.units if _is_off(seen, one.id)]
    return sorted(rows, key=lambda row: (not row["due"], row["call_sign"]))


def _is_off(seen: Look, id: str) -> bool:
    unit = seen.view.board.units.find(id)
    return unit is None or unit.service is UnitService.OFF_DUTY


def _off_duty(seen: Look, one: RosterUnit, local: tuple[int, int], free: set[str]) -> Row:
    due = one.is_on_duty(*local)
    left_ms = one.minutes_left(*local) * 60_000 if due else LONGEST_SHIFT_MS
    post = next((post for post in seen.deployment.profile.area.posts if post.id == one.post), None)
    spot = [post.spot.lat / 1e6, post.spot.lon / 1e6] if post else None
    vehicle = one.vehicle.replace(" ", "-")  # requests take plain ids
    body = {"unit": one.id, "call_sign": one.call_sign, "crew_kind": one.crew_kind, "vehicle": vehicle, "post": one.post}
    return {
        "call_sign": one.call_sign,
        "kind": seen.view.names.label(f"crew.{one.crew_kind}", seen.view.language),
        "post": post.label if post else "",
        "due": due,
        "people": [member_row(seen, id) | {"busy": id not in free} for id in one.members],
        "unit": one.id,
        "json": json.dumps(body | ({"spot": spot} if spot else {}) | {"shift_ends_at": seen.asking.now + min(left_ms, LONGEST_SHIFT_MS)}),
    }


def shift_ends(seen: Look) -> list[Row]:
    """Choices of when a shift ends: whole hours from four to twelve ahead."""
    zone = ZoneInfo(seen.deployment.profile.area.zone)
    start = datetime.fromtimestamp(seen.asking.now / 1000, UTC).replace(minute=0, second=0, microsecond=0)
    ends = [start + timedelta(hours=hours) for hours in range(4, 13, 2)]
    return [{"at": int(end.timestamp() * 1000), "word": f"{end.astimezone(zone):%H:%M}"} for end in ends]
