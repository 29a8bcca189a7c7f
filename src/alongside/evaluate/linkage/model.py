"""The model of agreement (Fellegi and Sunter, by splink): trained by expectation maximization, then asked which pairs agree well."""

import logging
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

import duckdb
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from alongside.evaluate.linkage.levels import COLUMNS, FIELDS, Level, level_at

THRESHOLD_BITS = 0.0  # even odds: at it a pair is as likely one person as two, where the model is right. Fixed beforehand
TRAINED_FROM = 2_000  # with fewer records there are too few pairs to learn from, and the model keeps the values it starts from
SEED, MOST_PAIRS = 1, 2e6
TWICE_HERE, MOST_LIKELY = 0.05, 0.01  # one record of twenty has another of the same person, until the records themselves say how many
# Only pairs that agree in one of these are looked at; each catches what the others miss.
BLOCKS = (
    ("phone",),
    ("birth_date", "substr(surname, 1, 1)"),
    ("birth_date", "substr(given, 1, 1)"),
    ("birth_date", "postcode"),
    ("birth_date", "house"),
    ("surname", "given"),
    ("surname", "substr(birth_date, 3, 4)"),
    ("surname", "postcode"),
    ("given", "postcode"),
    ("given", "substr(birth_date, 3, 6)"),
    ("street", "house"),
    ("postcode", "house"),
)
SWAPPED = {"blocking_rule": "l.given = r.surname AND l.surname = r.given", "sql_dialect": "duckdb"}
TRAINED_ON = (("birth_date",), ("surname", "given"))  # what one pass takes for granted, the other learns
SURE = (("phone", "surname"), ("birth_date", "surname", "given"))  # agree in these, and it is nearly always one person
SURE_FINDS = 0.75  # of all pairs of one person, as far as anybody knows beforehand


class Pair(NamedTuple):
    """Two records, low id first; how many bits speak for one person, all told and by field: (field, level, bits)."""

    one: str
    other: str
    bits: float
    grounds: tuple[tuple[str, str, float], ...]


def settings(link_type: str, count: int) -> SettingsCreator:
    """The model before it has seen anything. Among few records no name is rare, and none is common: only what agrees counts."""
    counts_rare = count >= TRAINED_FROM
    return SettingsCreator(
        link_type=link_type,  # type: ignore[arg-type]
        unique_id_column_name="record",
        comparisons=[_comparison(field, levels, counts_rare) for field, levels in FIELDS.items()],
        blocking_rules_to_generate_predictions=[*(block_on(*columns) for columns in BLOCKS), SWAPPED],
        probability_two_random_records_match=min(MOST_LIKELY, TWICE_HERE * 2 / max(count, 1)),
        retain_intermediate_calculation_columns=True,
        retain_matching_columns=True,
    )


def _comparison(field: str, levels: tuple[Level, ...], counts_rare: bool) -> dict[str, Any]:
    missing = {"sql_condition": f"{field}_l IS NULL OR {field}_r IS NULL", "label_for_charts": "missing", "is_null_level": True}
    return {"output_column_name": field, "comparison_levels": [missing, *(_level(field, one, counts_rare) for one in levels)]}


def _level(field: str, level: Level, counts_rare: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"sql_condition": level.sql.format(field), "label_for_charts": level.code}
    rare = {"tf_adjustment_column": field, "tf_adjustment_weight": 1.0, "tf_minimum_u_value": 0.0001}
    return {**made, "m_probability": level.same, "u_probability": level.chance, **(rare if level.rare and counts_rare else {})}


def link(connection: duckdb.DuckDBPyConnection, tables: list[str], count: int) -> Linker:
    """A model of the records in these tables, trained where there are enough: one table for pairs within, two for pairs across."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", module="splink")
    api = DuckDBAPI(connection)
    frames = [api.register(name, dataset_display_name=f"from_{name}") for name in tables]
    kind = "link_only" if len(frames) > 1 else "dedupe_only"
    linker = Linker(frames if len(frames) > 1 else frames[0], settings(kind, count), log_level=None)
    if count >= TRAINED_FROM:
        train(linker)
    return linker


def train(linker: Linker) -> None:
    """How often chance alone agrees, how many pairs there may be, then how often one person's records agree."""
    linker.training.estimate_probability_two_random_records_match([block_on(*one) for one in SURE], recall=SURE_FINDS)
    linker.training.estimate_u_using_random_sampling(max_pairs=MOST_PAIRS, seed=SEED)
    for columns in TRAINED_ON:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))


def list_pairs(linker: Linker, least_bits: float = THRESHOLD_BITS, most: int = 1_000_000) -> Iterator[Pair]:
    """Pairs for which at least so many bits speak, the strongest first."""
    predicted = linker.inference.predict(threshold_match_weight=least_bits)
    there = {column.name for column in predicted.columns}
    fields = ", ".join(f"gamma_{one}, mw_{one}, {_rare(one, there)}" for one in COLUMNS)
    sql = f"SELECT record_l, record_r, match_weight, {fields} FROM {predicted.physical_name}"
    sql += f" ORDER BY match_weight DESC, record_l, record_r LIMIT {most}"
    cursor = predicted.db_api.duckdb_con.execute(sql)
    while row := cursor.fetchone():
        one, other = sorted(row[:2])
        yield Pair(one, other, row[2], tuple(_grounds(row[3:])))


def _rare(field: str, there: set[str]) -> str:
    return f"mw_tf_adj_{field}" if f"mw_tf_adj_{field}" in there else "0.0"


def _grounds(cells: tuple[Any, ...]) -> Iterator[tuple[str, str, float]]:
    for at, field in enumerate(COLUMNS):
        gamma, weight, rare = cells[3 * at : 3 * at + 3]
        yield (field, level_at(field, gamma), weight + (rare or 0.0))
