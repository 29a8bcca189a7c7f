"""How sure a drive time is."""

from pathlib import Path

import pytest

from alongside.core.travel import Mode
from alongside.library.reading import Mistake
from alongside.roads.calibration import UNCALIBRATED, Calibration, Trip, calibrate, drive_range, read_calibration, write_calibration

TEN_MINUTES = 600_000


def test_1_a_modelled_time_says_how_far_known_engines_differ() -> None:
    found = drive_range(TEN_MINUTES, UNCALIBRATED, Mode.NORMAL)
    assert (found.low_ms, found.drive_ms, found.high_ms) == (510_000, TEN_MINUTES, 708_000)
    assert found.code == "drive_time_modelled"
    assert dict(found.params) == {"low_percent": 15, "high_percent": 18, "trips": 0}


def test_2_an_uncertain_place_widens_both_sides_and_never_below_nothing() -> None:
    found = drive_range(TEN_MINUTES, UNCALIBRATED, Mode.NORMAL, place_ms=60_000)
    assert (found.low_ms, found.high_ms) == (450_000, 768_000)
    assert drive_range(1_000, UNCALIBRATED, Mode.NORMAL, place_ms=60_000).low_ms == 0


def test_3_an_agencys_own_trips_give_the_factor_and_its_spread() -> None:
    trips = [Trip(Mode.LIGHTS, 1_000, 1_000 + 10 * step) for step in range(41)]
    found = calibrate(trips)
    assert found.permille == (1000, 1200)
    assert (found.low[Mode.LIGHTS], found.high[Mode.LIGHTS], found.trips[Mode.LIGHTS]) == (867, 1133, 41)
    assert found.apply(1_000, Mode.LIGHTS) == 1_200
    assert drive_range(TEN_MINUTES, found, Mode.LIGHTS).code == "drive_time_calibrated"


def test_4_a_few_trips_prove_nothing() -> None:
    assert calibrate([Trip(Mode.NORMAL, 1_000, 3_000)] * 29) == UNCALIBRATED
    assert calibrate([Trip(Mode.NORMAL, 1_000, 0)] * 50) == UNCALIBRATED


def test_5_the_table_is_data_and_reads_back(tmp_path: Path) -> None:
    table = Calibration((1100, 950), (870, 900), (1250, 1100), (812, 44))
    (tmp_path / "calibration.yaml").write_text(write_calibration(table))
    assert read_calibration(tmp_path / "calibration.yaml") == table


def test_6_a_wrong_table_is_refused_by_file_line_and_field(tmp_path: Path) -> None:
    (tmp_path / "calibration.yaml").write_text(write_calibration(UNCALIBRATED).replace("permille: 1000", "permille: 90000", 1))
    with pytest.raises(Mistake, match=r"calibration.yaml, line 3, normal.permille: must be a whole number from 300 to 3000"):
        read_calibration(tmp_path / "calibration.yaml")
