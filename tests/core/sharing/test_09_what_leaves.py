"""What leaves for evaluation is named and banded; what is in no table is refused."""

import pytest

from alongside.core.intake.requests import TakeCall
from alongside.core.party import Actor
from alongside.core.refused import Refused
from alongside.core.sharing.access import MAY_ASK, MAY_SEE, authorize, may_ask, may_see, must_be_allowed
from alongside.core.sharing.release import RELEASED, release

TAKER, EVALUATOR = Actor("j", "call_taker"), Actor("d", "evaluator")


def test_01_only_fields_of_the_table_leave_and_those_that_are_missing_are_not_made_up() -> None:
    assert release({"name": "Ines", "spot": "here", "week": "2026-W48"}) == {"week": "2026-W48"}
    assert release({}) == {}
    assert set(release(dict.fromkeys([*RELEASED, "note"], 1))) == set(RELEASED)


def test_02_times_leave_in_seconds_and_hours_in_bands_and_marks_as_yes_or_no() -> None:
    told = {"on_scene_ms": 61_999, "drop_off_ms": None, "hour_band": 23, "minor": "child", "force": None, "from_first_ring_ms": 999}
    assert release(told) == {
        "on_scene_ms": 61_000, "drop_off_ms": None, "hour_band": 20, "minor": True, "force": False, "from_first_ring_ms": 0,
    }  # fmt: skip
    assert release({"hour_band": None}) == {"hour_band": None}


def test_03_who_is_in_no_row_may_nothing() -> None:
    assert may_see(TAKER, "intake")
    assert may_ask(TAKER, "TakeCall")
    authorize(TAKER, "intake")
    must_be_allowed(TakeCall(id="q", by=TAKER, incident="i", episodes=("p",), area="town", origin="call_911", position="d"))  # type: ignore[arg-type]
    for who, what in ((EVALUATOR, "intake"), (TAKER, "nothing there is")):
        with pytest.raises(Refused) as told:
            authorize(who, what)
        assert (told.value.code, dict(told.value.parameters)) == ("not_allowed", {"role": who.role, "what": what})
    wrong = TakeCall(id="q", by=Actor("x", "administrator"), incident="i", episodes=("p",), area="town", origin="call_911", position="d")  # type: ignore[arg-type]
    with pytest.raises(Refused) as told:
        must_be_allowed(wrong)
    assert dict(told.value.parameters) == {"role": "administrator", "what": "TakeCall"}
    assert not any(may_ask(Actor("x", "nobody"), one) for one in MAY_ASK)
    assert not any(may_see(Actor("x", "nobody"), one) for one in MAY_SEE)
    assert not may_ask(TAKER, "NoSuchRequest")
