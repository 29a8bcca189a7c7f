"""What a program would face, on invented calls whose answer is known."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl
import pytest

from alongside.core.codes import Level
from alongside.core.intake.protocol import Hours
from alongside.evaluate.facing.calls import NothingToSay, read_calls
from alongside.evaluate.facing.planning import Share, load_planning, read_levels
from alongside.evaluate.facing.where_when import by_hour, by_zone, lasting
from alongside.evaluate.facing.who import WAYS, first_way, is_on_duty, teams_on_duty, way_of, ways
from alongside.evaluate.facing.whole import face
from alongside.evaluate.history.shape import CALL, FLAGS
from alongside.library.programs import load_program
from alongside.library.reading import Mistake, parse_yaml

MONDAY = 1_767_596_400_000  # 5 January 2026, 00:00 in Denver
HOUR, MINUTE = 3_600_000, 60_000
DENVER = ZoneInfo("America/Denver")


def call(hour: int, **other: Any) -> dict[str, Any]:
    """A mental-health call so many hours after Monday's midnight, a crew busy for 45 minutes."""
    at = MONDAY + hour * HOUR
    told = {"received_at": at, "dispatched_at": at + 5 * MINUTE, "cleared_at": at + 50 * MINUTE, "service": "police", "flags": 0}
    return {**told, "behavioural": "behavioural", "behavioural_kind": "mental_health", **other}


def write(folder: Path, calls: list[dict[str, Any]]) -> Path:
    """As an import writes them."""
    schema = CALL | dict.fromkeys(("behavioural", "behavioural_kind", "behavioural_rule", "certainty"), pl.String())
    pl.DataFrame(calls, schema=schema).write_parquet(folder / "calls.parquet")
    return folder / "calls.parquet"


def week(*more: dict[str, Any]) -> list[dict[str, Any]]:
    """One call each twelve hours for two weeks, and more."""
    return [*(call(hour) for hour in range(0, 14 * 24, 12)), *more]


def test_01_calls_are_counted_once_and_by_their_own_clock(tmp_path: Path) -> None:
    repeat = call(5, flags=FLAGS["duplicate"])
    found = read_calls(write(tmp_path, week(repeat, call(30, behavioural="not"), call(31, behavioural="possible"))), DENVER)
    assert (found.everything, found.sure.height, found.found.height) == (30, 28, 29)
    hours = by_hour(found.sure)
    assert hours.sum() == 28
    assert hours[0, 0] == hours[6, 12] == 2


def test_02_places_are_beats_or_squares_or_unknown_and_off_the_map_is_told(tmp_path: Path) -> None:
    named = [call(3, beat=name) for name in ("B1", " B1 ", "B2", "-1", "0", "unknown")]
    beats = by_zone(read_calls(write(tmp_path, week(*named)), DENVER).sure)
    assert (beats.by, [(one.name, one.calls) for one in beats.listed], beats.unplaced) == ("beat", [("B1", 2), ("B2", 1)], 31)
    far = call(4, lat=10_000_000, lon=20_000_000, flags=FLAGS["coordinate_far"])
    near = [call(5, lat=40_761_000 + off, lon=-111_890_000) for off in (0, 100)]
    squares = by_zone(read_calls(write(tmp_path, week(far, *near)), DENVER).sure)
    assert (squares.by, [(one.name, one.calls) for one in squares.listed]) == ("square", [("40.77, -111.89", 2)])
    assert (squares.unplaced, squares.off_map) == (29, 1)
    assert by_zone(read_calls(write(tmp_path, week()), DENVER).sure).by == ""


def test_03_impossible_times_lengthen_nothing(tmp_path: Path) -> None:
    absurd = [call(5, cleared_at=MONDAY + 900 * HOUR), call(6, flags=FLAGS["order_impossible"]), call(7, cleared_at=None, closed_at=None)]
    lasts = lasting(read_calls(write(tmp_path, week(*absurd)), DENVER).sure)
    assert (lasts.known, lasts.median, lasts.p90) == (28, 45 * MINUTE, 45 * MINUTE)


@pytest.mark.parametrize(
    ("calls", "code"),
    [([], "empty"), ([call(1)], "short"), ([call(1, received_at=None)], "empty"), ([call(1), call(24 * 9, behavioural="not")], "")],
)
def test_04_too_little_is_refused_with_its_reason(tmp_path: Path, calls: list[dict[str, Any]], code: str) -> None:
    if not code:
        assert read_calls(write(tmp_path, calls), DENVER).sure.height == 1
        return
    with pytest.raises(NothingToSay) as nothing:
        read_calls(write(tmp_path, calls), DENVER)
    assert nothing.value.code == code
    with pytest.raises(NothingToSay) as none:
        read_calls(write(tmp_path, [call(1, behavioural="not"), call(24 * 9, behavioural="not")]), DENVER)
    assert none.value.code == "none"


