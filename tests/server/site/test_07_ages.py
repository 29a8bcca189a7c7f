"""From a date of birth to a band of age and the year in which it may change; the day itself goes no further."""

from datetime import date

import pytest

from alongside.core.party import Actor
from alongside.core.person.requests import RecordPerson, SetAge
from alongside.core.refused import Refused
from alongside.server.site.asking.aging import band_of, with_age

NOON = 1_795_694_400_000  # 2026-11-26 12:00 UTC
TODAY = date(2026, 11, 26)
ASKED = RecordPerson(id="r1", by=Actor("amara", "clinician"), person="w1", episode="e1", basis="said_so")


@pytest.mark.parametrize(
    ("birth", "band"),
    [
        (date(2020, 5, 1), ("child", 2032)),
        (date(2014, 11, 26), ("teen", 2032)),  # twelve today
        (date(2014, 11, 27), ("unknown", None)),  # twelve tomorrow: this very year
        (date(2009, 1, 1), ("teen", 2027)),
        (date(2008, 11, 26), ("adult", None)),
        (date(2008, 12, 1), ("unknown", None)),
        (date(2026, 11, 26), ("child", 2038)),
        (date(2008, 2, 29), ("adult", None)),
    ],
)
def test_01_the_band_and_the_year_in_which_it_may_change(birth: date, band: tuple[str, int | None]) -> None:
    assert band_of(birth, TODAY) == band


def test_02_until_is_the_first_moment_of_that_year_where_the_person_is() -> None:
    aged = with_age(ASKED, {"birth_date": "2010-03-04"}, NOON, "America/Denver")
    assert isinstance(aged, RecordPerson)
    assert (aged.band, aged.band_until) == ("teen", 1_830_322_800_000)  # 2028-01-01 00:00 in Denver


@pytest.mark.parametrize("said", ["2999-01-01", "1880-01-01", "4 March", "2026-11-27", "2010-02-30"])
def test_03_what_is_no_day_of_birth_is_refused(said: str) -> None:
    with pytest.raises(Refused) as refused:
        with_age(ASKED, {"birth_date": said}, NOON, "America/Denver")
    assert refused.value.code == "birth_date_wrong"


def test_04_nothing_said_changes_nothing() -> None:
    for texts in ({}, {"birth_date": " "}, {"name": "Somebody"}, []):
        assert with_age(ASKED, texts, NOON, "America/Denver") is ASKED  # type: ignore[arg-type]
    other = SetAge(id="r2", by=ASKED.by, person="w1", band="adult")
    assert with_age(other, {"birth_date": "2010-03-04"}, NOON, "America/Denver") is other
