"""Where teams can wait in a planning world, and which of its programs can be tried."""

from alongside.core.travel import Spot
from alongside.server.plan.board.words import place_name
from alongside.server.site.deployment import get_deployment
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.today.places import nearest


def list_posts(world: PlanningWorld) -> dict[int, str]:
    """Place by index: the posts of the area, each at the place nearest to it."""
    spots = tuple(Spot(*place) for place in world.places)
    found = {nearest(spots, post.spot): post.label for post in get_deployment().profile.area.posts}
    return dict(sorted(found.items(), key=lambda one: one[1])) or {0: place_name(world, 0)}
