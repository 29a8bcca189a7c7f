"""p-median: which p posts make the mean way to whoever calls shortest. Exact, and a good answer at once.

First posts by greedy choice and exchange (Teitz & Bart 1968), each exchange weighed for all posts together (Whitaker 1983). Then a bound
from below (Lagrange multipliers by subgradient: Cornuéjols, Fisher & Nemhauser 1977); where both meet, the answer is proved. Where not,
posts that cannot be in a better answer are left out by their reduced cost, and the rest is solved as an integer program by radii
(Elloumi 2010) with HiGHS, which scipy carries.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from alongside.twin.posts.refused import Unsolved

ROUNDS = 1_500
STARTS = 60  # exchanges begun from what the bound has open
CLOSE = 1e-7


@dataclass(frozen=True)
class Posts:
    """``chosen``: the posts, ascending. ``cost``: weight × way, summed. ``bound``: nothing can cost less; equal to ``cost``: proved."""

    chosen: tuple[int, ...]
    cost: float
    bound: float

    @property
    def is_proved(self) -> bool:
        """Whether no other choice can be better."""
        return self.cost - self.bound <= CLOSE * max(1.0, abs(self.cost))


def p_median(way: np.ndarray, posts: int, seconds: float = 60) -> Posts:
    """The best ``posts`` columns of ``way``, shape (callers, posts): weight × way of each caller to each post, not negative.

    Raises `Unsolved` for a number of posts that cannot be. What ``seconds`` of the integer program do not prove is returned unproved.
    """
    way = np.asarray(way, dtype=float)
    if not 1 <= posts <= way.shape[1]:
        raise Unsolved(f"{posts} posts cannot be chosen out of {way.shape[1]}")
    if not np.isfinite(way).all() or (way < 0).any():
        raise Unsolved("every way must be a number that is not negative; leave out places nobody can reach")
    chosen, cost = exchange(way, greedy(way, posts))
    bound, reduced, chosen, cost = lagrange(way, posts, Posts(chosen, cost, 0.0))
    if (way == np.rint(way)).all():
        bound = float(np.ceil(bound - CLOSE * max(1.0, abs(cost))))
    found = Posts(chosen, cost, min(bound, cost))
    return found if found.is_proved else by_radius(way, posts, found, reduced <= cost - bound + CLOSE * cost, seconds)


def greedy(way: np.ndarray, posts: int) -> list[int]:
    """One post after the other, each the one that shortens most."""
    best, chosen = np.full(len(way), np.inf), list[int]()
    for _ in range(posts):
        costs = np.minimum(way, best[:, None]).sum(axis=0)
        costs[chosen] = np.inf
        chosen.append(int(costs.argmin()))
        best = np.minimum(best, way[:, chosen[-1]])
    return chosen


def exchange(way: np.ndarray, chosen: list[int]) -> tuple[tuple[int, ...], float]:
    """Swap one post for another as long as that shortens; the best swap each time."""
    chosen, rows = list(chosen), np.arange(len(way))
    while len(chosen) < way.shape[1]:
        near = way[:, chosen]
        order = near.argpartition(min(1, len(chosen) - 1), axis=1)[:, :2]
        first = near[rows, order[:, 0]]
        second = near[rows, order[:, 1]] if len(chosen) > 1 else np.full(len(way), np.inf)
        gain = np.maximum(first[:, None] - way, 0)
        loss = np.minimum(way, second[:, None]) - np.minimum(way, first[:, None])  # if the nearest post goes and this one comes
        lost = np.zeros((len(chosen), way.shape[1]))
        np.add.at(lost, order[:, 0], loss)
        change = lost - gain.sum(axis=0)
        change[:, chosen] = np.inf
        out, new = np.unravel_index(int(change.argmin()), change.shape)
        if change[out, new] >= -CLOSE * max(1.0, float(first.sum())):
            break
        chosen[int(out)] = int(new)
    return tuple(sorted(chosen)), float(way[:, chosen].min(axis=1).sum())


def lagrange(way: np.ndarray, posts: int, known: Posts) -> tuple[float, np.ndarray, tuple[int, ...], float]:
    """(a bound from below, by how much it would rise were each post in the answer: shape (posts,), the best posts met, their cost)."""
    prices, step, best, stale = np.sort(way, axis=1)[:, : min(2, way.shape[1])].mean(axis=1), 2.0, -np.inf, 0
    chosen, cost, rises, tried = known.chosen, known.cost, np.zeros(way.shape[1]), set[tuple[int, ...]]()
    for _ in range(ROUNDS):
        worth = np.minimum(way - prices[:, None], 0).sum(axis=0)
        order = worth.argsort(kind="stable")
        open_now = tuple(sorted(order[:posts].tolist()))
        bound = float(prices.sum() + worth[order[:posts]].sum())
        stale += 1
        if bound > best + 1e-9 * max(1.0, cost):
            best, stale, rises = bound, 0, np.maximum(worth - worth[order[posts - 1]], 0)
        if open_now not in tried and len(tried) < STARTS:
            tried.add(open_now)
            chosen, cost = min((chosen, cost), exchange(way, list(open_now)), key=lambda one: one[1])
        if stale == 20:
            step, stale = step / 2, 0
        slope = 1.0 - (way[:, order[:posts]] < prices[:, None]).sum(axis=1)
        length = float(slope @ slope)
        if length == 0 or cost - best < 0.5 * CLOSE or step < 1e-5:
            break
        prices = prices + step * (1.02 * cost - bound) / length * slope
    return best, rises, chosen, cost


def by_radius(way: np.ndarray, posts: int, known: Posts, kept: np.ndarray, seconds: float) -> Posts:
    """The integer program over the posts that are ``kept``; what is known already bounds it."""
    keep = np.flatnonzero(kept)
    costs, rows, least = radii(way[:, keep], posts)
    free = rows.shape[1] - len(keep)
    found = milp(
        costs,
        constraints=[
            LinearConstraint(rows, least, np.inf),
            LinearConstraint(csr_array(np.r_[np.ones(len(keep)), np.zeros(free)][None]), posts, posts),
        ],
        integrality=np.r_[np.ones(len(keep)), np.zeros(free)].astype(int),
        bounds=Bounds(0, 1),
        options={"time_limit": seconds, "mip_rel_gap": 0},
    )
    shortest = float(way[:, keep].min(axis=1).sum())
    bound = max(known.bound, min(known.cost, shortest + float(found.mip_dual_bound))) if found.mip_dual_bound is not None else known.bound
    if found.x is None:
        return Posts(known.chosen, known.cost, bound)
    chosen = tuple(keep[found.x[: len(keep)] > 0.5].tolist())
    cost = float(way[:, chosen].min(axis=1).sum())
    return Posts(chosen, cost, min(bound, cost)) if cost <= known.cost else Posts(known.chosen, known.cost, bound)


def radii(way: np.ndarray, posts: int) -> tuple[np.ndarray, csr_array, np.ndarray]:
    """Columns: posts, then for each caller and each step of its ways one that is 1 where no post lies that near. A caller's way is the
    sum of the steps it must go; with ``posts`` of all, the farthest ``posts`` − 1 ways never count."""
    costs, rows, columns, values, least = (
        [np.zeros(way.shape[1])],
        list[np.ndarray](),
        list[np.ndarray](),
        list[np.ndarray](),
        list[float](),
    )
    column = way.shape[1]
    for ways in way:
        steps = np.unique(np.sort(ways)[: len(ways) - posts + 1])
        costs.append(np.diff(steps))
        for at, reach in enumerate(steps[:-1]):
            here = np.flatnonzero(ways == reach)
            before = [column - 1] if at else []
            rows.append(np.full(len(here) + 1 + len(before), len(least)))
            columns.append(np.r_[here, column, before].astype(int))
            values.append(np.r_[np.ones(len(here) + 1), [-1.0] * len(before)])
            least.append(0.0 if at else 1.0)
            column += 1
    shape = (len(least), column)
    matrix = (
        csr_array((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=shape) if least else csr_array(shape)
    )
    return np.concatenate(costs), matrix, np.array(least)
