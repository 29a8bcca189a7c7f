"""Coordinates → microdegrees (WGS 84), from degrees, from a projection, or from a point written as text."""

from __future__ import annotations

import numpy as np
import polars as pl
import pyproj

from alongside.evaluate.history.mapping import Place
from alongside.evaluate.history.shape import flag

POINT = r"(-?\d+\.?\d*)[ ,]+(-?\d+\.?\d*)"


def read_place(frame: pl.DataFrame, place: Place | None) -> pl.DataFrame:
    """`lat`, `lon` (Int32 microdegrees, null where unknown or absurd) and `flags` of the rows of `frame`."""
    if place is None or not columns_of(place) <= set(frame.columns):
        nothing = pl.lit(None, pl.Int32)
        none = frame.with_columns(nothing.alias("lat"), nothing.alias("lon"), pl.lit(0, pl.UInt32).alias("flags"))
        return none.select("lat", "lon", "flags")
    degrees = project(frame.with_columns(*numbers(place), withheld(place)).select("lat", "lon", "withheld"), place)
    lat, lon = pl.col("lat"), pl.col("lon")
    told = lat.is_not_null() & lon.is_not_null()
    absurd = told & ~(lat.is_between(-90, 90) & lon.is_between(-180, 180) & ~((lat.abs() < 0.001) & (lon.abs() < 0.001)))
    kept = told & ~absurd
    flags = flag(absurd, "coordinate_absurd") | flag(pl.col("withheld"), "place_withheld") | flag(kept & far(place), "coordinate_far")
    return degrees.select(micro(kept, "lat"), micro(kept, "lon"), flags.alias("flags"))


def columns_of(place: Place) -> set[str]:
    return {column for column in (place.lat, place.lon, place.point) if column}


def numbers(place: Place) -> list[pl.Expr]:
    if place.point:
        parts = pl.col(place.point).str.extract_groups(POINT)
        return [parts.struct.field(group).cast(pl.Float64).alias(name) for group, name in (("1", "lat"), ("2", "lon"))]
    pairs = ((place.lat or "", "lat"), (place.lon or "", "lon"))
    return [pl.col(column).str.strip_chars().cast(pl.Float64, strict=False).alias(name) for column, name in pairs]


def withheld(place: Place) -> pl.Expr:
    column = place.lat or place.point or ""
    return (pl.col(column).str.strip_chars().is_in(list(place.withheld)) if place.withheld else pl.lit(False)).alias("withheld")


def project(frame: pl.DataFrame, place: Place) -> pl.DataFrame:
    """Projected metres or feet → degrees; `lat` holds northing and `lon` easting until then."""
    if place.epsg in (None, 4326):
        return frame
    turn = pyproj.Transformer.from_crs(place.epsg, 4326, always_xy=True)
    east, north = (frame.get_column(name).fill_null(np.nan).to_numpy() for name in ("lon", "lat"))
    zero = (east == 0) & (north == 0)
    lon, lat = turn.transform(east, north)
    lon, lat = (np.where(zero, 0.0, side) for side in (lon, lat))
    known = frame.get_column("lat").is_not_null() & frame.get_column("lon").is_not_null()
    solved = pl.DataFrame({"lat": lat, "lon": lon, "withheld": frame.get_column("withheld"), "known": known})
    return solved.with_columns(pl.when("known").then(pl.col(name)).alias(name) for name in ("lat", "lon")).drop("known")


def far(place: Place) -> pl.Expr:
    if place.box is None:
        return pl.lit(False)
    south, west, north, east = place.box
    return ~(pl.col("lat").is_between(south, north) & pl.col("lon").is_between(west, east))


def micro(kept: pl.Expr, name: str) -> pl.Expr:
    return pl.when(kept).then((pl.col(name) * 1_000_000).round().cast(pl.Int32, strict=False)).alias(name)
