"""Chances are held against answers; who declines is counted by place, hour and reason."""

import pytest

from alongside.core.fact import Fact
from alongside.core.handoff import facts as h
from alongside.core.party import Party
from alongside.evaluate.places.asked import AskedPlaces
from alongside.evaluate.places.plot import SIDE, draw
from alongside.evaluate.places.refusals import list_patterns
from alongside.evaluate.places.reliability import reliability

WHO = ("e", "i")


def asked(*facts: Fact) -> AskedPlaces:
    found = AskedPlaces()
    for fact in facts:
        found.take(fact)
    return found


def question(id: str, chance: int | None = 800, at: int = 0, hour: int = 3, facility: str = "haven") -> h.PlaceReserved:
    return h.PlaceReserved("facility/haven", at, id, facility, "chair", *WHO, "voluntary", 9, False, hour, "free_told", chance, chance)


def yes(id: str, at: int = 60) -> h.AgreedToReceive:
    return h.AgreedToReceive("facility/haven", at, id, "haven", *WHO)


def no(id: str, at: int = 60, reason: str = "full") -> h.DeclinedToReceive:
    return h.DeclinedToReceive("facility/haven", at, id, "haven", *WHO, reason)


def test_01_tenths_hold_what_was_shown_beside_what_was_said() -> None:
    facts = [fact for turn in range(10) for fact in (question(f"v{turn}"), yes(f"v{turn}") if turn < 8 else no(f"v{turn}"))]
    told = reliability(asked(*facts).between(0, 100))
    [band] = told.bands
    assert (band.low, band.count, band.share, band.shown) == (80, 10, 0.8, pytest.approx(0.8))
    assert told.brier == pytest.approx(0.16)
    assert told.plain == pytest.approx(0.16)
    [dot] = draw(told)
    assert 0 < dot.top < dot.y < dot.bottom < SIDE


def test_02_silence_is_no_yes_and_a_question_taken_back_is_neither() -> None:
    lapsed = h.ReservationLapsed("facility/haven", 60, "v1", "haven", *WHO)
    back = h.ReservationTakenBack("facility/haven", 60, "v2", "haven", *WHO)
    told = reliability(asked(question("v1"), lapsed, question("v2"), back).between(0, 100))
    assert (told.count, told.yes) == (1, 0)


def test_03_a_no_after_a_yes_is_a_no_and_a_second_yes_changes_nothing() -> None:
    rows = asked(question("v1"), yes("v1", 60), yes("v1", 90), question("v2"), yes("v2", 70), no("v2", 80)).between(0, 100)
    assert [(one.answer, one.answered_ms) for one in rows] == [("yes", 60), ("no", 70)]


def test_04_a_door_that_never_declines_is_no_question_of_chance_and_its_advice_no_refusal() -> None:
    advice = h.DiversionAdvised("facility/general", 60, "v1", "general", *WHO, "full")
    found = asked(question("v1", None, facility="general"), advice)
    assert reliability(found.between(0, 100)).count == 0
    [pattern] = list_patterns(found.between(0, 100))
    assert (pattern.no, pattern.advised, pattern.reasons["full"]) == (0, 1, 1)


def test_05_who_declines_is_counted_by_part_of_the_day_and_reason() -> None:
    night = [question("v1", hour=3), no("v1"), question("v2", hour=3), no("v2", reason="staffing")]
    day = [question("v3", hour=13), yes("v3")]
    [pattern] = list_patterns(asked(*night, *day).between(0, 100))
    assert [tuple(part) for part in pattern.parts] == [(2, 0), (0, 0), (0, 0), (1, 1), (0, 0), (0, 0)]
    assert dict(pattern.reasons) == {"full": 1, "staffing": 1}
    assert pattern.median_ms == 60


def test_06_the_door_is_timed_from_arrival() -> None:
    handed = h.HandedOver("facility/haven", 900, "e", "i", "haven", "chair", Party("crew", "m"), "v1", arrived_at=300)  # type: ignore[arg-type]
    assert asked(question("v1"), handed).doors == [("haven", 900, 600)]
