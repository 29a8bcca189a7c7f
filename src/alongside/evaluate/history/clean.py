"""One batch of raw text columns → normalised calls (everything a row can say by itself) and the rows to set aside."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from alongside.evaluate.history.batch import ASIDE, Batch, aside_frame
from alongside.evaluate.history.clocks import FoldWalk
from alongside.evaluate.history.mapping import Mapping, Text
from alongside.evaluate.history.places import read_place
from alongside.evaluate.history.shape import CALL, FLAGS, ORDER, TIMES, flag
from alongside.evaluate.history.times import read_times

NAME_LIMIT = 500  # characters in any text but the narrative: a longer call number or type is a broken line


@dataclass(frozen=True)
class Cleaned:
    """`calls`: as CALL but for ordinal, disposition codes and class; `unit` where units are merged; `aside`: as ASIDE."""

    calls: pl.DataFrame
    aside: pl.DataFrame


def clean(batch: Batch, mapping: Mapping, walk: FoldWalk) -> Cleaned:
    """Rows in the order of the file. `walk` carries from batch to batch which pass of a repeated hour has been reached."""
    frame = batch.frame
    raw = frame.select("row", *(source_text(mapping.times[name], frame.columns).alias(name) for name in TIMES if name in mapping.times))
    times, time_flags = read_times(raw, mapping, walk)
    texts = [read_text(mapping.texts.get(name), name, frame.columns, mapping) for name in TEXT_COLUMNS]
    place = read_place(frame, mapping.place)
    said = frame.with_columns(texts + measures(frame.columns, mapping)).select("row", *TEXT_COLUMNS, *MEASURED[: 3 if mapping.units else 1])
    calls = said.hstack([*times, *place.drop("flags")])
    calls = calls.with_columns(
        (time_flags | place.get_column("flags") | row_flags(calls, mapping)).alias("flags"),
        pl.lit(mapping.name).alias("source"),
        pl.lit(batch.file).alias("file"),
        pl.lit(None, pl.Int64).alias("none"),
    )
    calls = calls.with_columns(pl.col("none").alias(name) for name in TIMES if name not in times.columns)
    problems = find_problems(calls, raw, mapping)
    good = calls.filter(problems.get_column("reason").is_null())
    return Cleaned(cut_texts(good, mapping).drop("none"), set_aside(batch, calls, problems))


TEXT_COLUMNS = tuple(
    name for name, kind in CALL.items()
    if kind == pl.String() and name not in ("source", "file", "type_words", "disposition", "disposition_common")
    and not name.startswith(("behavioural", "certainty"))
)  # fmt: skip
MEASURED = ("stated_response_ms", "unit_call", "unit")


def source_text(field: object, found: list[str]) -> pl.Expr:
    """The field's words: stripped, empty words as null; the first filled column, or all of them joined."""
    columns = [column for column in getattr(field, "columns", ()) if column in found]
    if not columns:
        return pl.lit(None, pl.String)
    parts = [pl.col(column).str.strip_chars() for column in columns]
    filled = [pl.when(part != "").then(part) for part in parts]
    join = getattr(field, "join", None)
    if join is None:
        return pl.coalesce(filled)
    joined = pl.concat_str(filled, separator=join, ignore_nulls=True)
    return pl.when(joined != "").then(joined)


def read_text(field: Text | None, name: str, found: list[str], mapping: Mapping) -> pl.Expr:
    if name == "era":
        return read_era(mapping, found).alias(name)
    if field is None:
        return pl.lit(None, pl.String).alias(name)
    if field.constant is not None:
        return pl.lit(field.constant, pl.String).alias(name)
    text = source_text(field, found)
    if field.pattern:
        text = text.str.extract(field.pattern, 1).str.strip_chars()
    if field.codes:
        text = text.replace_strict(field.codes, default=pl.lit(field.otherwise, pl.String), return_dtype=pl.String)
    return text.alias(name)


def read_era(mapping: Mapping, found: list[str]) -> pl.Expr:
    era = pl.lit(None, pl.String)
    if mapping.era_column in found:
        number = pl.col(mapping.era_column or "").cast(pl.Float64, strict=False)
        for rule in reversed(mapping.eras):
            reached = pl.lit(True) if rule.up_to is None else number <= rule.up_to
            era = pl.when(reached & number.is_not_null()).then(pl.lit(rule.name)).otherwise(era)
    return era


