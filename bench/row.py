"""One row of a benchmark: what was measured, beside its peer on the same run, data and durability."""

from typing import TypedDict

PLAIN = ("bench", "measure", "ours", "peer", "peer_name", "ratio", "floor", "kept")


class Row(TypedDict, total=False):
    """``ratio``: how many times better ours is; ``floor``: the promise; ``kept``: None, with a reason, where nothing was measured."""

    bench: str
    measure: str
    ours: float | None
    peer: float | None
    peer_name: str
    ratio: float | None
    floor: float | None
    kept: bool | None
    reason: str
    unit: str


def higher_is_better(bench: str, measure: str, ours: float, peer: float, peer_name: str, floor: float, unit: str = "") -> Row:
    """A rate beside its peer's: kept when ours is at least ``floor`` times the peer's."""
    return compared(bench, measure, ours, peer, peer_name, ours / peer, floor, unit)


def lower_is_better(bench: str, measure: str, ours: float, peer: float, peer_name: str, floor: float, unit: str = "") -> Row:
    """A time beside its peer's: kept when the peer takes at least ``floor`` times as long."""
    return compared(bench, measure, ours, peer, peer_name, peer / ours, floor, unit)


def at_least(bench: str, measure: str, ours: float, limit: float, unit: str = "") -> Row:
    """A promise without a peer: kept when ours reaches ``limit``."""
    return compared(bench, measure, ours, limit, "the promise itself", ours / limit, 1.0, unit)


def at_most(bench: str, measure: str, ours: float, limit: float, unit: str = "") -> Row:
    """A promise without a peer: kept when ours stays within ``limit``. Nothing at all (0) counts as twice as good."""
    return compared(bench, measure, ours, limit, "the promise itself", limit / ours if ours else 2.0, 1.0, unit)


def compared(bench: str, measure: str, ours: float, peer: float, peer_name: str, ratio: float, floor: float, unit: str) -> Row:
    """A measured row, rounded for reading; whether it is kept is decided before rounding."""
    shown = [float(f"{value:.4g}") for value in (ours, peer, ratio)]
    return {
        "bench": bench, "measure": measure, "ours": shown[0], "peer": shown[1], "peer_name": peer_name,
        "ratio": shown[2], "floor": floor, "kept": ratio >= floor, "unit": unit,
    }  # fmt: skip


def not_measured(bench: str, measure: str, reason: str) -> Row:
    """A row for a promise that could not be measured here, and why."""
    empty: Row = {"ours": None, "peer": None, "peer_name": "", "ratio": None, "floor": None, "kept": None}
    return {"bench": bench, "measure": measure, **empty, "reason": reason}
