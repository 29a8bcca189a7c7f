"""A world fitted to a history: what was put in comes out, what it does not say is named, and a bad history is refused in a sentence."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl
import pytest

from alongside.evaluate.fitting.measured import CannotFit, Measured
from alongside.evaluate.fitting.whole import measure
from alongside.evaluate.history.shape import CALL, FLAGS

ZONE = ZoneInfo("America/Denver")
START = datetime(2026, 1, 5, 7, tzinfo=UTC)  # a Monday, midnight in Salt Lake City
SECOND, MINUTE = 1000, 60_000
SPOTS = ((40_760_000, -111_890_000), (40_660_000, -111_890_000))
BEHAVIOURAL = {"behavioural": "behavioural", "behavioural_kind": "suicide"}


def write(folder: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """Calls as an import leaves them."""
    told = [{"flags": 0, **BEHAVIOURAL, **row} for row in rows]
    frame = pl.DataFrame(told, schema_overrides=CALL) if told else pl.DataFrame(schema=CALL)
    missing = [
        pl.lit(None, kind).alias(name)
        for name, kind in (CALL | dict.fromkeys(BEHAVIOURAL, pl.String())).items()
        if name not in frame.columns
    ]
    folder.mkdir(exist_ok=True)
    frame.with_columns(missing).write_parquet(folder / "calls.parquet")
    return folder / "calls.parquet"


def at(hours: float) -> int:
    return round((START + timedelta(hours=hours)).timestamp() * 1000)


def invented(days: int, seed: int = 1, **also: Any) -> list[dict[str, Any]]:
    """About thirty calls a day, most at six in the evening, fewest at six in the morning; each step with its own known median."""
    dice = np.random.default_rng(seed)
    rows = []
    for hour in range(24 * days):
        for _ in range(dice.poisson(1.25 + np.cos(2 * np.pi * (hour % 24 - 18) / 24))):
            rang = at(hour + dice.random())
            steps = dice.lognormal(np.log([60, 120, 30, 300, 1500]), 0.5) * SECOND
            queued, sent, left, there, over = (rang + int(ms) for ms in np.cumsum(steps))
            times = {"received_at": rang, "queued_at": queued, "dispatched_at": sent, "enroute_at": left, "arrived_at": there}
            rows.append({**times, "cleared_at": over, "closed_at": over, "reception": "Phone", **also})
    return rows


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    return measure(write(tmp_path_factory.mktemp("month"), invented(42)), ZONE, "behavioural", SPOTS)


def part(found: Measured, name: str) -> tuple[int, str]:
    return next((one.calls, one.lacks) for one in found.parts if one.name == name)


def test_01_hours_that_were_put_in_come_out_and_fit(month: Measured) -> None:
    by_hour = np.array(month.weekly).reshape(7, 24).mean(axis=0)
    assert np.corrcoef(by_hour, np.cos(2 * np.pi * (np.arange(24) - 18) / 24))[0, 1] > 0.95
    assert by_hour[16:21].mean() == pytest.approx(2.18, rel=0.12)
    assert month.per_day == pytest.approx(30, rel=0.1)
    assert sum(one.fits for one in month.hours) >= 22
    assert month.spread == pytest.approx(1, abs=0.15)
    assert month.score is not None
    assert month.breaks == ()


def test_02_an_hour_that_waves_cannot_follow_is_shown_as_not_fitting(tmp_path: Path) -> None:
    clock = [{"received_at": at(24 * day + 3 + n / 60)} for day in range(42) for n in range(12)]  # a machine that calls at three
    found = measure(write(tmp_path, [*invented(42), *clock]), ZONE, "behavioural", SPOTS)
    assert not found.hours[3].fits
    assert found.hours[3].seen > found.hours[3].high
    assert found.spread is not None
    assert found.spread > 1.3


def test_03_so_do_durations_within_what_so_many_calls_can_tell(month: Measured) -> None:
    medians = {name: told[2] / SECOND for name, told in month.durations.items()}
    assert medians == pytest.approx({"triage": 60, "ready": 120, "turnout": 30, "engaged": 1500}, rel=0.12)
    for told in month.durations.values():
        assert list(told) == sorted(told)
    assert part(month, "triage")[0] == month.calls
    assert part(month, "ready")[0] < month.calls / 2  # only when it is quiet


def test_04_what_a_history_does_not_say_is_named_with_its_reason(month: Measured, tmp_path: Path) -> None:
    lacks = {one.name: one.lacks for one in month.parts if one.lacks}
    assert (lacks["where"], lacks["seasons"], lacks["yearly"], lacks["stay"]) == ("places", "short", "short", "said")
    bare = measure(write(tmp_path, ({"received_at": row["received_at"]} for row in invented(21))), ZONE, "behavioural", SPOTS)
    assert bare.durations == {}
    assert {part(bare, name) for name in ("triage", "ready", "turnout", "engaged", "pace")} == {(0, "times")}
    assert len(bare.weekly) == 168


def test_05_calls_are_placed_where_they_are_nearest_and_a_history_of_another_city_says_nothing_of_this_one(tmp_path: Path) -> None:
    rows = invented(21)
    for index, row in enumerate(rows):
        row |= {"lat": 40_758_000 if index % 4 else 40_661_000, "lon": -111_891_000}
    here = measure(write(tmp_path / "here", rows), ZONE, "behavioural", SPOTS)
    assert [row[1] for row in here.where] == pytest.approx([0.25] * 4, abs=0.12)
    assert part(here, "where") == (len(rows), "")
    there = measure(write(tmp_path / "there", ({**row, "lat": 32_700_000} for row in rows)), ZONE, "behavioural", SPOTS)
    assert there.where == ()
    assert part(there, "where") == (0, "elsewhere")


def test_06_drives_that_take_longer_in_the_afternoon_do_so_in_the_world(tmp_path: Path) -> None:
    rows = invented(60)
    for row in rows:
        hour = datetime.fromtimestamp(row["received_at"] / 1000, ZONE).hour
        later = (row["arrived_at"] - row["enroute_at"]) if 15 <= hour < 19 else 0
        row |= {name: row[name] + later for name in ("arrived_at", "cleared_at", "closed_at")}
    pace = measure(write(tmp_path, rows), ZONE, "behavioural", SPOTS).pace
    assert pace[3] / pace[2] == pytest.approx(2, rel=0.2)
    assert pace[4] / pace[2] == pytest.approx(1, rel=0.2)


def test_07_times_that_run_backwards_are_counted_and_not_timed(tmp_path: Path) -> None:
    rows = invented(21)
    rows[3] |= {"arrived_at": rows[3]["received_at"] - MINUTE}
    rows[4] |= {"flags": FLAGS["order_impossible"]}
    found = measure(write(tmp_path, rows), ZONE, "behavioural", SPOTS)
    assert found.backwards == 2
    assert (found.calls, part(found, "triage")[0]) == (len(rows), len(rows) - 2)


def test_08_after_a_change_in_how_it_counts_hours_are_fitted_anew_and_durations_to_all(tmp_path: Path) -> None:
    rows = [row for row in invented(84) if row["received_at"] >= at(42 * 24) or row["received_at"] // MINUTE % 2]
    found = measure(write(tmp_path, rows), ZONE, "behavioural", SPOTS)
    assert found.breaks == ("2026-02-16",)
    assert found.per_day == pytest.approx(30, rel=0.1)
    assert part(found, "triage")[0] == len(rows)
    early = measure(write(tmp_path, rows), ZONE, "behavioural", SPOTS, until=date(2026, 2, 10))
    assert (early.breaks, early.last) == ((), "2026-02-09")
    assert early.per_day == pytest.approx(15, rel=0.15)


def test_09_fewer_than_two_weeks_tell_how_many_and_not_when(tmp_path: Path) -> None:
    found = measure(write(tmp_path, invented(9)), ZONE, "behavioural", SPOTS)
    assert found.weekly == ()
    assert part(found, "hours")[1] == "short"
    assert found.per_day == pytest.approx(30, rel=0.2)


def test_10_two_years_also_tell_seasons_and_growth(tmp_path: Path) -> None:
    dice = np.random.default_rng(3)
    means = [40 * (1 + 0.08 * np.cos(2 * np.pi * (day + 4) / 365)) * 1.06 ** (day / 365) for day in range(760)]
    rang = [day + dice.random() for day, mean in enumerate(means) for _ in range(dice.poisson(mean))]
    found = measure(write(tmp_path, ({"received_at": at(24 * day)} for day in rang)), ZONE, "all", SPOTS)
    assert found.breaks == ()
    assert found.seasons[0] > 1.03
    assert found.seasons[6] < 0.97
    assert found.yearly == pytest.approx(0.06, abs=0.03)
    assert {one.lacks for one in found.parts if one.name in ("seasons", "yearly")} == {""}


@pytest.mark.parametrize(
    ("rows", "code", "words"),
    [
        ([], "empty", "no call with a time"),
        ([{"received_at": at(1)}], "few", "at least 30"),
        ([{"received_at": at(hour), "behavioural": "not"} for hour in range(60)], "none", "none of the 60 calls"),
        ([{"behavioural": "behavioural"} for _ in range(60)], "empty", "import report"),
    ],
)
def test_11_a_history_nothing_can_be_fitted_to_is_refused_with_what_to_do(
    tmp_path: Path, rows: list[dict[str, Any]], code: str, words: str
) -> None:
    with pytest.raises(CannotFit, match=words) as refused:
        measure(write(tmp_path, rows), ZONE, "behavioural", SPOTS)
    assert refused.value.code == code
