"""Small roads to tell stories on, and the real ones where their data is."""

import os
from pathlib import Path

import numpy as np
import pytest

from alongside.library.areas import Area, load_area
from alongside.library.areas.load import HERE
from alongside.roads import RoadTravel, open_area
from alongside.roads.speeds import Speeds, read_speeds
from alongside.roads.streets import Streets

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def area() -> Area:
    return load_area("salt-lake-city")


@pytest.fixture(scope="session")
def travel(area: Area, tmp_path_factory: pytest.TempPathFactory) -> RoadTravel:
    return open_area(area, tmp_path_factory.mktemp("orders"))


@pytest.fixture(scope="session")
def speeds() -> Speeds:
    return read_speeds(HERE / "speeds.yaml")


@pytest.fixture
def square() -> Streets:
    """Corners 0-1-2-3-0 some 1.1 km apart: 0-1 is one-way, 2-3 a motorway, 3-0 has a posted limit; 4 hangs off 2 by a path."""
    columns = (
        [40_000_000, 40_010_000, 40_010_000, 40_000_000, 40_020_000],
        [-100_000_000, -100_000_000, -99_987_000, -99_987_000, -99_987_000],
        [0, 1, 2, 3, 2],
        [1, 2, 3, 0, 4],
        [111_000, 111_000, 111_000, 111_000, 111_000],
        [2, 2, 0, 2, 1],
        [1, 0, 0, 0, 0],
        [0, 0, 0, 100, 0],
        [0, 1, -1, 0, -1],
    )
    kinds, names = ("motorway", "path", "residential"), ("First Street", "Second Street")
    return Streets(*(np.array(column, dtype=np.int32) for column in columns), kinds, names)


@pytest.fixture(scope="session")
def helsinki() -> Path:
    path = ROOT.parent / "shared/data/road_networks_from_packages/Helsinki.osm.pbf"
    if not path.is_file():
        pytest.skip("shared/data/road_networks_from_packages/Helsinki.osm.pbf is not here")
    return path


@pytest.fixture(scope="session")
def sdist() -> Path:
    """neatnet 0.1.6's source package: ALONGSIDE_NEATNET_SDIST, or in the tools' cache."""
    given = os.environ.get("ALONGSIDE_NEATNET_SDIST")
    path = Path(given) if given else ROOT / ".tools/neatnet-0.1.6.tar.gz"
    if not path.is_file():
        how = "pip download --no-binary :all: --no-deps neatnet==0.1.6, then set ALONGSIDE_NEATNET_SDIST"
        pytest.skip(f"neatnet-0.1.6.tar.gz is not here: {how}")
    return path
