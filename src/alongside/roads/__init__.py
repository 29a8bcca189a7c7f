"""Road graphs and exact drive times; implements the core's ``Travel`` protocol. See package.md."""

from alongside.roads.opening import open_area
from alongside.roads.refused import RoadsRefused
from alongside.roads.travel import RoadTravel

__all__ = ["RoadTravel", "RoadsRefused", "open_area"]