def measures(found: list[str], mapping: Mapping) -> list[pl.Expr]:
    """The stated response (ms), and the unit and call columns where the source writes one row a unit."""
    column, factor = mapping.response or ("", 1.0)
    stated = pl.col(column).cast(pl.Float64, strict=False) * factor if column in found else pl.lit(None, pl.Float64)
    sane = pl.when(stated.is_between(0, 86_400_000)).then(stated.round().cast(pl.Int64)).alias("stated_response_ms")
    units = [pl.col(name).str.strip_chars().alias(alias) for name, alias in zip(mapping.units or (), MEASURED[1:], strict=False)]
    return [sane, *units]


def row_flags(calls: pl.DataFrame, mapping: Mapping) -> pl.Series:
    pairs = [(first, then) for first, then in ORDER if first in calls.columns and then in calls.columns]
    impossible = pl.any_horizontal([pl.lit(False), *(pl.col(then) < pl.col(first) for first, then in pairs)])
    service = mapping.texts.get("service")
    unknown = pl.col("service").is_null() if service and service.codes else pl.lit(False)
    partial = pl.col("received_text").is_not_null()
    flags = (
        flag(impossible, "order_impossible")
        | flag(unknown, "code_unknown")
        | flag(partial, "time_partial")
        | flag(pl.col("source_id").is_null(), "no_number")
        | flag(pl.col("disposition_text").is_in(list(mapping.censored)), "censored")
        | flag(pl.col("narrative").str.len_chars() > mapping.text_limit, "text_cut")
    )
    return calls.select(flags.alias("flags")).to_series()


def find_problems(calls: pl.DataFrame, raw: pl.DataFrame, mapping: Mapping) -> pl.DataFrame:
    """For each row the first thing that makes it unusable (column, reason, detail), or nulls."""
    rules: list[tuple[pl.Expr, str, str, pl.Expr]] = []
    field = mapping.times.get("received_at")
    if field and not field.optional:
        column, words, unread = " ".join(field.columns), pl.col("received_words"), pl.col("received_at").is_null()
        low, high = mapping.between
        readable = f"“{field.formats[0] if field.formats else 'a number'}” of a year from {low} to {high}"
        rules.append((words.is_null(), column, "no time", pl.lit("the call has no time")))
        rules.append((unread, column, "time unreadable", pl.format("“{}” is not " + readable, words.str.slice(0, 40))))
    for name in ("source_id", "type", "disposition_text", "priority", "beat", "place_text", "agency"):
        length = pl.col(name).str.len_chars()
        detail = pl.format("the field holds {} characters; the most is " + str(NAME_LIMIT), length)
        columns = " ".join(mapping.texts[name].columns) if name in mapping.texts else name
        rules.append((length > NAME_LIMIT, columns, "text too long", detail))
    words_seen = raw.get_column("received_at") if "received_at" in raw.columns else pl.Series([None] * calls.height, dtype=pl.String)
    told = calls.with_columns(words_seen.alias("received_words"))
    none = pl.lit(None, pl.String)
    answer = {"column": none, "reason": none, "detail": none}
    for when, column, reason, detail in reversed(rules):
        for name, value in (("column", pl.lit(column)), ("reason", pl.lit(reason)), ("detail", detail)):
            answer[name] = pl.when(when).then(value).otherwise(answer[name])
    return told.select(expr.alias(name) for name, expr in answer.items())


def set_aside(batch: Batch, calls: pl.DataFrame, problems: pl.DataFrame) -> pl.DataFrame:
    told = calls.select("file", "row").hstack(problems).filter(pl.col("reason").is_not_null()).select(list(ASIDE))
    return pl.concat([aside_frame(batch.file, batch.aside), told]).sort("row", maintain_order=True)


def cut_texts(calls: pl.DataFrame, mapping: Mapping) -> pl.DataFrame:
    if not (calls.get_column("flags") & FLAGS["text_cut"]).max():
        return calls
    return calls.with_columns(pl.col("narrative").str.slice(0, mapping.text_limit))
