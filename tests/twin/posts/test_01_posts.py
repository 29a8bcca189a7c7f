"""Posts: exact answers against every choice there is, proofs, and what cannot be."""

from itertools import combinations

import numpy as np
import pytest
from scipy.sparse.csgraph import floyd_warshall

from alongside.twin.posts.coverage import by_greed, most_covered
from alongside.twin.posts.median import Posts, by_radius, exchange, greedy, lagrange, p_median
from alongside.twin.posts.refused import Unsolved


def network(seed: int, nodes: int, arcs: int) -> np.ndarray:
    """Shortest ways between all nodes of a random road network of the OR-Library's p-median kind: a ring, and arcs of 1 to 100."""
    dice = np.random.default_rng(seed)
    ways = np.full((nodes, nodes), np.inf)
    ring = [(one, (one + 1) % nodes) for one in range(nodes)]
    for tail, head in [*ring, *(dice.integers(0, nodes, (arcs - nodes, 2)).tolist())]:
        ways[tail, head] = ways[head, tail] = dice.integers(1, 101)
    np.fill_diagonal(ways, 0)
    return np.asarray(floyd_warshall(ways))


def by_every_choice(way: np.ndarray, posts: int) -> float:
    return min(float(way[:, list(chosen)].min(axis=1).sum()) for chosen in combinations(range(way.shape[1]), posts))


@pytest.mark.parametrize("posts", [1, 2, 3, 5, 14])
@pytest.mark.parametrize("seed", range(4))
def test_01_it_finds_what_every_choice_finds(seed: int, posts: int) -> None:
    way = network(seed, 14, 24) * np.random.default_rng(seed).integers(1, 5, 14)[:, None]
    found = p_median(way, posts)
    assert found.is_proved
    assert found.cost == by_every_choice(way, posts)
    assert way[:, found.chosen].min(axis=1).sum() == found.cost


def test_02_ways_that_are_no_whole_numbers_and_more_callers_than_posts() -> None:
    dice = np.random.default_rng(7)
    way = dice.random((30, 9))
    found = p_median(way, 3)
    assert found.is_proved
    assert found.cost == pytest.approx(by_every_choice(way, 3), rel=1e-7)


@pytest.mark.parametrize(("seed", "posts"), [(1, 5), (6, 10), (3, 20), (4, 33)])
def test_03_a_hundred_nodes_are_proved(seed: int, posts: int) -> None:
    """As large as pmed1–5; what it says of them is in docs/figures.md."""
    way = network(seed, 100, 200)
    found = p_median(way, posts)
    assert found.is_proved
    assert found.cost <= exchange(way, greedy(way, posts))[1]


def test_04_the_bound_lies_below_and_the_first_answer_above() -> None:
    way = network(9, 16, 30)
    best = by_every_choice(way, 4)
    first = exchange(way, greedy(way, 4))[1]
    bound, rises, _chosen, found = lagrange(way, 4, Posts((), first, 0.0))
    assert bound <= best + 1e-6
    assert best <= found <= first
    assert (rises >= 0).all()


def test_05_a_post_is_left_out_only_if_no_better_answer_has_it() -> None:
    for seed in range(20):
        way = network(seed, 12, 22)
        first = exchange(way, greedy(way, 3))[1]
        bound, rises, _chosen, first = lagrange(way, 3, Posts((), first, 0.0))
        for left_out in np.flatnonzero(bound + rises > first + 1e-6).tolist():
            with_it = min(
                float(way[:, [left_out, *two]].min(axis=1).sum()) for two in combinations([one for one in range(12) if one != left_out], 2)
            )
            assert with_it >= first


def test_06_impossible_questions_are_refused_in_a_sentence() -> None:
    way = network(1, 10, 20)
    unreachable = np.where(way > 50, np.inf, way)
    for wrong, posts, word in (
        (way, 0, "cannot be chosen"),
        (way, 11, "cannot be chosen"),
        (way - 5, 2, "negative"),
        (unreachable, 2, "number"),
    ):
        with pytest.raises(Unsolved, match=word):
            p_median(wrong, posts)
    with pytest.raises(Unsolved, match="cannot be chosen"):
        most_covered(way < 50, np.ones(10), 11)


def test_07_the_integer_program_alone_finds_the_same() -> None:
    for seed, posts in ((1, 2), (2, 4), (3, 9)):
        way = network(seed, 14, 24)
        worst = Posts(tuple(range(posts)), float(way[:, :posts].min(axis=1).sum()), 0.0)
        found = by_radius(way, posts, worst, np.ones(14, dtype=bool), 60)
        assert found.is_proved
        assert found.cost == by_every_choice(way, posts)


@pytest.mark.parametrize("seed", range(5))
def test_08_coverage_is_the_most_there_is(seed: int) -> None:
    reach, weight = network(seed, 14, 24) < 45, np.random.default_rng(seed).random(14)
    found = most_covered(reach, weight, 3)
    best = min(float(weight[~reach[:, list(chosen)].any(axis=1)].sum()) for chosen in combinations(range(14), 3))
    assert found.is_proved
    assert found.cost == pytest.approx(best)
    greed = by_greed(reach, weight, 3)
    assert weight.sum() - greed.cost >= (1 - np.exp(-1)) * (weight.sum() - best)


def test_09_greed_alone_is_not_enough() -> None:
    """Three villages: the middle post tempts, the two outer ones cover all."""
    reach = np.array([[1, 0, 1], [1, 0, 0], [1, 0, 1], [0, 1, 1], [0, 1, 0], [0, 1, 1]], dtype=bool)[:, [2, 0, 1]]
    weight = np.array([2.0, 1, 2, 2, 1, 2])
    assert by_greed(reach, weight, 2).cost > 0
    assert most_covered(reach, weight, 2).cost == 0
