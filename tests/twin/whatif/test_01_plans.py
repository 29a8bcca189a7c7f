"""Plans as data: what may be changed in one, how two differ, what they cost, and that an address is a whole plan."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from alongside.twin.planning.roster import PlannedUnit, Shift
from alongside.twin.whatif import moves
from alongside.twin.whatif.changes import FEWER, HOURS, MORE, POST, Change, is_same, list_changes
from alongside.twin.whatif.cost import WEEKS_A_YEAR, cost_a_year
from alongside.twin.whatif.hours import Group, group, hours_a_week, overlap, pieces
from alongside.twin.whatif.moves import CannotBe
from alongside.twin.whatif.plan import BoardPlan, Plans

CLINICIAN = ("s1", "clinician", ("en",))
PEER = ("s2", "peer", ("en", "es"))
DAILY = tuple(Shift(day * 24 + 8, 12) for day in range(7))
M14 = PlannedUnit(name="m14", crew_kind="mobile_crisis", post=2, members=(CLINICIAN, PEER), shifts=DAILY)
M12 = PlannedUnit(name="m12", crew_kind="mobile_crisis", post=1, members=(CLINICIAN, PEER))
TODAY = BoardPlan(program="tailored", rules="r", world="w", start=0, units=(M12, M14))
FRIDAY = Group(16, 8, (4,))


def of(plan: BoardPlan, name: str) -> PlannedUnit:
    return next(one for one in plan.units if one.name == name)


def refusal(move: object, *told: object) -> str:
    with pytest.raises(CannotBe) as wrong:
        move(*told)  # type: ignore[operator]
    return wrong.value.code


def test_01_the_same_content_has_the_same_name_and_any_other_another(tmp_path: Path) -> None:
    plans = Plans(tmp_path)
    mark = plans.keep(TODAY)
    assert plans.keep(replace(TODAY, units=(M12, M14))) == mark == TODAY.mark()
    assert plans.find(mark) == TODAY
    others = {
        replace(TODAY, **one).mark()
        for one in ({"demand": 101}, {"weeks": 5}, {"runs": 31}, {"same_calls": False}, {"rules": "s"}, {"units": (M14, M12)})
    }
    assert len(others | {mark}) == 7
    assert mark == "bbb994bcf5daad41", "plans are known by their address: one that changes is a plan that is lost"
    assert replace(TODAY, costs=(("hour", 8),)).mark() == replace(TODAY, costs=(("hour", 8.0),)).mark()


def test_02_what_was_altered_on_the_disk_is_no_plan(tmp_path: Path) -> None:
    plans = Plans(tmp_path)
    mark = plans.keep(TODAY)
    path = tmp_path / f"{mark}.json"
    path.write_bytes(path.read_bytes().replace(b'"demand":100', b'"demand":150'))
    assert plans.find(mark) is None
    assert [plans.find(one) for one in ("../secret", "f" * 16, "", mark.upper())] == [None] * 4


def test_03_a_shift_is_moved_given_away_and_dropped_and_nothing_is_changed_in_place() -> None:
    moved = moves.move_shift(TODAY, "m14", 0, "m14", Shift(10, 12))
    assert of(moved, "m14").shifts[0] == Shift(10, 12)
    assert of(TODAY, "m14").shifts == DAILY
    two = moves.add_teams(TODAY, M14, 2, 1, FRIDAY)
    given = moves.move_shift(two, "m14", 6, "new-1", Shift(6 * 24 + 8, 12))
    assert len(of(given, "m14").shifts) == 6
    assert of(given, "new-1").shifts == (Shift(4 * 24 + 16, 8), Shift(6 * 24 + 8, 12))
    assert of(moves.drop_shift(TODAY, "m14", 3), "m14").shifts == DAILY[:3] + DAILY[4:]


def test_04_the_last_shift_takes_the_team_with_it_because_none_would_mean_around_the_clock() -> None:
    one = moves.add_teams(TODAY, M14, 2, 1, FRIDAY)
    assert moves.drop_shift(one, "new-1", 0) == TODAY
    assert moves.drop_hours(one, "new-1", 0) == TODAY
    given = moves.move_shift(one, "new-1", 0, "m14", Shift(4 * 24 + 20, 4))
    assert [unit.name for unit in given.units] == ["m12", "m14"]


def test_05_hours_by_hand_change_the_days_that_are_alike() -> None:
    weekdays = moves.set_hours(TODAY, "m14", 0, Group(9, 8, (0, 1, 2, 3, 4)))
    assert group(of(weekdays, "m14").shifts) == (Group(9, 8, (0, 1, 2, 3, 4)),)
    both = moves.set_hours(weekdays, "m14", 1, Group(12, 6, (5, 6)))
    assert len(group(of(both, "m14").shifts)) == 2
    assert group(of(moves.drop_hours(both, "m14", 1), "m14").shifts) == (Group(9, 8, (0, 1, 2, 3, 4)),)
    assert of(moves.set_hours(TODAY, "m12", 0, FRIDAY), "m12").shifts == (Shift(4 * 24 + 16, 8),)


def test_06_two_teams_come_with_people_of_their_own() -> None:
    more = moves.add_teams(TODAY, M14, 5, 2, FRIDAY)
    first, second = more.units[2:]
    assert (first.name, second.name, first.post) == ("new-1", "new-2", 5)
    assert not {one[0] for one in first.members} & {one[0] for one in (*second.members, *M14.members)}
    assert [one[1:] for one in first.members] == [one[1:] for one in M14.members]


def test_07_what_cannot_be_says_which() -> None:
    assert refusal(moves.move_shift, TODAY, "m99", 0, "m99", Shift(0, 8)) == "no_unit"
    assert refusal(moves.move_shift, TODAY, "m14", 9, "m14", Shift(0, 8)) == "no_shift"
    assert refusal(moves.move_shift, TODAY, "m14", 0, "m14", Shift(30, 8)) == "twice"
    assert refusal(moves.move_shift, TODAY, "m14", 0, "m12", Shift(0, 8)) == "already_always"
    assert refusal(moves.move_shift, TODAY, "m14", 0, "m14", Shift(0.25, 8)) == "from"
    assert refusal(moves.move_shift, TODAY, "m14", 0, "m14", Shift(8, 25)) == "hours"
    assert refusal(moves.set_hours, TODAY, "m14", 0, Group(8, 8, ())) == "days"
    assert refusal(moves.set_hours, TODAY, "m14", 0, Group(8, 8, (7,))) == "days"
    assert refusal(moves.add_teams, TODAY, M14, 2, 0, FRIDAY) == "count"
    assert refusal(moves.move_post, TODAY, "m14", 9, {1, 2}) == "no_post"
    assert [refusal(moves.set_terms, TODAY, *terms, True) for terms in ((20, 4, 30), (100, 0, 30), (100, 4, 1))] == [
        "demand",
        "weeks",
        "runs",
    ]
    many = replace(TODAY, units=tuple(replace(M12, name=f"u{n}") for n in range(200)))
    assert refusal(moves.add_teams, many, M14, 2, 1, FRIDAY) == "too_many"


def test_08_past_sunday_midnight_the_week_goes_on_at_its_beginning() -> None:
    assert list(pieces(Shift(164, 8))) == [(164, 4), (0, 4)]
    assert overlap((Shift(164, 8), Shift(3, 5)))
    assert not overlap((Shift(164, 8), Shift(4, 4)))
    assert (hours_a_week(M14), hours_a_week(M12)) == (84, 168)


def test_09_what_is_otherwise_than_today_teams_alike_said_together() -> None:
    plan = moves.add_teams(TODAY, M14, 5, 2, FRIDAY)
    plan = moves.drop_team(moves.move_post(moves.set_hours(plan, "m14", 0, FRIDAY), "m14", 4, {4}), "m12")
    assert list_changes(TODAY, plan) == [
        Change(MORE, "mobile_crisis", 2, (FRIDAY,)), Change(FEWER, "mobile_crisis", 1, ()),
        Change(HOURS, "mobile_crisis", 1, (FRIDAY,), "m14"), Change(POST, "mobile_crisis", 1, (), "m14", 4),
    ]  # fmt: skip
    assert list_changes(TODAY, TODAY) == []


def test_10_only_where_nothing_can_differ_is_it_the_same() -> None:
    assert is_same(TODAY, replace(TODAY, weeks=9, runs=3, demand=120))
    assert not is_same(TODAY, replace(TODAY, demand=120, same_calls=False))
    assert not is_same(TODAY, replace(TODAY, rules="other"))


def test_11_a_year_costs_hours_times_people_and_their_vehicle() -> None:
    figures = {"wage_clinician": 30.0, "wage_other": 20.0, "benefits": 1.5, "relief": 1.2, "vehicle": 6.0}
    assert cost_a_year((M14,), figures, ()) == pytest.approx(84 * WEEKS_A_YEAR * ((30 + 20) * 1.8 + 6))
    assert cost_a_year((M14,), figures, ("mobile_crisis",)) == pytest.approx(84 * WEEKS_A_YEAR * 90)
    assert cost_a_year((), figures, ()) == 0
