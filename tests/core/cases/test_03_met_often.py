"""People we meet often: counted over windows by person and by place; a human decides, and nobody is enrolled by it."""

from typing import Any

import pytest

from alongside.core.cases import requests as c
from alongside.core.intake import requests as i
from alongside.core.often import requests as r
from alongside.core.often.listing import Often, cell_of, list_often
from alongside.core.person import requests as person
from alongside.core.travel import Spot
from tests.core.cases.neighborhood import CASES, DAY, LEAD, MASON, SYSTEM, people
from tests.core.story import Story
from tests.core.town import CENTRE

ELSEWHERE = Spot(CENTRE.lat + 9_000, CENTRE.lon)  # a kilometre north


@pytest.fixture
def story() -> Story:
    """The same person was met twice at the same place, and somebody else once elsewhere."""
    told = people(1)
    told.call("again")
    told.when(person.IdentifyPerson, "", by=SYSTEM, person="w1", episode="again-p1", basis="said_so")
    told.call("other", spot=ELSEWHERE)
    told.now += 1
    return told


def often(story: Story) -> list[Often]:
    return list_often(story.board, CASES.cases.often, story.now)


def waiting(story: Story) -> list[str]:
    return sorted(one.whom for one in often(story) if one.is_waiting(story.now))


def test_01_the_list_says_who_and_where_with_the_count_that_put_it_there(story: Story) -> None:
    assert [(one.whom, one.counts, one.counted) for one in often(story)] == [
        ("place", ((30 * DAY, 2, 2),), 2),
        ("person", ((30 * DAY, 2, 2),), 2),
    ]
    assert waiting(story) == ["person", "place"]
    story.now += 31 * DAY
    assert often(story) == []


def test_02_what_was_called_off_does_not_count_and_nobody_is_enrolled(story: Story) -> None:
    before = len(story.facts)
    often(story)
    assert (len(story.facts), len(story.board.cases)) == (before, 0)
    story.when(i.CancelIncident, "desk-lead", by=LEAD, incident="again", reason="mistake")
    assert often(story) == []


def test_03_left_as_it_is_until_more_comes_and_looked_at_again_on_its_day(story: Story) -> None:
    place = {"whom": "place", "key": cell_of(CENTRE, 50)}
    story.when(r.ReviewOften, "", by=LEAD, **place, decision="leave")
    again: dict[str, Any] = {"whom": "person", "key": "w1", "decision": "look_again"}
    assert story.refused(r.ReviewOften, "", by=LEAD, **again) == "often_needs_day"
    assert story.refused(r.ReviewOften, "", by=LEAD, **again, look_again_at=story.now) == "often_needs_day"
    story.when(r.ReviewOften, "", by=LEAD, **again, look_again_at=story.now + 7 * DAY)
    assert waiting(story) == []
    story.now += 7 * DAY
    assert waiting(story) == ["person"]
    story.call("third")
    assert waiting(story) == ["person", "place"]


def test_04_only_what_is_on_the_list_is_decided_by_who_supervises(story: Story) -> None:
    told = {"whom": "person", "key": "nobody", "decision": "leave"}
    assert story.refused(r.ReviewOften, "", by=LEAD, **told) == "often_unknown"
    assert story.refused(r.ReviewOften, "", by=LEAD, **told | {"decision": "enroll"}) == "not_in_list"
    assert story.refused(r.ReviewOften, "", by=MASON, **told) == "not_allowed"


def test_05_who_has_a_case_waits_no_more_once_a_supervisor_asked_a_worker(story: Story) -> None:
    asked = {"case": "c1", "person": "w1", "case_kind": "steady", "because": "repeat_contacts", "worker": "mason", "position": "desk-lead"}
    story.when(c.OpenCase, "", by=LEAD, **asked)
    assert [(one.whom, one.has_case) for one in often(story) if one.whom == "person"] == [("person", True)]
    assert waiting(story) == ["place"]
