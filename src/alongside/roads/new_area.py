"""A new area from an OpenStreetMap PBF: its derived files, and data files for people to fill in."""

from pathlib import Path

import numpy as np

from alongside.core.travel import Spot
from alongside.library.areas import Area, load_area
from alongside.library.areas.fields import ID
from alongside.library.areas.load import HERE
from alongside.roads.area_texts import area_files
from alongside.roads.build_area import write_derived
from alongside.roads.graph import RoadGraph
from alongside.roads.osm import read_pbf
from alongside.roads.refused import RoadsRefused
from alongside.roads.speeds import read_speeds, weigh

MARGIN = 1_000  # microdegrees, about 100 m


def build_area(pbf: Path, name: str, into: Path, title: str = "", zone: str = "") -> Area:
    """Write the folder ``into`` for the streets of a PBF and load it as an area. Existing hand-made files are kept.

    Raises ``RoadsRefused`` for a file that cannot be used, a wrong name or an unknown zone.
    """
    if not ID.fullmatch(name):
        raise RoadsRefused(f"“{name}” cannot name an area: use small letters and digits joined by hyphens, such as port-angeles.")
    speeds = read_speeds(HERE / "speeds.yaml")
    streets = read_pbf(pbf, speeds.by_class)
    graph = weigh(streets, speeds)
    around = streets.bounds(MARGIN)
    written = area_files(name, title, zone, around, middle(graph))
    write_derived(streets, into)
    for file, text in written.items():
        if not (into / file).exists():
            (into / file).write_text(text, encoding="utf-8")
    return load_area(into)


def middle(graph: RoadGraph) -> Spot:
    """The node nearest the median of all: inside the town, wherever the extract was cut."""
    node = int(np.argmin(np.abs(graph.lat - np.median(graph.lat)) + np.abs(graph.lon - np.median(graph.lon))))
    return Spot(int(graph.lat[node]), int(graph.lon[node]))
