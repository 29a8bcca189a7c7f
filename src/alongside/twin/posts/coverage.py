"""Maximal coverage: which p posts reach most of those who call within a limit (Church & ReVelle 1974). Exact, by HiGHS in scipy."""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack

from alongside.twin.posts.median import CLOSE, Posts
from alongside.twin.posts.refused import Unsolved


def most_covered(reach: np.ndarray, weight: np.ndarray, posts: int, seconds: float = 60) -> Posts:
    """The ``posts`` columns of ``reach`` (callers × posts, true where in time) that cover most ``weight`` (callers,).

    ``cost`` of the answer is what stays uncovered, ``bound`` the least that must. Raises `Unsolved` for a number that cannot be.
    """
    reach, weight = np.asarray(reach, dtype=bool), np.asarray(weight, dtype=float)
    if not 1 <= posts <= reach.shape[1]:
        raise Unsolved(f"{posts} posts cannot be chosen out of {reach.shape[1]}")
    callers, sites = reach.shape
    rows = hstack([csr_array(reach.astype(float)), -eye_array(callers)])
    whole = csr_array(np.r_[np.ones(sites), np.zeros(callers)][None])
    found = milp(
        np.r_[np.zeros(sites), -weight],
        constraints=[LinearConstraint(rows, 0, np.inf), LinearConstraint(whole, posts, posts)],
        integrality=np.r_[np.ones(sites), np.zeros(callers)].astype(int),
        bounds=Bounds(0, 1),
        options={"time_limit": seconds, "mip_rel_gap": 0},
    )
    known = by_greed(reach, weight, posts)
    if found.x is None:
        return known
    chosen = tuple(np.flatnonzero(found.x[:sites] > 0.5).tolist())
    cost = float(weight[~reach[:, chosen].any(axis=1)].sum())
    bound = float(weight.sum()) + float(found.mip_dual_bound)
    best = Posts(chosen, cost, bound) if cost <= known.cost + CLOSE else Posts(known.chosen, known.cost, bound)
    return Posts(best.chosen, best.cost, min(best.bound, best.cost))


def by_greed(reach: np.ndarray, weight: np.ndarray, posts: int) -> Posts:
    """Each post the one that covers most of what is left; at least 63 % of the best coverage (Nemhauser, Wolsey & Fisher 1978)."""
    left, chosen = weight.copy(), list[int]()
    for _ in range(posts):
        gain = left @ reach
        gain[chosen] = -1
        chosen.append(int(gain.argmax()))
        left = np.where(reach[:, chosen[-1]], 0, left)
    return Posts(tuple(sorted(chosen)), float(left.sum()), 0.0)
