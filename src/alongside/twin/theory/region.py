"""A region as queueing theory sees it: where calls come from, who is sent first, and how fast each unit is done."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from alongside.twin.theory.impossible import Impossible


@dataclass(frozen=True)
class Region:
    """``arrivals``: calls per unit of time, shape (J,) for J places. ``prefer``: shape (J, N), the units 0 … N−1 in the order in which
    they are sent to each place; the first idle one goes. ``service``: calls a unit finishes per unit of time while busy, shape (N,).
    ``queue``: calls that find nobody idle wait, first come first served; without it somebody else (police) takes them."""

    arrivals: np.ndarray
    prefer: np.ndarray
    service: np.ndarray
    queue: bool = True
    lists: dict[tuple[int, ...], float] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        for name, kind in (("arrivals", float), ("prefer", int), ("service", float)):
            object.__setattr__(self, name, np.asarray(getattr(self, name), dtype=kind))
        self.check()
        found: dict[tuple[int, ...], float] = {}
        for rate, units in zip(self.arrivals.tolist(), map(tuple, self.prefer.tolist()), strict=True):
            found[units] = found.get(units, 0.0) + rate
        object.__setattr__(self, "lists", found)

    @property
    def units(self) -> int:
        """N."""
        return len(self.service)

    @property
    def demand(self) -> float:
        """Calls per unit of time from everywhere."""
        return float(self.arrivals.sum())

    def check(self) -> None:
        """Raise `Impossible` with a sentence for what no region can be."""
        places, units = len(self.arrivals), len(self.service)
        if not units or not places:
            raise Impossible("a region needs at least one place and one unit")
        if self.prefer.shape != (places, units) or (np.sort(self.prefer, axis=1) != np.arange(units)).any():
            raise Impossible("each place must name every unit once, in the order in which they are sent")
        if not (np.isfinite(self.service).all() and (self.service > 0).all()):
            raise Impossible("each unit must finish calls at a rate above nothing")
        if not (np.isfinite(self.arrivals).all() and (self.arrivals >= 0).all() and self.arrivals.sum() > 0):
            raise Impossible("calls must come from somewhere, and nowhere at a negative rate")
        if self.queue and self.arrivals.sum() >= self.service.sum():
            done, come = self.service.sum(), self.arrivals.sum()
            raise Impossible(f"the units finish {done:g} calls per unit of time and {come:g} come: the queue would grow for ever")
