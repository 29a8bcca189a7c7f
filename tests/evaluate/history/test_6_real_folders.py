"""Every shipped mapping reads its real folder, and every row is accounted for. Skipped where the folder is not at hand."""

from pathlib import Path

import polars as pl
import pytest

from alongside.evaluate.history.importing import import_cad
from alongside.evaluate.history.mapping import list_mappings
from alongside.evaluate.history.shape import CALL, ORDER, current, has

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
SAN_DIEGO, SAN_FRANCISCO = "san_diego_pd_cfs_2023_01", "san_francisco_fire_ems"
COLUMBIA, CENTRE = "columbia_mo_police_fire_2025_26", "us_911_centre_2025"
# mapping → file or folder, rows read, calls
FOLDERS = {
    "baltimore": ("baltimore_911_arcgis_json", 8_000, 8_000),
    "columbia_mo": (f"{COLUMBIA}/columbia_mo_calls_2025-11_2026-08.csv.gz", 60_072, 60_072),
    "columbia_mo_fire": (f"{COLUMBIA}/columbia_mo_fire_ems_calls.csv.gz", 31_300, 31_300),
    "milwaukee": ("milwaukee_pd_calls_2018_05/mke_calls_2018-05.csv.gz", 33_968, 33_968),
    "minneapolis": ("minneapolis_mpd_cad_2020/mpd_cad_2020-06-21_2020-07-13.csv.gz", 14_199, 14_199),
    "montgomery_pa": ("montgomery_pa_911_2015_16/911.csv.gz", 99_492, 99_492),
    "san_diego": (f"{SAN_DIEGO}/pd_calls_for_service_2023-01.csv.gz", 28_970, 28_970),
    "san_diego_geocoded": (f"{SAN_DIEGO}/geocoded_subset.csv.gz", 10_000, 10_000),
    "san_francisco": (f"{SAN_FRANCISCO}/sffd_calls_10k_full_timestamps.csv.gz", 9_999, 5_115),
    "san_francisco_sample": (f"{SAN_FRANCISCO}/sffd_calls_175k_sample.parquet", 175_296, 168_571),
    "south_metro": ("south_metro_denver_fire_ems_2019/smfr_incidents_2019_parts.csv.gz", 12_969, 12_969),
    "toronto": ("toronto_persons_in_crisis/persons_in_crisis_calls_attended_sample.csv.gz", 32_000, 32_000),
    "us_911_centre": (f"{CENTRE}/cad_weeks35-48_2025.csv.gz", 22_147, 22_147),
    "us_911_centre_phone": (f"{CENTRE}/phone_hourly_weeks44-48_2025.csv.gz", 840, 840),
}


@pytest.fixture
def real(tmp_path):
    """Import one real folder: the report, and the calls where there are calls."""

    def work(name):
        source = DATA / FOLDERS[name][0]
        if not source.exists():
            pytest.skip(f"the real folder {FOLDERS[name][0]} is not at hand (../shared/data)")
        report = import_cad(source, name, tmp_path)
        calls = tmp_path / "calls.parquet"
        return report, pl.read_parquet(calls if calls.exists() else tmp_path / "phone.parquet")

    return work


def test_1_every_mapping_has_its_folder_here():
    assert sorted(FOLDERS) == list_mappings()


@pytest.mark.parametrize("name", FOLDERS)
def test_2_every_row_is_accounted_for(real, name):
    report, table = real(name)
    assert (report.rows_read, report.calls, report.reconciles) == (*FOLDERS[name][1:], True)
    assert dict(table.schema) == CALL or name.endswith("phone")


def test_3_the_known_disorders_of_minneapolis_are_found(real):
    _, calls = real("minneapolis")
    counts = {pair: calls.filter(pl.col(pair[1]) < pl.col(pair[0])).height for pair in ORDER}
    assert (counts["received_at", "queued_at"], counts["queued_at", "dispatched_at"], counts["arrived_at", "closed_at"]) == (11, 148, 1)
    assert (calls["initial_type"] != calls["type"]).mean() == pytest.approx(0.109, abs=0.0006)


def test_4_san_francisco_units_become_calls(real):
    _, calls = real("san_francisco")
    assert (calls["units"].sum(), calls["units"].max() > 10, calls["source_id"].is_unique().all()) == (9_999, True, True)


def test_5_the_night_of_the_clock_change_is_read_in_order(real):
    _, calls = real("us_911_centre")
    night = calls.filter(has("dst_fold"))
    assert night.height == 21
    assert night.filter(has("order_impossible")).is_empty()
    assert set(calls["era"]) == {"to week 40", "from week 41"}
    assert calls.height - calls.filter(current()).height == 8


def test_6_feet_and_metres_land_in_their_counties(real):
    _, feet = real("columbia_mo_fire")
    assert feet["lat"].null_count() < 200
    assert feet.filter(has("coordinate_far")).is_empty()
    assert feet["lat"].median() == pytest.approx(38_950_000, abs=30_000)
    _, metres = real("south_metro")
    assert metres["lon"].median() == pytest.approx(-104_900_000, abs=60_000)


def test_7_what_toronto_does_not_say_stays_empty(real):
    report, calls = real("toronto")
    assert (calls["received_at"].null_count(), report.flags["time_partial"]) == (32_000, 32_000)
    assert calls["received_text"][0] == "2014 January Wednesday 9"
    assert (calls["disposition"] == "transported_hold").sum() == 7_044


def test_8_san_diego_finds_the_calls_of_its_crisis_codes(real):
    _, calls = real("san_diego")
    crisis = calls.filter(pl.col("type").is_in(["5150", "5150V"]))
    assert (crisis.height, set(crisis["behavioural"])) == (787, {"behavioural"})
    assert set(calls.filter(pl.col("type") == "CW")["behavioural"]) == {"possible"}


def test_9_censored_calls_are_marked(real):
    report, _ = real("milwaukee")
    assert report.flags["censored"] == 5_672
