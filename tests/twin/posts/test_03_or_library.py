"""Posts on the problems everybody compares themselves on: the OR-Library's pmed1 to pmed10, each proved to cost what is published."""

from pathlib import Path

import numpy as np
import pytest
from scipy.sparse.csgraph import floyd_warshall

from alongside.twin.posts.median import p_median

PUBLISHED = {1: 5819, 2: 4093, 3: 4250, 4: 3034, 5: 1355, 6: 7824, 7: 5631, 8: 4445, 9: 2734, 10: 1255}
EVERY_DAY = (1, 2, 3, 4, 5, 7)


def problem(number: int) -> tuple[np.ndarray, int]:
    """(shortest ways between all nodes, how many posts). The last of two edges between the same nodes counts, as its author says."""
    lines = (Path(__file__).parent / "or_library" / f"pmed{number}.txt").read_text().splitlines()
    (nodes, edges, posts), *arcs = [tuple(map(int, line.split())) for line in lines]
    assert len(arcs) == edges
    ways = np.full((nodes, nodes), np.inf)
    for one, other, length in arcs:
        ways[one - 1, other - 1] = ways[other - 1, one - 1] = length
    np.fill_diagonal(ways, 0)
    return np.asarray(floyd_warshall(ways)), posts


@pytest.mark.parametrize(
    "number", [number if number in EVERY_DAY else pytest.param(number, marks=pytest.mark.deep) for number in PUBLISHED]
)
def test_01_it_is_proved_to_cost_what_is_published(number: int) -> None:
    way, posts = problem(number)
    found = p_median(way, posts, seconds=300)
    assert found.is_proved
    assert found.cost == PUBLISHED[number]
    assert len(found.chosen) == posts
