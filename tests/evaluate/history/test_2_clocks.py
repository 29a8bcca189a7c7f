"""The nights on which clocks change: Chicago, 9 March and 2 November 2025."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np

from alongside.evaluate.history.clocks import FOLD, GAP, PLAIN, clock_of
from alongside.evaluate.history.shape import has


def utc(*parts):
    return round(datetime(*parts, tzinfo=UTC).timestamp() * 1000)


def test_1_every_hour_of_a_year_agrees_with_the_zone_database():
    zone, local = ZoneInfo("America/Chicago"), np.arange(utc(2025, 1, 1), utc(2026, 1, 1), 1_800_000)
    earlier, later, kind = clock_of(zone, 2020, 2030).to_utc(local)
    for at, first, second, what in zip(local.tolist(), earlier.tolist(), later.tolist(), kind.tolist(), strict=True):
        wall = datetime.fromtimestamp(at / 1000, UTC).replace(tzinfo=zone)
        assert first == round(wall.replace(fold=0).timestamp() * 1000)
        if what != GAP:
            assert second == round(wall.replace(fold=1).timestamp() * 1000)
    assert [(kind == what).sum() for what in (PLAIN, GAP, FOLD)] == [17_516, 2, 2]


def test_2_a_time_no_clock_showed_is_kept_and_flagged(take):
    _, calls, _ = take("A,2025-03-09 02:30:00,,,,Alarm,,P,,,")
    assert calls.filter(has("dst_gap"))["received_at"].to_list() == [utc(2025, 3, 9, 8, 30)]


def test_3_the_second_pass_of_the_hour_is_told_by_the_neighbours(take):
    lines = [f"A{n},2025-11-02 {wall}:00,,,,Alarm,,P,,," for n, wall in enumerate(("00:50", "01:10", "01:55", "01:05", "01:50", "02:10"))]
    _, calls, _ = take(*lines)
    hours = [(utc(2025, 11, 2, hour, minute)) for hour, minute in ((5, 50), (6, 10), (6, 55), (7, 5), (7, 50), (8, 10))]
    assert calls["received_at"].to_list() == hours
    assert calls.filter(has("dst_fold")).height == 4


def test_4_the_calls_own_later_times_are_told_by_their_order(take):
    _, calls, _ = take("A,2025-11-02 01:38:20,2025-11-02 01:06:14,2025-11-02 01:10:37,2025-11-02 08:16:54,Alarm,,P,,,")
    row = calls.row(0, named=True)
    assert (row["received_at"], row["dispatched_at"]) == (utc(2025, 11, 2, 6, 38, 20), utc(2025, 11, 2, 7, 6, 14))
    assert calls.filter(has("order_impossible")).is_empty()


def test_5_a_list_that_starts_over_did_not_cross_a_clock_change(take):
    night = [f"A{n},2025-11-02 01:{n:02}:00,,,,Alarm,,P,,," for n in range(0, 60, 5)]
    _, calls, _ = take(*night, "B,2025-11-03 09:00:00,,,,Alarm,,P,,,", *[f"again {line}" for line in night[:3]], *PLAIN_DAY)
    again = calls.filter(calls["source_id"].str.starts_with("again"))["received_at"].to_list()
    assert again == calls["received_at"].to_list()[:3]


PLAIN_DAY = [f"C{n},2025-11-04 {n // 60:02}:{n % 60:02}:00,,,,Alarm,,P,,," for n in range(200)]
