"""What is late after the scene rises to who oversees; who says that they see to it keeps its alarm quiet for a while, and moves nothing."""

from typing import Any

import pytest

from alongside.core.cases import requests as r
from alongside.core.late.finding import LATE, is_quiet
from alongside.core.late.requests import TakeOnLate
from alongside.core.party import Actor
from tests.core.cases.neighborhood import DAY, HOUR, LEAD, MOREAU, people
from tests.core.story import Story, kinds

OTHER = Actor("reyes", "supervisor", "town")
C1: dict[str, Any] = {"what": "case", "about": "c1"}


@pytest.fixture
def story() -> Story:
    """L. Moreau's next contact is overdue."""
    told = people(1)
    told.when(r.OpenCase, "", by=MOREAU, case="c1", person="w1", case_kind="steady", because="court")
    told.when(r.EndCaseTask, "", by=MOREAU, case="c1", task="c1-0", because="not_needed")
    told.wait(7 * DAY)
    return told


def rises(story: Story) -> bool:
    """Whether the alarm of the case is there."""
    late = LATE["case"](story.board, "c1")
    return late is not None and not is_quiet(story.board, "case", "c1", late.newest, story.now)


def test_01_nothing_is_taken_on_before_it_is_late_or_by_who_does_not_oversee() -> None:
    told = people(1)
    told.when(r.OpenCase, "", by=MOREAU, case="c1", person="w1", case_kind="steady", because="court")
    assert told.refused(TakeOnLate, "", by=LEAD, **C1) == "late_no_more"
    assert told.refused(TakeOnLate, "", by=LEAD, **C1 | {"about": "none"}) == "late_no_more"
    assert told.refused(TakeOnLate, "", by=LEAD, **C1 | {"what": "report"}) == "not_in_list"
    assert told.refused(TakeOnLate, "", by=MOREAU, **C1) == "not_allowed"


def test_02_it_is_quiet_until_the_policy_says_it_again_and_nobody_else_holds_the_case(story: Story) -> None:
    assert rises(story)
    assert kinds(story.when(TakeOnLate, "", by=LEAD, **C1)) == ["LateTakenOn"]
    assert (rises(story), story.board.cases.reach("c1").worker) == (False, "moreau")
    assert story.refused(TakeOnLate, "", by=OTHER, **C1) == "late_taken_on"
    story.now += DAY - 1
    assert not rises(story)
    story.now += 1
    assert rises(story)
    story.when(TakeOnLate, "", by=OTHER, **C1)
    assert not rises(story)


def test_03_what_becomes_late_afterwards_rises_all_the_same(story: Story) -> None:
    story.when(TakeOnLate, "", by=LEAD, **C1)
    story.when(r.SetCaseTask, "", by=MOREAU, case="c1", task="k1", what="visit", due_at=story.now + HOUR)
    story.wait(2 * HOUR)
    assert rises(story)


def test_04_what_is_late_no_more_is_not_there(story: Story) -> None:
    story.when(r.RecordCaseContact, "", by=MOREAU, case="c1", how="phone", outcome="spoke")
    assert LATE["case"](story.board, "c1") is None
    story.wait(8 * DAY)
    assert rises(story)
    story.when(r.CloseCase, "", by=MOREAU, case="c1", reason="goals_reached")
    assert LATE["case"](story.board, "c1") is None
