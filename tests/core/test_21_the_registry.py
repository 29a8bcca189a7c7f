"""A family enrolls somebody who may wander; whoever searches finds them, sees what the family told, and nobody else does."""

import pytest

from alongside.core.dispatch import requests as d
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Reference
from alongside.core.person import requests as p
from alongside.core.registry import requests as r
from alongside.core.registry.codes import REMIND_MS, YEAR_MS
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Withheld
from alongside.library.sharing.load import load_sharing
from tests.core.story import Story, kinds

SHARING = load_sharing().rules
DESK = Actor("at-desk-calls", "call_taker", "center", seat="desk-calls")
CASES = Actor("morgan", "case_manager", "county", seat="desk-follow-up")
COLLEAGUE = Actor("reyes", "supervisor", "county")
ELSEWHERE = Actor("price", "case_manager", "other")
OFFICER = Actor("novak", "officer", "police", seat="P31")
TOLD = ("name", "appearance", "likely_places", "carer")


def words(*fields: str) -> tuple[Reference, ...]:
    return tuple(Reference(field, f"v-{field}", "0" * 64) for field in fields)


@pytest.fixture
def story() -> Story:
    told = Story().staff()
    told.when(r.EnrollPerson, "", by=CASES, person="w1", agreed_by="guardian", drawn_to=("water",), carries="radio", words=words(*TOLD))
    return told


def search(story: Story, *found: str) -> None:
    """Somebody is missing; the vault says who of the registry fits."""
    story.call("i1")
    story.when(r.SearchRegistry, "desk-calls", incident="i1", why="missing", found=tuple((one, ("age_near",)) for one in found))


def reads(story: Story, who: Actor, field: str, purpose: str = "response") -> str:
    answer = Circumstances(SHARING, story.board, who, purpose, story.now).may_read("person", "w1", field, f"v-{field}")
    return answer.reason if isinstance(answer, Withheld) else "shown"


def test_01_enrolled_for_a_year_at_most_with_what_finds_somebody(story: Story) -> None:
    assert kinds(story.facts)[-5:] == ["PersonEnrolled"] + ["ItemWritten"] * 4
    new = {"by": CASES, "person": "w2", "agreed_by": "guardian"}
    assert story.refused(r.EnrollPerson, "", **new, words=words("name")) == "enrollment_says_too_little"
    assert story.refused(r.EnrollPerson, "", **new, words=words(*TOLD), until=story.now + YEAR_MS + 1) == "enrollment_too_long"
    assert story.refused(r.EnrollPerson, "", **new, words=words(*TOLD), drawn_to=("gold",)) == "not_in_list"
    assert story.refused(r.EnrollPerson, "", **{**new, "person": "w1"}, words=words(*TOLD)) == "enrolled_already"


def test_02_before_anybody_searches_only_those_who_keep_it_read_it(story: Story) -> None:
    story.call("i1")
    assert reads(story, DESK, "carer") == reads(story, OFFICER, "carer") == reads(story, ELSEWHERE, "carer", "operations") == "no_tie"
    assert reads(story, CASES, "carer", "operations") == reads(story, COLLEAGUE, "carer", "operations") == "shown"


def test_03_a_search_shows_whom_it_brought_up_to_those_who_work_on_it(story: Story) -> None:
    search(story, "w1")
    assert reads(story, DESK, "likely_places") == "shown"
    assert reads(story, OFFICER, "likely_places") == "no_tie"
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="P31")
    assert reads(story, OFFICER, "likely_places") == "shown"


def test_04_it_ends_with_the_need(story: Story) -> None:
    search(story, "w1")
    story.when(i.CancelIncident, "desk-calls", incident="i1", reason="duplicate")
    assert reads(story, DESK, "likely_places") == "no_tie"


def test_05_once_it_is_known_who_it_is_the_others_are_shown_no_longer(story: Story) -> None:
    story.when(r.EnrollPerson, "", by=CASES, person="w2", agreed_by="person", words=words(*TOLD))
    search(story, "w1", "w2")
    assert story.refused(r.MatchSearch, "desk-calls", incident="i1", person="w3") == "not_brought_up"
    story.when(r.MatchSearch, "desk-calls", incident="i1", person="w2")
    assert reads(story, DESK, "name") == "no_tie"
    assert story.refused(r.MatchSearch, "desk-calls", incident="i1", person="w1") == "search_matched"
    story.when(r.UndoMatch, "desk-calls", incident="i1")
    assert reads(story, DESK, "name") == "shown"


def test_06_a_new_look_replaces_the_one_before(story: Story) -> None:
    search(story, "w1")
    story.when(r.SearchRegistry, "desk-calls", incident="i1", why="missing", found=())
    assert reads(story, DESK, "name") == "no_tie"


def test_07_whoever_searches_reads_and_writes_nothing(story: Story) -> None:
    search(story, "w1")
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    amara = Actor("amara", "clinician", "clinic", seat="M12")
    wanted = {"by": amara, "person": "w1", "source": "family", "words": words("diagnosis")}
    assert story.refused(p.WriteItems, "M12", **wanted) == "not_yours"
    assert story.refused(p.BeginTreatment, "M12", by=amara, person="w1") == "not_yours"


def test_08_nobody_is_brought_up_whose_enrollment_is_over(story: Story) -> None:
    story.when(r.EndEnrollment, "", by=CASES, person="w1", reason="family_asked")
    search(story, "w1")
    assert story.board.searches.reach("i1").found == ()
    assert reads(story, CASES, "name", "operations") == "no_tie"


def test_09_a_month_before_it_is_due_then_it_lapses_unless_renewed(story: Story) -> None:
    until = story.board.enrollments.reach("w1").until
    story.wait(until - REMIND_MS - story.now)
    assert story.board.enrollments.reach("w1").is_due
    story.when(r.RenewEnrollment, "", by=COLLEAGUE, person="w1")
    assert story.board.enrollments.reach("w1").until == story.now + YEAR_MS
    story.wait(YEAR_MS - 1)
    assert story.board.enrollments.reach("w1").holds(story.now)
    story.wait(1)
    assert story.board.enrollments.reach("w1").ended == "lapsed"
    story.when(r.EnrollPerson, "", by=COLLEAGUE, person="w1", agreed_by="guardian", words=words(*TOLD))
    assert story.board.enrollments.reach("w1").holds(story.now)


def test_10_nobody_ties_themselves_to_a_record_by_enrolling_it(story: Story) -> None:
    other = {"by": ELSEWHERE, "person": "w1"}
    assert story.refused(r.EnrollPerson, "", **other, agreed_by="guardian", words=words(*TOLD)) == "not_yours"
    assert story.refused(r.RenewEnrollment, "", **other) == "not_yours"


def test_11_the_sealed_words_of_who_is_sought_belong_to_the_need(story: Story) -> None:
    story.call("i1")
    story.when(r.SearchRegistry, "desk-calls", incident="i1", why="found", found=(), words=words("sought"))
    assert [one.field for one in story.board.incidents.reach("i1").words][-1] == "sought"
