"""Need not met, by place, as a map of our own: main streets in pale lines, a ring for what the plan is compared with, the plan's filled."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sqrt
from pathlib import Path

from django.utils.translation import gettext as _

from alongside.server.plan.board.drawing import Place, list_places
from alongside.server.plan.figures import say
from alongside.server.site.deployment import get_deployment
from alongside.server.site.street_lines import read_lines
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.whatif.told import Found

WIDTH, LEAST_HEIGHT = 640, 320
EDGE = 36  # left free around the outermost place, so that its circle is whole
LARGEST = 30.0  # radius of the greatest need
LEAST_SPAN = 20_000  # microdegrees: a world of one place is not drawn as one crossing
LAYERS = ("major", "middle")  # local streets would weigh more than they tell at this scale
Spots = tuple[tuple[int, int], ...]  # latitude, longitude in microdegrees


@dataclass(frozen=True)
class Frame:
    """What part of the earth is drawn: the middle, pixels a degree north, and the height; north is up."""

    lat: float
    lon: float
    scale: float
    height: int

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels of a point in degrees."""
        return WIDTH / 2 + (lon - self.lon) * cos(radians(self.lat)) * self.scale, self.height / 2 - (lat - self.lat) * self.scale


@dataclass(frozen=True)
class Mark:
    """One place: the radius of the ring and of the plan's filled circle, and both in words."""

    x: float
    y: float
    ring: float
    disc: float
    says: str


@dataclass(frozen=True)
class PlaceMap:
    """The drawing; ``largest`` is what the greatest circle stands for, calls a week."""

    streets: tuple[tuple[str, str], ...]  # layer, SVG path
    marks: tuple[Mark, ...]
    largest: str
    attribution: str
    height: int
    width: int = WIDTH


def draw_places(found: Found, world: PlanningWorld, beside: str) -> PlaceMap | None:
    """``beside``: what the ring is of. None where every need was met in both."""
    places = list_places(found, world)
    if not places:
        return None
    area, frame = get_deployment().profile.area, frame_of(tuple(world.places))
    streets = tuple((layer, lay(area.streets[layer], frame)) for layer in LAYERS if layer in area.streets)
    drawn = tuple((layer, path) for layer, path in streets if path)
    most = max(one.most for one in places)
    marks = tuple(mark(one, world.places[one.at], frame, most, beside) for one in places)
    return PlaceMap(drawn, marks, say(most, 2), area.attribution if drawn else "", frame.height)


def mark(one: Place, spot: Sequence[int], frame: Frame, most: float, beside: str) -> Mark:
    """Areas, not radii, are as the need: twice the need is not four times the ink."""
    x, y = frame.place(spot[1] / 1e6, spot[0] / 1e6)
    ring, disc = (round(LARGEST * sqrt(value / most), 1) for value in (one.before, one.after))
    says = _("%(place)s · %(beside)s %(today)s · This plan %(plan)s") % {
        "place": one.label, "beside": beside, "today": one.today, "plan": one.plan
    }  # fmt: skip
    return Mark(round(x, 1), round(y, 1), ring, disc, says)


@lru_cache(maxsize=8)
def frame_of(places: Spots) -> Frame:
    """All places of a world, whichever of them have need: the map of another plan is the same map."""
    south, north = span(lat for lat, _lon in places)
    west, east = span(lon for _lat, lon in places)
    lat, room = (south + north) / 2e6, WIDTH - 2 * EDGE
    wide = (east - west) / 1e6 * cos(radians(lat))
    scale = room / max(wide, (north - south) / 1e6)  # no higher than wide
    height = max(LEAST_HEIGHT, round((north - south) / 1e6 * scale) + 2 * EDGE)
    return Frame(lat, (west + east) / 2e6, scale, height)


def span(values: Iterable[int]) -> tuple[int, int]:
    known = list(values)
    low, high = min(known), max(known)
    more = max(0, LEAST_SPAN - (high - low)) // 2
    return low - more, high + more


@lru_cache(maxsize=8)
def lay(path: Path, frame: Frame) -> str:
    """Path data of the lines of a layer that touch the drawing, whole pixels, each step from the one before: a third of the length."""
    return "".join(part for line in read_lines(path) if (part := draw_line([frame.place(*point) for point in line], frame.height)))


def draw_line(points: Sequence[tuple[float, float]], height: int) -> str:
    if not any(0 <= x <= WIDTH and 0 <= y <= height for x, y in points):
        return ""
    (x, y), *steps = steps_of([(round(x), round(y)) for x, y in points])
    return f"M{x} {y}l" + " ".join(f"{dx} {dy}" for dx, dy in steps) if steps else ""


def steps_of(points: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The first point, then how far each next one is; those that fall on the same pixel are left out."""
    x, y = points[0]
    yield x, y
    for next_x, next_y in points[1:]:
        if (next_x, next_y) != (x, y):
            yield next_x - x, next_y - y
        x, y = next_x, next_y
