"""What is readable and still cannot be: places elsewhere, times that have not come, calls of last year."""

from alongside.core.request import Request
from alongside.core.travel import Spot
from alongside.server.site.asking import malformed as m
from alongside.server.site.asking.decode import hints_of
from alongside.server.site.deployment import Deployment

AHEAD_MS = 60_000  # two clocks may differ by a minute
BACK_HOURS = 72  # a phone may have been without signal for three days
LATEST_MS = 400 * 86_400_000  # a hazard is reviewed within a year; nothing is planned for later
MOST = 2**53 - 1  # what JSON numbers hold exactly in a browser
PLANNED = frozenset({"scheduled_for", "until", "next_at", "review_at", "shift_ends_at", "due_at", "look_again_at"})
BORDER = 500_000  # half a degree: a call may come from beyond the border, not from another state


def check_sense(deployment: Deployment, request: Request) -> None:
    """Raise ``Malformed`` for impossible times and absurd coordinates."""
    now = deployment.clock.now()
    for name in ("first_ring_at", "happened_at"):
        at = getattr(request, name, None)
        if at is not None:
            check_time(name, at, now)
    check_numbers(request, now)
    spot = getattr(request, "spot", None)
    if spot is not None and not is_near(deployment, spot):
        raise m.Malformed(m.OUTSIDE_AREA, code="outside_area", field="spot")


def check_numbers(request: Request, now: int) -> None:
    """No number beyond what every reader of it holds exactly, no time beyond what anybody plans."""
    for name in hints_of(type(request)):
        value = getattr(request, name)
        if type(value) is int and abs(value) > (now + LATEST_MS if name in PLANNED else MOST):
            raise m.Malformed(m.WRONG_FIELD, code="wrong_field", field=name, why="out of range")


def check_time(name: str, at: int, now: int) -> None:
    """Not in the future, and not longer ago than a device may have been silent."""
    if at > now + AHEAD_MS:
        raise m.Malformed(m.IN_FUTURE, code="impossible_time", field=name)
    if at < now - BACK_HOURS * 3_600_000:
        raise m.Malformed(m.TOO_LONG_AGO, code="impossible_time", field=name, hours=BACK_HOURS)


def is_near(deployment: Deployment, spot: Spot) -> bool:
    """Within the area or near its border."""
    south_west, north_east = deployment.profile.area.bounds
    low, high = (south_west.lat - BORDER, south_west.lon - BORDER), (north_east.lat + BORDER, north_east.lon + BORDER)
    return low[0] <= spot.lat <= high[0] and low[1] <= spot.lon <= high[1]
