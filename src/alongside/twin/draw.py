"""Dice that depend on nothing but what is asked: (seed, entity, purpose, n) always gives the same number, in any order, on any machine."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from math import exp, log
from statistics import NormalDist

NORMAL = NormalDist()
Quantiles = Sequence[tuple[float, float]]  # (share of cases, value), both rising


class Dice:
    """One world's dice. ``entity`` is whom the draw is for, ``purpose`` what for, ``n`` the how-manieth of that purpose."""

    __slots__ = ("seed",)

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def uniform(self, entity: str, purpose: str, n: int = 0) -> float:
        """Between 0 and 1, neither included; 53 bits of a keyed hash of the counter."""
        counter = f"{self.seed}\x1f{entity}\x1f{purpose}\x1f{n}".encode()
        bits = int.from_bytes(blake2b(counter, digest_size=8).digest(), "big") >> 11
        return (bits + 0.5) / 2**53

    def happens(self, chance: float, entity: str, purpose: str, n: int = 0) -> bool:
        """Whether something of this chance (0 to 1) happens."""
        return self.uniform(entity, purpose, n) < chance

    def exponential(self, mean: float, entity: str, purpose: str, n: int = 0) -> float:
        """Waiting time of this mean."""
        return -mean * log(self.uniform(entity, purpose, n))

    def lognormal(self, median: float, sigma: float, entity: str, purpose: str, n: int = 0) -> float:
        """Lognormal by its median and the standard deviation of its logarithm."""
        return median * exp(sigma * NORMAL.inv_cdf(self.uniform(entity, purpose, n)))

    def quantile(self, points: Quantiles, entity: str, purpose: str, n: int = 0) -> float:
        """From an empirical distribution, straight between its known quantiles; never below the first nor above the last."""
        return at_share(points, self.uniform(entity, purpose, n))

    def choose(self, weights: Mapping[str, float], entity: str, purpose: str, n: int = 0) -> str:
        """One of the names, by weight. Raises ``ValueError`` where no weight is above 0."""
        whole = sum(weights.values())
        if whole <= 0:
            raise ValueError(f"nothing to choose from for {purpose}")
        left = self.uniform(entity, purpose, n) * whole
        for name, weight in weights.items():
            left -= weight
            if left < 0:
                return name
        return next(name for name in reversed(tuple(weights)) if weights[name] > 0)

    def pick(self, among: Sequence[str], entity: str, purpose: str, n: int = 0) -> str:
        """One of them, each as likely."""
        return among[int(self.uniform(entity, purpose, n) * len(among))]

    def count(self, mean: float, entity: str, purpose: str, n: int = 0) -> int:
        """A Poisson count of this mean, by inversion (exact to float64; for means below some hundreds)."""
        left, found, share = self.uniform(entity, purpose, n), 0, exp(-mean)
        while left > share and found < 10_000:
            left -= share
            found += 1
            share *= mean / found
        return found

    def name(self, entity: str, purpose: str, n: int = 0) -> str:
        """An opaque id of 20 hexadecimal digits."""
        return blake2b(f"{self.seed}\x1f{entity}\x1f{purpose}\x1f{n}\x1fid".encode(), digest_size=10).hexdigest()


def at_share(points: Quantiles, share: float) -> float:
    """The value below which this share of cases lies."""
    below = points[0]
    for above in points:
        if share <= above[0]:
            if above[0] == below[0]:
                return above[1]
            return below[1] + (above[1] - below[1]) * (share - below[0]) / (above[0] - below[0])
        below = above
    return below[1]
