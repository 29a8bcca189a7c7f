"""A small map as a drawing: the streets of the bundled area around one spot. North is up; greys that read by day and by night."""

from collections.abc import Iterator
from math import cos, radians

from alongside.core.travel import Spot
from alongside.library.areas.area import Area
from alongside.server.site.street_lines import read_lines

WIDTH, HEIGHT = 720, 360
METRES_WIDE = 2_400.0
METRES_PER_DEGREE = 111_320.0
WIDTHS = {"local": 2.0, "middle": 4.0, "major": 7.0}
STREET, NEED, UNIT = "#8b98a8", "#c62b24", "#1b5bb8"


def draw_map(area: Area, around: Spot, unit: Spot | None) -> str:
    """SVG with the need in the middle and the unit where it was last heard, at the edge where it is further away."""
    layers = ((layer, width) for layer, width in WIDTHS.items() if layer in area.streets)
    paths = [f'<path d="{"".join(_lay(area, layer, around))}" stroke-width="{width}"/>' for layer, width in layers]
    marks = [_unit_mark(*_inside(*_place(around, unit.lon / 1e6, unit.lat / 1e6)))] if unit else []
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<g fill="none" stroke="{STREET}" stroke-linecap="round" stroke-linejoin="round">{"".join(paths)}</g>'
        f"{''.join(marks)}{_need_mark()}{_scale()}</svg>"
    )


def _lay(area: Area, layer: str, around: Spot) -> Iterator[str]:
    """Path data of the lines that touch the drawing."""
    for line in read_lines(area.streets[layer]):
        placed = [_place(around, lon, lat) for lon, lat in line]
        if any(-40 < x < WIDTH + 40 and -40 < y < HEIGHT + 40 for x, y in placed):
            yield "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in placed)


def _place(around: Spot, lon: float, lat: float) -> tuple[float, float]:
    """Pixels of a point; the middle is ``around``."""
    scale = WIDTH / METRES_WIDE * METRES_PER_DEGREE
    x = (lon - around.lon / 1e6) * cos(radians(around.lat / 1e6)) * scale
    return WIDTH / 2 + x, HEIGHT / 2 - (lat - around.lat / 1e6) * scale


def _inside(x: float, y: float) -> tuple[float, float]:
    return min(max(x, 18.0), WIDTH - 18.0), min(max(y, 18.0), HEIGHT - 18.0)


def _need_mark() -> str:
    x, y = WIDTH / 2, HEIGHT / 2
    return f'<path d="M{x} {y - 17}l17 17l-17 17l-17 -17z" fill="{NEED}" stroke="#fff" stroke-width="4"/>'


def _unit_mark(x: float, y: float) -> str:
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="13" fill="{UNIT}" stroke="#fff" stroke-width="4"/>'


def _scale() -> str:
    length = WIDTH / METRES_WIDE * 500
    y = HEIGHT - 14
    return f'<path d="M14 {y}h{length:.0f}m0 -7v14m-{length:.0f} 0v-14" stroke="{STREET}" stroke-width="4" fill="none"/>'
