"""The streets of the bundled area as lines, for the drawings that the server makes itself."""

import json
from functools import lru_cache
from pathlib import Path

Line = tuple[tuple[float, float], ...]  # (longitude, latitude) in degrees


@lru_cache(maxsize=8)
def read_lines(path: Path) -> tuple[Line, ...]:
    """Every line of a street layer."""
    features = json.loads(path.read_text())["features"]
    return tuple(tuple((lon, lat) for lon, lat in line) for feature in features for line in feature["geometry"]["coordinates"])
