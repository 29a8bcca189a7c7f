"""The peer of `bench linkage`: splink as its own tutorials set it up for these data (febrl3 within one file, febrl4 across two)."""

from __future__ import annotations

import contextlib
import io
import logging
import warnings
from typing import Any

import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

ACROSS_BLOCKS = [
    block_on("given_name", "surname"), "l.given_name = r.surname and l.surname = r.given_name", block_on("date_of_birth"),
    block_on("soc_sec_id"), block_on("state", "address_1"), block_on("street_number", "address_1"), block_on("postcode"),
]  # fmt: skip
WITHIN_BLOCKS = [block_on(name) for name in ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")]
SWAPPED = "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth"
SURE = [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")]
LEAST_BITS = -20.0


def comparisons(across: bool) -> list[Any]:
    """As in the tutorial of each."""
    dates = cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=True)
    names = [cl.NameComparison("given_name"), cl.NameComparison("surname")]
    numbers = cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2] if across else [2])
    codes = cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]) if across else cl.ExactMatch("postcode")
    rare = [cl.ExactMatch("street_number"), codes, *(names if across else ())]
    return [*(() if across else names), dates, numbers, *(one.configure(term_frequency_adjustments=True) for one in rare)]


def link_stock(files: list[list[dict[str, str]]]) -> list[tuple[str, str, float]]:
    """Pairs with their match weights, strongest first; one file is compared with itself, two with each other."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore")
    with contextlib.redirect_stdout(io.StringIO()):
        return _link([pa.Table.from_pylist([{name: value or None for name, value in row.items()} for row in file]) for file in files])


def _link(tables: list[pa.Table]) -> list[tuple[str, str, float]]:
    across = len(tables) > 1
    api = DuckDBAPI()
    frames = [api.register(table) for table in tables]
    told = SettingsCreator(
        unique_id_column_name="rec_id",
        link_type="link_only" if across else "dedupe_only",
        blocking_rules_to_generate_predictions=ACROSS_BLOCKS if across else WITHIN_BLOCKS,
        comparisons=comparisons(across),
    )
    linker = Linker(frames if across else frames[0], told, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match(SURE if across else [*SURE, SWAPPED], recall=0.8 if across else 0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for name in ("date_of_birth", "postcode"):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(name), estimate_without_term_frequencies=across)
    found = linker.inference.predict(threshold_match_weight=LEAST_BITS).physical_name
    rows: list[tuple[str, str, float]] = api.duckdb_con.execute(f"SELECT rec_id_l, rec_id_r, match_weight FROM {found}").fetchall()
    return sorted(rows, key=lambda row: -row[2])
