"""The peer of `bench import`: the same cleaning written plainly in vectorised pandas, reading the same mappings.

Equal work: the same columns, times in UTC milliseconds with gaps and folds of daylight saving flagged, impossible orders,
microdegrees, absurd and far coordinates, dispositions to our codes, each distinct type judged once by the same rules, repeats and
later words found under the same total order. It holds everything in memory and writes no file, where ours is flat in memory
and writes Parquet: both differences are in the peer's favour."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from alongside.evaluate.history.classify import DECIDED, Classifier
from alongside.evaluate.history.dispositions import find_code, list_dispositions
from alongside.evaluate.history.mapping import Mapping, Text, Time
from alongside.evaluate.history.read_mapping import find_mapping
from alongside.evaluate.history.shape import FLAGS, ORDER, TEXTS


def import_pandas(path: Path, name: str) -> pd.DataFrame:
    """The file's calls, one row each, with the columns and flags that our importer gives them."""
    mapping = find_mapping(name)
    raw = pd.read_csv(path, dtype=str, usecols=lambda column: column in mapping.columns(), keep_default_na=False, na_values=[""])
    calls = pd.DataFrame({"row": np.arange(2, len(raw) + 2, dtype=np.uint32)})
    calls["source"], calls["file"] = name, path.name
    flags = np.zeros(len(raw), np.uint32)
    for text in (*TEXTS, "service"):
        if text in mapping.texts:
            calls[text] = read_text(raw, mapping.texts[text])
    for time, field in mapping.times.items():
        calls[time] = read_time(raw, field, mapping, flags)
    calls = calls[calls["received_at"].notna()].reset_index(drop=True)
    flags = flags[calls["row"].to_numpy() - 2]
    flag_order(calls, flags)
    read_place(raw, calls, mapping, flags)
    read_codes(calls, mapping, flags)
    flag_repeats(calls, mapping, flags)
    calls["flags"] = flags
    return calls


def read_text(raw: pd.DataFrame, field: Text) -> pd.Series:
    if field.constant is not None:
        return pd.Series(field.constant, index=raw.index)
    parts = [raw[column].str.strip() for column in field.columns if column in raw]
    text = parts[0]
    for part in parts[1:]:
        text = text.fillna("") + field.join + part.fillna("") if field.join is not None else text.fillna(part)
    return text.map(field.codes) if field.codes else text


def read_time(raw: pd.DataFrame, field: Time, mapping: Mapping, flags: np.ndarray) -> pd.Series:
    text = raw[field.columns[0]].str.strip()
    for column in field.columns[1:]:
        text = text.fillna(raw[column].str.strip())
    wall = pd.to_datetime(text, format=field.formats[0].replace("%.f", ""), errors="coerce")
    years = wall.dt.year
    wall = wall.where(years.between(*mapping.between))
    zone = mapping.zone.key
    earlier = wall.dt.tz_localize(zone, ambiguous=np.ones(len(wall), bool), nonexistent="shift_forward")
    later = wall.dt.tz_localize(zone, ambiguous=np.zeros(len(wall), bool), nonexistent="shift_backward")
    fold = (earlier != later) & (earlier.dt.tz_localize(None) == later.dt.tz_localize(None)) & wall.notna()
    gap = (earlier.dt.tz_localize(None) != wall) & wall.notna()
    flags |= np.where(fold, FLAGS["dst_fold"], 0).astype(np.uint32) | np.where(gap, FLAGS["dst_gap"], 0).astype(np.uint32)
    utc = earlier.dt.tz_convert("UTC").dt.tz_localize(None)
    return ((utc - pd.Timestamp(0)) // pd.Timedelta(milliseconds=1)).astype("Int64")


def flag_order(calls: pd.DataFrame, flags: np.ndarray) -> None:
    impossible = np.zeros(len(calls), bool)
    for first, then in ORDER:
        if first in calls and then in calls:
            impossible |= (calls[then] < calls[first]).fillna(False).to_numpy(bool)
    flags |= np.where(impossible, FLAGS["order_impossible"], 0).astype(np.uint32)


def read_place(raw: pd.DataFrame, calls: pd.DataFrame, mapping: Mapping, flags: np.ndarray) -> None:
    place = mapping.place
    if place is None or place.lat is None or place.lon is None or place.box is None:
        return
    rows = calls["row"].to_numpy() - 2
    lat, lon = (pd.to_numeric(raw[column].iloc[rows], errors="coerce").reset_index(drop=True) for column in (place.lat, place.lon))
    absurd = lat.notna() & lon.notna() & ~(lat.between(-90, 90) & lon.between(-180, 180) & ~((lat.abs() < 0.001) & (lon.abs() < 0.001)))
    south, west, north, east = place.box
    far = lat.notna() & lon.notna() & ~absurd & ~(lat.between(south, north) & lon.between(west, east))
    kept = lat.notna() & lon.notna() & ~absurd
    calls["lat"] = (lat * 1e6).round().where(kept).astype("Int32")
    calls["lon"] = (lon * 1e6).round().where(kept).astype("Int32")
    flags |= np.where(absurd, FLAGS["coordinate_absurd"], 0).astype(np.uint32) | np.where(far, FLAGS["coordinate_far"], 0).astype(np.uint32)


def read_codes(calls: pd.DataFrame, mapping: Mapping, flags: np.ndarray) -> None:
    for column in ("initial_type", "disposition_text"):
        if column not in calls:
            calls[column] = None
    own = dict(mapping.dispositions)
    codes = {text: find_code(text, own) for text in calls["disposition_text"].dropna().unique()}
    calls["disposition"] = calls["disposition_text"].map(codes)
    calls["disposition_common"] = calls["disposition"].map(list_dispositions().common)
    calls["type_words"] = calls["type"].map(dict(mapping.type_words))
    parts = [calls[name].fillna("") for name in ("initial_type", "type", "type_words")]
    kind = (parts[0] + " · " + parts[1] + " · " + parts[2]).str.strip(" ·")
    pairs = pd.DataFrame({"kind": kind, "disposition": calls["disposition_text"].fillna("")})
    judge = Classifier().judge
    distinct = pairs.drop_duplicates()
    verdicts = [judge(row.kind or None, row.disposition or None) for row in distinct.itertuples()]
    table = pd.concat([distinct.reset_index(drop=True), pd.DataFrame(verdicts, columns=list(DECIDED))], axis=1)
    told = pairs.merge(table, on=["kind", "disposition"], how="left")
    for name in DECIDED:
        calls[name] = told[name]
    flags |= np.where(calls["source_id"].isna(), FLAGS["no_number"], 0).astype(np.uint32)
    flags |= np.where(calls["disposition_text"].isin(mapping.censored), FLAGS["censored"], 0).astype(np.uint32)
    if mapping.texts["service"].codes:
        flags |= np.where(calls["service"].isna(), FLAGS["code_unknown"], 0).astype(np.uint32)


def flag_repeats(calls: pd.DataFrame, mapping: Mapping, flags: np.ndarray) -> None:
    identity = list(mapping.identity)
    content = [name for name in calls.columns if name not in ("row", "file")]
    ordered = calls.sort_values([*identity, "received_at", "row"], kind="stable")
    named = ordered[identity[0]].notna()
    again = ordered.duplicated(content) & named
    last = ~ordered[~again].duplicated(identity, keep="last")
    superseded = named & ~again & ~last.reindex(ordered.index, fill_value=True)
    flags[ordered.index[again]] |= FLAGS["duplicate"]
    flags[ordered.index[superseded]] |= FLAGS["superseded"]
