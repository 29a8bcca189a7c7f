"""Where calls of a history were: its own coordinates where they can be trusted, else the middle of its beat."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import polars as pl

from alongside.core.geography.distance import metres_between
from alongside.core.travel import Spot
from alongside.evaluate.history.importing import import_cad
from alongside.evaluate.history.shape import has
from alongside.server.replay.sources import Source

FEWEST = 5  # geocoded calls a beat needs before its middle means anything
TRUSTED_M = 2_000  # a coordinate this near its beat's middle is believed whatever the spread
SPREADS = 4  # else within this many median distances


@dataclass(frozen=True)
class Beats:
    """Beats by their robust middle: the medians of latitude and longitude, which a quarter of wrong geocodes hardly moves."""

    middles: Mapping[str, Spot]
    spread_m: Mapping[str, int]  # median distance of the beat's own calls from its middle
    calls: Mapping[str, int]
    coordinates: Mapping[str, Spot]  # trusted ones, by call number
    doubted: int  # coordinates too far from their beat's middle to be believed

    def place(self, row: Mapping[str, Any]) -> tuple[Spot | None, int, str]:
        """(spot, uncertainty in metres, how): ``geocoded``, ``beat`` or ``unknown``."""
        own = self.coordinates.get(row["source_id"])
        if own is not None:
            return own, 100, "geocoded"
        beat = row["beat"] or ""
        if beat in self.middles:
            return self.middles[beat], max(200, self.spread_m[beat]), "beat"
        return None, 0, "unknown"


def read_beats(source: Source, file: Path, work: Path) -> Beats:
    """Middles and trusted coordinates from the geocoded subset. Coordinates off the mapping's box are left out."""
    import_cad(file, source.geocoded_mapping, work)
    known = pl.col("lat").is_not_null() & pl.col("lon").is_not_null() & ~has("coordinate_far") & ~has("coordinate_absurd")
    frame = pl.read_parquet(work / "calls.parquet").filter(known & pl.col("beat").is_not_null())
    spots: dict[str, list[tuple[str, Spot]]] = {}
    for number, beat, lat, lon in frame.select("source_id", "beat", "lat", "lon").iter_rows():
        spots.setdefault(beat, []).append((number, Spot(lat, lon)))
    enough = {beat: found for beat, found in spots.items() if len(found) >= FEWEST and beat not in ("-1", "999")}
    middles = {beat: _middle([spot for _, spot in found]) for beat, found in enough.items()}
    spread = {beat: round(median(metres_between(middles[beat], spot) for _, spot in found)) for beat, found in enough.items()}
    trusted = {
        number: spot
        for beat, found in enough.items()
        for number, spot in found
        if metres_between(middles[beat], spot) <= max(TRUSTED_M, SPREADS * spread[beat])
    }
    counts = {beat: len(found) for beat, found in enough.items()}
    return Beats(middles, spread, counts, trusted, sum(counts.values()) - len(trusted))


def _middle(spots: list[Spot]) -> Spot:
    return Spot(round(median(spot.lat for spot in spots)), round(median(spot.lon for spot in spots)))
