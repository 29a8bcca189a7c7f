"""A need that the right crew could not go to says so as long as that is so, and no longer."""

import pytest

from alongside.core.codes import Level
from alongside.core.dispatch import requests as d
from alongside.core.dispatch.still_unmet import still_unmet
from alongside.core.intake import requests as i
from tests.core.story import Story


@pytest.fixture
def story() -> Story:
    """The mobile crisis team is away: the co-responders go to the second call in its place."""
    told = Story().staff()
    for id in ("i1", "i2"):
        told.call(id)
        told.when(i.SetLevel, "desk-calls", incident=id, level=Level.URGENT, reason="judgement")
    told.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    told.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i2", unit="C204")
    return told


def lacks(story: Story) -> tuple[str, ...]:
    return still_unmet(story.board, story.board.incidents.reach("i2"))


def test_01_while_another_crew_goes_in_its_place_the_need_lacks_the_right_one(story: Story) -> None:
    assert lacks(story) == ("mobile_crisis",)
    assert still_unmet(story.board, story.board.incidents.reach("i1")) == ()


def test_02_when_the_right_crew_comes_after_all_nothing_is_lacking(story: Story) -> None:
    story.when(d.CancelAssignment, "desk-dispatch", assignment="a1", reason="busy")
    story.when(d.AssignUnit, "desk-dispatch", assignment="a3", incident="i2", unit="M12", also=True)
    assert lacks(story) == ()
    story.when(d.CancelAssignment, "desk-dispatch", assignment="a3", reason="busy")
    assert lacks(story) == ("mobile_crisis",)


def test_03_a_need_whose_crew_was_called_off_declares_nothing(story: Story) -> None:
    story.when(d.CancelAssignment, "desk-dispatch", assignment="a2", reason="busy")
    assert lacks(story) == ()
