"""Small drawings for the report, as inline SVG with a text that says the same."""

from collections.abc import Mapping, Sequence
from math import cos, radians, sqrt
from typing import Any

WIDTH, HEIGHT = 480, 150
MAP_WIDTH = 480


def draw_hours(counts: Sequence[int]) -> str:
    """Bars of calls by local hour."""
    most = max([*counts, 1])
    wide = WIDTH / 24
    bars = "".join(
        f"<rect x='{hour * wide + 2:.1f}' y='{HEIGHT - 22 - 110 * count / most:.1f}' width='{wide - 4:.1f}' "
        f"height='{110 * count / most:.1f}'/>"
        for hour, count in enumerate(counts)
    )
    words = "".join(f"<text x='{hour * wide + wide / 2:.1f}' y='{HEIGHT - 6}'>{hour}</text>" for hour in range(0, 24, 3))
    told = ", ".join(f"{hour}: {count}" for hour, count in enumerate(counts) if count)
    return (
        f"<figure><svg viewBox='0 0 {WIDTH} {HEIGHT}' role='img' aria-label='Calls by local hour. {told}'>{bars}"
        f"<text class='left' x='2' y='12'>{most}</text>{words}</svg><figcaption>Calls taken by local hour</figcaption></figure>"
    )


def draw_map(places: Mapping[str, Any]) -> str:
    """Where calls were taken to be, and the posts the crews left from; north is up."""
    calls, posts = places["calls"], places["posts"]
    every = [(lat, lon) for lat, lon, *_ in (*calls, *posts)]
    if not every:
        return ""
    shrink = cos(radians(every[0][0]))
    low_lat, high_lat = min(lat for lat, _ in every), max(lat for lat, _ in every)
    low_lon, high_lon = min(lon for _, lon in every), max(lon for _, lon in every)
    scale = (MAP_WIDTH - 40) / max((high_lon - low_lon) * shrink, 0.01)
    height = (high_lat - low_lat) * scale + 40

    def at(lat: float, lon: float) -> tuple[float, float]:
        return 20 + (lon - low_lon) * shrink * scale, height - 20 - (lat - low_lat) * scale

    dots = "".join("<circle cx='{:.1f}' cy='{:.1f}' r='{:.1f}'/>".format(*at(lat, lon), 3 + 3 * sqrt(count)) for lat, lon, count in calls)
    squares = "".join(
        "<rect class='post' x='{:.1f}' y='{:.1f}' width='9' height='9'/>".format(*(each - 4.5 for each in at(*post))) for post in posts
    )
    return (
        f"<figure><svg class='map' viewBox='0 0 {MAP_WIDTH} {height:.0f}' role='img' "
        f"aria-label='{len(calls)} places of calls, {len(posts)} posts'>{dots}{squares}</svg>"
        "<figcaption>Circles: calls, by the middle of their beat. Squares: posts of the program (modelled).</figcaption></figure>"
    )
