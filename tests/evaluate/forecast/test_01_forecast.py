"""The forecast on invented weeks whose truth is known, and on the weeks of a real center that were held back."""

from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl
import pytest

from alongside.evaluate.forecast.breaks import find_breaks, last_steady
from alongside.evaluate.forecast.hours import DAY, LEAST_DAYS, Hours, TooShort, read_hours, week_hours
from alongside.evaluate.forecast.model import fit, predict
from alongside.evaluate.forecast.score import as_last_week, pinball, score, trial
from alongside.evaluate.history.importing import import_cad

MONDAY = date(2026, 1, 5)


def invented(days: int, seed: int = 1, level: float = 6.0, start: date = MONDAY) -> tuple[Hours, np.ndarray]:
    """Counts, and the mean they were drawn around: busy evenings, busier at week's end."""
    which = week_hours(start, days * DAY)
    mean = level * (1 + 0.6 * np.sin(2 * np.pi * (which % 24 - 10) / 24)) * np.where(which // 24 >= 4, 1.3, 1.0)
    return Hours(start, np.random.default_rng(seed).poisson(mean).astype(float)), mean


def table(folder: Path, rows: list[tuple[int, str]]) -> Path:
    """A table of calls as an import writes it: (received ms, behavioural)."""
    columns = {"received_at": pl.Int64, "behavioural": pl.String}
    calls = pl.DataFrame(rows, schema=columns, orient="row").with_columns(
        pl.lit(0, pl.UInt32).alias("flags"), pl.lit(None, pl.String).alias("era")
    )
    calls.write_parquet(folder / "calls.parquet")
    return folder / "calls.parquet"


def test_01_it_finds_the_week_that_calls_were_drawn_from() -> None:
    past, mean = invented(84)
    told = predict(past, fit(past), 14)
    assert np.abs(told.mean / mean[: 14 * DAY] - 1).mean() < 0.08
    assert told.day_mean.sum() == pytest.approx(mean[: 14 * DAY].sum(), rel=0.03)


def test_02_a_forecast_begins_on_its_own_weekday() -> None:
    past, _mean = invented(59, start=MONDAY + timedelta(days=2))
    told = predict(past, fit(past), 7)
    truth = invented(66, start=MONDAY + timedelta(days=2))[1][-7 * DAY :]
    assert np.abs(told.mean / truth - 1).mean() < 0.08


def test_03_ninety_in_a_hundred_hours_fall_inside_the_interval() -> None:
    inside = [trial(invented(70, seed=seed)[0], 56).inside for seed in range(8)]
    assert 0.88 < np.mean(inside) < 0.97  # counts are whole, so a little more than 0.90


def test_04_days_are_surer_than_their_hours_and_weeks_that_stray_make_both_less_sure() -> None:
    past, _mean = invented(84)
    straying = Hours(past.start, past.counts * np.repeat([1, 1.4, 0.7, 1.2, 0.8, 1.3] * 2, 168))
    steady, stray = (predict(one, fit(one), 7) for one in (past, straying))
    assert (steady.day_quantiles[:, -1] / steady.day_mean).max() < (steady.quantiles[:, -1] / steady.mean).min()
    assert fit(straying).weekly > 10 * fit(past).weekly
    assert (stray.quantiles[:, -1] / stray.mean).mean() > 1.05 * (steady.quantiles[:, -1] / steady.mean).mean()
    assert (stray.day_quantiles[:, -1] / stray.day_mean).mean() > 1.15 * (steady.day_quantiles[:, -1] / steady.day_mean).mean()


def test_05_the_pinball_loss_is_least_at_the_truth() -> None:
    came, told = np.array([10.0]), np.full((1, 7), 10.0)
    assert pinball(came, told) == 0
    assert pinball(came, told + 2) == pytest.approx(2 * 0.5)
    assert pinball(came, told - 2) == pytest.approx(2 * 0.5)


def test_06_last_week_again_is_the_rival() -> None:
    past, _mean = invented(21)
    plain = as_last_week(past, 14)
    assert plain.shape == (336, 7)
    assert (plain[:168] == plain[168:]).all()
    found = score(invented(84)[0])
    assert found
    assert 0.15 < found.better < 0.4


def test_07_a_step_is_a_break_and_a_slope_or_a_holiday_week_is_none() -> None:
    (before, _), (after, _) = invented(42, 2), invented(42, 3, level=9)
    [found] = find_breaks(Hours(MONDAY, np.concatenate([before.counts, after.counts])), {"rule 2": MONDAY + timedelta(days=41)})
    assert found.day == MONDAY + timedelta(days=41)
    assert found.era == "rule 2"
    assert found.step == pytest.approx(0.5, abs=0.08)
    steady, mean = invented(84)
    assert find_breaks(steady, {}) == []
    slope = np.random.default_rng(5).poisson(mean * np.linspace(0.7, 1.3, len(mean))).astype(float)
    assert find_breaks(Hours(MONDAY, slope), {}) == []
    holiday = steady.counts * np.where(np.arange(len(mean)) >= 77 * DAY, 0.6, 1)
    assert find_breaks(Hours(MONDAY, holiday), {}) == []


def test_08_two_steps_are_two_breaks_and_only_what_came_after_is_learned_from() -> None:
    parts = [invented(28, seed, level)[0].counts for seed, level in ((1, 4.0), (2, 8.0), (3, 5.0))]
    past = Hours(MONDAY, np.concatenate(parts))
    found = find_breaks(past, {})
    assert [(one.day - MONDAY).days for one in found] == [28, 56]
    assert last_steady(past, found).start == MONDAY + timedelta(days=56)


def test_09_too_little_is_said_with_what_is_needed(tmp_path: Path) -> None:
    zone = ZoneInfo("UTC")
    for rows in ([], [(1_700_000_000_000, "behavioural")]):
        with pytest.raises(TooShort):
            read_hours(table(tmp_path, rows), zone, "all")
    past, _mean = invented(LEAST_DAYS - 1)
    with pytest.raises(TooShort) as short:
        fit(past)
    assert (short.value.days, short.value.needed) == (13, 14)
    assert score(invented(27)[0]) is None


def test_10_days_begun_or_broken_off_are_left_out_and_empty_hours_are_nothing(tmp_path: Path) -> None:
    midnight = 1_767_571_200_000  # Monday 5 January 2026, UTC
    hours = [10, 24, 25, 25, 71, 72 + 3]
    rows = [(midnight + hour * 3_600_000, "behavioural" if hour == 25 else "not") for hour in hours]
    found, eras = read_hours(table(tmp_path, rows), ZoneInfo("UTC"), "all")
    assert (found.start, found.days, found.counts.sum(), eras) == (date(2026, 1, 6), 2, 4, {})
    assert found.counts[1] == 2
    assert read_hours(table(tmp_path, rows), ZoneInfo("UTC"), "behavioural")[0].counts.sum() == 2


def test_11_nobody_called_is_a_forecast_of_nobody() -> None:
    told = predict(Hours(MONDAY, np.zeros(28 * DAY)), fit(Hours(MONDAY, np.zeros(28 * DAY))), 14)
    assert told.mean.max() < 0.01
    assert np.isfinite(told.quantiles).all()


@pytest.fixture(scope="module")
def center(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Hours, dict[str, date]]:
    """The whole history of the 911 center, imported."""
    folder = tmp_path_factory.mktemp("center")
    import_cad(real_data / "us_911_centre_2025/cad_weeks35-48_2025.csv.gz", "us_911_centre", folder)
    return read_hours(folder / "calls.parquet", ZoneInfo("America/New_York"), "all")


def test_12_the_real_center_counts_otherwise_from_week_41_on(center: tuple[Hours, dict[str, date]]) -> None:
    past, eras = center
    [found] = find_breaks(past, eras)
    assert (found.day, found.era) == (date(2025, 10, 5), "from week 41")
    eve = trial(past, (found.day - past.start).days)
    assert eve.came > 1.3 * eve.due
    assert eve.inside < 0.8


def test_13_on_the_real_centers_held_back_weeks_it_is_a_seventh_better_than_last_week(center: tuple[Hours, dict[str, date]]) -> None:
    past, eras = center
    found = score(last_steady(past, find_breaks(past, eras)))
    assert found
    assert len(found.trials) == 5
    assert found.better >= 0.15
    assert 0.85 <= found.inside <= 0.95
