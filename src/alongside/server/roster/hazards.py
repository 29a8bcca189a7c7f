"""Premise hazards: what crews should know of a place, who said so, and until when it counts."""

from alongside.core.geography.distance import metres_between
from alongside.core.state import Hazard
from alongside.core.travel import Spot
from alongside.server.site import safety
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row


def list_hazards(seen: Look) -> list[Row]:
    """Those that stand, soonest review first."""
    standing = [one for one in seen.view.board.hazards if not one.withdrawn and one.spot is not None]
    return [_hazard(seen, one) for one in sorted(standing, key=lambda one: one.review_at)]


def _hazard(seen: Look, one: Hazard) -> Row:
    return {
        **safety.hazard_row(seen.view.names, one, seen.asking.now),
        "near": _near(seen, one.spot) if one.spot else "",
        "spot": f"{one.spot.lat / 1e6:.5f}, {one.spot.lon / 1e6:.5f}" if one.spot else "",
    }


def _near(seen: Look, spot: Spot) -> str:
    """The neighbourhood people would name."""
    area = seen.deployment.profile.area
    nearest = min(area.neighbourhoods, key=lambda one: metres_between(one.spot, spot), default=None)
    return nearest.label if nearest and metres_between(nearest.spot, spot) < 2 * nearest.radius_m else ""


def hazard_form(seen: Look) -> Row:
    """What the form offers: codes, places of open incidents, review dates."""
    incidents = [seen.view.board.incidents.find(id) for id in seen.view.board.open_incidents]
    spots = [{"number": one.number, "spot": f"{one.spot.lat / 1e6},{one.spot.lon / 1e6}"} for one in incidents if one and one.spot]
    return {**safety.hazard_form(seen.asking.now), "spots": spots}
