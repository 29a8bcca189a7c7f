"""Two records that no comparison suggested: named by who has to do with both, looked at by another, linked and unlinked to the byte."""

from typing import Any

import pytest

from alongside.core.linkage import requests as r
from alongside.core.linkage.state import Found, Ground, suggestion_id
from alongside.core.party import Actor
from alongside.core.person import requests as p
from tests.core.linkage.test_01_two_records_of_one_person import PETROV, ROOT, may_read
from tests.core.story import Story, kinds, snapshot

LEE = Actor("lee", "clinician", "clinic")
PAIR = suggestion_id("w1", "w2")
SAID: dict[str, Any] = {"by": LEE, "person": "w2", "other": "w1", "because": "said_so"}


@pytest.fixture
def story() -> Story:
    """Two calls about one person, each with a record, and a third of somebody else; the clinic treats the person under both."""
    told = Story(watched=True).staff()
    for number in (1, 2, 3):
        told.call(f"i{number}")
        told.when(p.RecordPerson, "", by=ROOT, person=f"w{number}", episode=f"i{number}-p1", basis="document", band="adult", words=())
    for person in ("w1", "w2"):
        told.board.people.reach(person).treated_by["clinic"] = False
    return told


def no(story: Story, **told: Any) -> str:
    return story.refused(r.NameRecords, "", **SAID | told)


def test_01_who_has_to_do_with_both_says_so_and_nothing_is_linked_by_it(story: Story) -> None:
    (said,) = story.when(r.NameRecords, "", **SAID)
    assert (said.stream, said.person, said.other, said.because, said.author) == (f"comparison/{PAIR}", "w1", "w2", "said_so", "lee")
    assert [one.linked for one in story.board.people] == [(), (), ()]
    waits = story.board.suggestions.reach(PAIR)
    assert (waits.state, waits.named_by, waits.bits, waits.grounds) == ("", "lee", 0, ())
    assert no(story) == "records_named"
    assert no(story, person="w1", other="w2") == "records_named"


def test_02_nobody_names_a_record_that_is_not_theirs_and_it_sounds_as_if_there_were_none(story: Story) -> None:
    assert no(story, other="w3") == no(story, person="w3", other="w1") == no(story, other="nobody") == "not_yours"
    assert no(story, by=LEE._replace(agency="elsewhere")) == "not_yours"
    assert no(story, other="w2") == "records_same"
    assert no(story, because="looks_like") == "not_in_list"


def test_03_who_judges_does_not_name_so_that_two_people_have_looked(story: Story) -> None:
    for by in (PETROV, ROOT, Actor("x", "administrator"), Actor("y", "officer", "clinic"), Actor("z", "peer", "clinic")):
        assert no(story, by=by) == "not_allowed"
    judge = PETROV._replace(seat=PAIR)
    assert not may_read(story, judge, "name", "w1")
    story.when(r.NameRecords, "", **SAID)
    assert story.refused(r.LinkRecords, "", by=LEE, suggestion=PAIR) == "not_allowed"
    assert story.refused(r.LinkRecords, "", by=PETROV._replace(staff="lee"), suggestion=PAIR) == "second_person"  # in another role since
    assert kinds(story.when(r.LinkRecords, "", by=PETROV, suggestion=PAIR)) == ["RecordLinked", "RecordLinked"]


def test_04_linked_and_unlinked_the_board_is_what_it_was_to_the_byte(story: Story) -> None:
    story.when(r.NameRecords, "", **SAID)
    then = snapshot(story.board)
    story.when(r.LinkRecords, "", by=PETROV, suggestion=PAIR)
    assert story.board.people.reach("w1").linked == ("w2",)
    assert no(story) == "records_named"
    story.when(r.UnlinkRecords, "", by=PETROV, suggestion=PAIR, reason="not_certain")
    assert snapshot(story.board) == then


def test_05_said_to_be_two_people_it_is_not_named_again_and_later_can_be_taken_back(story: Story) -> None:
    story.when(r.NameRecords, "", **SAID)
    (said,) = story.when(r.JudgeSuggestion, "", by=PETROV, suggestion=PAIR, judgment="apart")
    assert said.stream == f"comparison/{PAIR}"
    assert no(story) == "records_named"
    story.when(r.JudgeSuggestion, "", by=PETROV, suggestion=PAIR, judgment="open")
    assert kinds(story.when(r.LinkRecords, "", by=PETROV, suggestion=PAIR)) == ["RecordLinked", "RecordLinked"]


def test_06_a_comparison_that_finds_the_same_two_adds_its_evidence_and_who_named_them_stays(story: Story) -> None:
    story.when(r.NameRecords, "", **SAID)
    story.when(r.BeginComparison, "", by=PETROV, comparison="c1")
    story.when(r.SuggestRecords, "", by=ROOT, comparison="c1", found=(Found("w1", "w2", 9, (Ground("surname", "same", 9),)),))
    waits = story.board.suggestions.reach(PAIR)
    assert (waits.named_by, waits.bits, len(story.board.suggestions)) == ("lee", 9, 1)
