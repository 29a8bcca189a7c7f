"""A city of Salt Lake City under the default program, and six hours of its life, run once."""

from pathlib import Path

import pytest

from alongside.library import load_program
from alongside.library.programs import Profile
from alongside.roads.opening import open_area
from alongside.roads.travel import RoadTravel
from alongside.twin.city import City
from alongside.twin.run import Told, run

MONDAY_NOON = 1_763_406_000_000  # 2025-11-17 12:00 in Salt Lake City
HOUR_MS = 3_600_000


@pytest.fixture(scope="session")
def profile() -> Profile:
    return load_program("tailored")


@pytest.fixture(scope="session")
def roads(profile: Profile, tmp_path_factory: pytest.TempPathFactory) -> RoadTravel:
    return open_area(profile.area, Path(tmp_path_factory.mktemp("roads")))


@pytest.fixture(scope="session")
def day(profile: Profile, roads: RoadTravel) -> tuple[Told, list[str]]:
    """A whole day, with every breach of the promise seen after any fact."""
    from tests.twin.promise import Promise

    promise = Promise()
    told = run(City(profile, roads, seed=7), MONDAY_NOON, MONDAY_NOON + 24 * HOUR_MS, 10_000, watch=promise)
    return told, promise.breaches