def test_05_who_goes_follows_the_programs_own_order_and_roster() -> None:
    tailored, pert = load_program("tailored"), load_program("pert")
    assert first_way(pert, Level.URGENT, 0, 12, officer=False) == "with_officer"
    assert first_way(tailored, Level.URGENT, 0, 12, officer=False) == "without"
    assert first_way(pert, Level.ROUTINE, 0, 12, officer=False) == "phone"
    assert first_way(pert, Level.NOT_BEHAVIOURAL, 0, 12, officer=False) == "police"
    crews = tailored.rules.program.crews
    assert [way_of(crews[kind]) for kind in ("ems", "patrol", "clinician_meets_officer", "clinician_phone", "community_responder")] == [
        "ambulance", "police", "with_officer", "phone", "without",
    ]  # fmt: skip


def test_06_nobody_is_sent_who_is_off_duty_or_may_not_be_asked_for_then() -> None:
    pert = load_program("pert")
    assert is_on_duty(pert, "clinician_paramedic", 2, 7)
    assert not is_on_duty(pert, "clinician_paramedic", 2, 3)
    assert not is_on_duty(load_program("tailored"), "case_management", 6, 12)
    assert 2.5 < teams_on_duty(pert) < 5
    mornings = replace(pert, crew_hours={"co_responder": (Hours(frozenset(range(7)), 8 * 60, 12 * 60),)})
    assert [is_on_duty(mornings, "co_responder", 0, hour) for hour in (7, 9, 12)] == [False, True, False]


def test_07_shares_are_whole_and_move_with_the_level(tmp_path: Path) -> None:
    sure = read_calls(write(tmp_path, week()), DENVER).sure
    told = ways(load_program("la-therapeutic-transport"), sure, load_planning())
    assert sum(told.least.values()) == pytest.approx(1)
    assert sum(told.most.values()) == pytest.approx(1)
    assert told.least["phone"] == pytest.approx(1)
    assert told.most["without"] == pytest.approx(1)


def test_08_estimates_hold_the_truth_they_were_made_from_and_are_wider_than_counts_alone(tmp_path: Path) -> None:
    calls = read_calls(write(tmp_path, week()), DENVER)
    found = face(calls, [load_program("tailored"), load_program("pert")], load_planning())
    expected = 28 * 365.25 / calls.days * 0.75 / 0.89
    assert found.yearly.low < expected < found.yearly.high
    assert found.yearly.middle == pytest.approx(expected, rel=0.06)
    assert found.yearly.high / found.yearly.low > 2
    tailored, pert = found.programs
    assert pert.without_police.high == 0
    assert sum(one.middle for one in tailored.calls.values()) == pytest.approx(found.yearly.middle, rel=0.02)
    assert tailored.police_hours
    assert tailored.police_hours.middle == pytest.approx(0.75 * tailored.without_police.middle, rel=0.03)


def test_09_hours_count_only_where_police_went(tmp_path: Path) -> None:
    calls = read_calls(write(tmp_path, [one | {"service": "ems"} for one in week()]), DENVER)
    [only] = face(calls, [load_program("tailored")], load_planning()).programs
    assert only.police_hours
    assert only.police_hours.high == 0
    untimed = [one | {"cleared_at": None} for one in week()]
    [only] = face(read_calls(write(tmp_path, untimed), DENVER), [load_program("tailored")], load_planning()).programs
    assert only.police_hours is None
    assert only.busy is None


def test_10_the_same_history_gives_the_same_page(tmp_path: Path) -> None:
    calls = read_calls(write(tmp_path, week()), DENVER)
    once, again = (face(calls, [load_program("tailored")], load_planning()) for _ in range(2))
    assert once.yearly == again.yearly
    assert once.programs == again.programs
    assert tuple(once.programs[0].calls) == WAYS


def test_11_shares_are_drawn_with_their_mean_and_spread() -> None:
    drawn = Share(0.75, 0.63, 0.84).draw(np.random.default_rng(1), 20_000)
    assert drawn.mean() == pytest.approx(0.75, abs=0.005)
    assert np.quantile(drawn, (0.025, 0.975)) == pytest.approx([0.63, 0.84], abs=0.02)


def test_12_levels_that_cannot_be_are_refused_with_their_line() -> None:
    with pytest.raises(Mistake, match="line 2"):
        read_levels(parse_yaml("levels:\n  welfare: {least: 3, most: 2}\n", "planning.yaml"), "welfare")
