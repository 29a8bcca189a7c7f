"""Premise hazards: what crews should know of a place, who said so, and until when it counts."""

from alongside.core.geography.distance import metres_between
from alongside.core.state import Hazard
from alongside.core.travel import Spot
from alongside.server.site.coded import choices, word
from alongside.server.site.looking import Look
from alongside.server.site.rows import Row

DAY_MS = 86_400_000
REVIEWS = (30, 90, 180, 364)  # days; the core allows twelve months at most (privacy-rules.md, rule 8)


def list_hazards(seen: Look) -> list[Row]:
    """Those that stand, soonest review first."""
    standing = [one for one in seen.view.board.hazards if not one.withdrawn and one.spot is not None]
    return [_hazard(seen, one) for one in sorted(standing, key=lambda one: one.review_at)]


def _hazard(seen: Look, one: Hazard) -> Row:
    return {
        "id": one.id,
        "word": word("hazard", one.code),
        "source": seen.view.names.person(one.source) if one.source in seen.view.names.staff else word("source", one.source),
        "review_at": one.review_at,
        "lapsed": one.review_at <= seen.asking.now,
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
    return {
        "codes": choices("hazard"),
        "sources": choices("source", ("crew", "officer", "caller", "registry")),
        "spots": spots,
        "reviews": [{"at": seen.asking.now + days * DAY_MS, "days": days} for days in REVIEWS],
    }
