"""The need calculator against its published vector, and the promises of its constants."""

from dataclasses import astuple

import pytest

from alongside.evaluate.need.calculate import calculate, first_triage_sum
from alongside.evaluate.need.constants import list_constants, read_constant
from alongside.library.reading import Mistake, parse_yaml

USUAL = {one.id: one.value for one in list_constants()}


def test_01_a_million_people_as_published() -> None:
    need = calculate(USUAL)
    flows = (need.in_person, need.mobile, need.facility, need.bed, need.emergency, need.inpatient)
    assert flows == pytest.approx((2300, 736, 1462.8, 511.98, 322, 449.995))


def test_02_places_are_people_on_an_average_day_and_some_free() -> None:
    need = calculate(USUAL | {"facility_days": 365 / 12, "occupancy": 100})
    assert need.facility_places == pytest.approx(need.facility)
    assert calculate(USUAL | {"occupancy": 50}).bed_places == pytest.approx(2 * calculate(USUAL | {"occupancy": 100}).bed_places)


def test_03_virginias_plan_is_where_the_visits_of_a_team_come_from() -> None:
    assert calculate(USUAL | {"population": 8_600_000}).teams == pytest.approx(90, abs=0.5)


def test_04_twice_the_people_need_twice_of_everything() -> None:
    once, twice = (astuple(calculate(USUAL | {"population": people})) for people in (50_000, 100_000))
    assert twice == pytest.approx([2 * value for value in once])


def test_05_the_three_first_ways_account_for_everybody() -> None:
    assert first_triage_sum(USUAL) == 100


def test_06_every_constant_names_its_source_in_both_languages() -> None:
    assert len(list_constants()) == 14
    for one in list_constants():
        assert one.labels["en"] != one.labels["es"]
        assert one.sources["en"]
        assert one.sources["es"]


def test_07_a_constant_outside_its_bounds_is_refused_with_its_line() -> None:
    words = "label: {en: a, es: b}, source: {en: c, es: d}"
    text = f"- {{id: a, part: beds, value: 9, least: 0, most: 5, step: 1, unit: days, grade: ours, {words}}}"
    with pytest.raises(Mistake, match=r"line 1, 0\.value: must lie between least and most"):
        read_constant(parse_yaml(text, "constants.yaml"), 0)
