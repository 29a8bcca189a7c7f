"""The way as a strip, stretched where much happened: seconds at the door show beside days in a case. Shares are in percent."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from alongside.server.way.spans import Span

LEAST, WIDE_APART, APART = 0.6, 27.0, 10.0  # percent: the narrowest piece, and how far apart times are written on a phone and on a desk


class Bar(NamedTuple):
    """A piece of one row, from ``x`` over ``width`` percent."""

    x: str
    width: str
    span: Span


class Tick(NamedTuple):
    """A time below the strip; ``is_major`` where a phone has room for it too."""

    x: str
    at: int
    is_major: bool


def scale_of(spans: Sequence[Span], end: int) -> Mapping[int, float]:
    """Where each moment at which something changed stands, in percent; distances grow with the square root of time."""
    moments = sorted({moment for one in spans for moment in (one.since, end if one.until is None else one.until)})
    weights = [sqrt(after - before) for before, after in pairwise(moments)]
    whole = sum(weights) or 1.0
    least = LEAST / 100 * whole
    widths = [max(weight, least) for weight in weights]
    scale, x = {moments[0]: 0.0}, 0.0
    for moment, width in zip(moments[1:], widths, strict=True):
        x += width
        scale[moment] = x
    return {moment: 100 * at / (x or 1.0) for moment, at in scale.items()}


def bars(spans: Sequence[Span], scale: Mapping[int, float], end: int) -> list[list[Bar]]:
    """Rows in which nothing lies upon anything else."""
    rows: list[list[Bar]] = []
    ends: list[int] = []
    for one in sorted(spans, key=lambda span: span.since):
        until = end if one.until is None else one.until
        at = next((at for at, free in enumerate(ends) if free <= one.since), len(rows))
        if at == len(rows):
            rows.append([])
            ends.append(0)
        ends[at] = until
        rows[at].append(Bar(_percent(scale[one.since]), _percent(scale[until] - scale[one.since]), one))
    return rows


def ticks(moments: Sequence[int], scale: Mapping[int, float]) -> list[Tick]:
    """Times that have room."""
    found: list[Tick] = []
    last = last_major = -100.0
    for moment in moments:
        x = scale[moment]
        if x - last < APART or x > 100 - APART:
            continue
        is_major = x - last_major >= WIDE_APART
        found.append(Tick(_percent(x), moment, is_major))
        last, last_major = x, x if is_major else last_major
    return found


def _percent(share: float) -> str:
    return f"{share:.2f}%"
