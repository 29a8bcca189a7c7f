"""Two records may be about one person: a comparison suggests it, a human says so, and can take it back to the byte."""

from dataclasses import asdict
from typing import Any

import pytest

from alongside.core.apply import apply
from alongside.core.codes import IncidentStatus
from alongside.core.dispatch.requests import AssignUnit
from alongside.core.linkage import requests as r
from alongside.core.linkage.decide import MOST
from alongside.core.linkage.facts import RecordLinked
from alongside.core.linkage.state import Found, Ground, suggestion_id
from alongside.core.party import Actor, Reference
from alongside.core.person import requests as p
from alongside.core.person.facts import ItemWritten
from alongside.core.sharing.across import standing_across
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.matching import matching_ties
from alongside.core.sharing.share import Shown, Withheld
from alongside.core.sharing.terms import PURPOSES
from alongside.core.sharing.ties import is_contact_prohibited, standing_of
from alongside.library.sharing.load import load_sharing
from tests.core.story import Story, kinds, snapshot

ROOT = Actor("root", "system", "clinic")
PETROV = Actor("petrov", "privacy_officer", "county")
AMARA = Actor("amara", "clinician", "clinic", seat="M12")
SHARING = load_sharing().rules
DAY = 86_400_000
GROUNDS = (Ground("surname", "same", 8), Ground("birth_date", "one_off", 5), Ground("phone", "missing", 0))
FOUND = Found("w2", "w1", 13, GROUNDS)
PAIR = suggestion_id("w1", "w2")


def word(field: str, person: str) -> Reference:
    return Reference(field, f"{person}-{field}", "0" * 64)


def write(story: Story, person: str, field: str, marks: tuple[str, ...] = ()) -> None:
    """As if somebody of another organization had written it."""
    named = (person, f"{person}-{field}", "", field, "somebody", "elsewhere", "person", marks, story.now + DAY)
    apply(story.board, ItemWritten(f"person/{person}", story.now, *named, words=(word(field, person),)))


@pytest.fixture
def story() -> Story:
    """Two calls about, perhaps, one person: each with a record of its own; a third record of somebody else."""
    told = Story(watched=True).staff()
    for number in (1, 2, 3):
        told.call(f"i{number}")
        told.when(p.RecordPerson, "", by=ROOT, person=f"w{number}", episode=f"i{number}-p1", basis="document", band="adult", words=())
        for field in ("name", "medications"):
            write(told, f"w{number}", field)
    told.when(r.BeginComparison, "", by=PETROV, comparison="c1")
    return told


def suggest(story: Story, *found: Found) -> tuple[Any, ...]:
    return story.when(r.SuggestRecords, "", by=ROOT, comparison="c1", found=found or (FOUND,))


def officer(story: Story, kind: Any, **told: Any) -> tuple[Any, ...]:
    return story.when(kind, "", by=PETROV, suggestion=PAIR, **told)


def no(story: Story, kind: Any, **told: Any) -> str:
    return story.refused(kind, "", **{"by": PETROV, "suggestion": PAIR} | told)


def may_read(story: Story, who: Actor, field: str, person: str, purpose: str = "operations") -> bool:
    asking = Circumstances(SHARING, story.board, who, purpose, story.now)
    return isinstance(asking.may_read("person", person, field, f"{person}-{field}"), Shown)


def test_01_one_comparison_runs_at_a_time_for_the_privacy_officer_alone(story: Story) -> None:
    told = {"by": PETROV, "comparison": "c2"}
    assert story.refused(r.BeginComparison, "", **told) == "comparison_running"
    assert story.refused(r.BeginComparison, "", **told | {"by": ROOT}) == "not_allowed"
    assert story.refused(r.CancelComparison, "", by=AMARA, comparison="c1") == "not_allowed"
    assert story.refused(r.EndComparison, "", by=ROOT, comparison="c1", outcome="well") == "not_in_list"
    (ended,) = story.when(r.EndComparison, "", by=ROOT, comparison="c1", outcome="done", compared=3)
    assert (ended.outcome, ended.compared, ended.suggested) == ("done", 3, 0)
    assert story.refused(r.CancelComparison, "", by=PETROV, comparison="c1") == "comparison_over"
    assert story.refused(r.SuggestRecords, "", by=ROOT, comparison="c1", found=(FOUND,)) == "comparison_over"
    assert story.refused(r.BeginComparison, "", by=PETROV, comparison="c1") == "comparison_over"
    assert kinds(story.when(r.BeginComparison, "", **told)) == ["ComparisonBegun"]
    (stopped,) = story.when(r.CancelComparison, "", **told)
    assert (stopped.outcome, story.board.comparisons.reach("c2").is_open) == ("cancelled", False)


def test_02_a_suggestion_holds_ids_codes_and_whole_bits_and_links_nothing(story: Story) -> None:
    (said,) = suggest(story)
    assert (said.stream, said.person, said.other, said.suggestion, said.bits) == ("comparison/c1", "w1", "w2", PAIR, 13)
    assert said.grounds == GROUNDS
    assert [one.linked for one in story.board.people] == [(), (), ()]
    assert suggest(story) == ()  # the same again says nothing new
    assert kinds(suggest(story, FOUND._replace(bits=14))) == ["RecordsSuggested"]
    assert len(story.board.suggestions) == 1
    assert suggest(story, Found("w1", "w1", 9, ()), Found("w1", "nobody", 9, ()), Found("nobody", "w1", 9, ())) == ()


def test_03_no_more_is_suggested_than_anybody_could_look_at(story: Story) -> None:
    story.board.comparisons.reach("c1").suggested = MOST - 1
    assert len(suggest(story, FOUND, Found("w1", "w3", 8, ()))) == 1
    assert suggest(story, Found("w2", "w3", 8, ())) == ()


def test_04_a_human_says_one_person_two_people_or_later_and_can_take_it_back(story: Story) -> None:
    suggest(story)
    assert no(story, r.JudgeSuggestion, judgment="perhaps") == "not_in_list"
    assert no(story, r.JudgeSuggestion, judgment="later", suggestion="none") == "suggestion_unknown"
    assert no(story, r.JudgeSuggestion, judgment="later", by=AMARA) == "not_allowed"
    assert no(story, r.JudgeSuggestion, judgment="open") == "suggestion_judged"
    for judgment in ("later", "apart"):
        officer(story, r.JudgeSuggestion, judgment=judgment)
        assert story.board.suggestions.reach(PAIR).state == judgment
        assert suggest(story, FOUND._replace(bits=20)) == ()  # who has been judged is not suggested again
    assert no(story, r.LinkRecords) == "suggestion_judged"
    officer(story, r.JudgeSuggestion, judgment="open")
    assert (story.board.suggestions.reach(PAIR).state, story.board.suggestions.reach(PAIR).judged_by) == ("", "petrov")
    linked = [(one.stream, one.person, one.other) for one in officer(story, r.LinkRecords)]
    assert linked == [("person/w1", "w1", "w2"), ("person/w2", "w2", "w1")]
    assert no(story, r.LinkRecords) == "records_linked"
    assert no(story, r.JudgeSuggestion, judgment="apart") == "records_linked"
    assert suggest(story) == ()


def test_05_unlinking_brings_the_board_back_to_the_byte(story: Story) -> None:
    suggest(story)
    for before in ("", "later"):
        if before:
            officer(story, r.JudgeSuggestion, judgment=before)
        then = snapshot(story.board)
        officer(story, r.LinkRecords)
        assert snapshot(story.board) != then
        assert no(story, r.UnlinkRecords, reason="because") == "not_in_list"
        unlinked = officer(story, r.UnlinkRecords, reason="same_name")
        assert [(one.stream, one.reason) for one in unlinked] == [("person/w1", "same_name"), ("person/w2", "same_name")]
        assert snapshot(story.board) == then
        assert no(story, r.UnlinkRecords, reason="same_name") == "records_not_linked"


def test_06_a_link_shows_what_the_same_tie_to_that_record_alone_would_and_no_more(story: Story) -> None:
    suggest(story)
    story.board.people.reach("w1").treated_by["clinic"] = False
    reader = Actor("lee", "clinician", "clinic")
    asked = [(field, purpose) for field in SHARING.fields for purpose in PURPOSES]
    alone = {one: may_read(story, reader, one[0], "w1", one[1]) for one in asked}  # by treatment, of a record like it
    assert not any(may_read(story, reader, field, "w2", purpose) for field, purpose in asked if SHARING.fields[field] == "identity")
    officer(story, r.LinkRecords)
    assert {one: may_read(story, reader, one[0], "w2", one[1]) for one in asked} == alone
    assert any(alone.values())
    assert not may_read(story, reader, "name", "w3")
    assert not may_read(story, Actor("x", "clinician", "elsewhere"), "name", "w2")
    officer(story, r.UnlinkRecords, reason="not_certain")
    assert not may_read(story, reader, "name", "w2")


def test_07_consent_marks_and_emergency_access_stay_with_their_own_record(story: Story) -> None:
    suggest(story)
    story.board.people.reach("w1").treated_by["clinic"] = False
    story.board.items.reach("w2-medications").marks = frozenset({"part2"})
    officer(story, r.LinkRecords)
    answer = Circumstances(SHARING, story.board, Actor("lee", "clinician", "clinic"), "treatment", story.now).may_read(
        "person", "w2", "medications", "w2-medications"
    )
    assert isinstance(answer, Withheld)
    assert answer.reason == "consent_missing"


def test_08_nobody_writes_across_a_link(story: Story) -> None:
    suggest(story)
    story.board.people.reach("w1").treated_by["clinic"] = False
    officer(story, r.LinkRecords)
    reader = Actor("lee", "clinician", "clinic")
    assert standing_of(story.board, reader, "person", "w2", story.now).ties == frozenset()
    told = {"by": reader, "source": "person", "words": (word("triggers", "new"),)}
    assert story.refused(p.WriteItems, "", person="w2", **told) == "not_yours"
    assert kinds(story.when(p.WriteItems, "", person="w1", **told)) == ["ItemWritten"]


def test_09_what_one_record_forbids_the_other_does(story: Story) -> None:
    suggest(story)
    write(story, "w2", "contact_prohibition")
    assert [is_contact_prohibited(story.board, one) for one in ("w1", "w2", "w3", "none")] == [False, True, False, False]
    officer(story, r.LinkRecords)
    assert [is_contact_prohibited(story.board, one) for one in ("w1", "w2", "w3")] == [True, True, False]
    officer(story, r.UnlinkRecords, reason="other_person")
    assert not is_contact_prohibited(story.board, "w1")


def test_10_the_comparison_reads_while_it_runs_and_the_officer_what_a_pair_names(story: Story) -> None:
    machine, judge = ROOT._replace(seat="c1"), PETROV._replace(seat=PAIR)
    assert may_read(story, machine, "name", "w3")
    assert not may_read(story, machine, "medications", "w3")
    assert not may_read(story, machine, "name", "w3", "treatment")
    assert not may_read(story, ROOT, "name", "w3")
    assert matching_ties(story.board, machine, "nobody") == frozenset()
    assert not may_read(story, judge, "name", "w1")
    suggest(story)
    assert [may_read(story, judge, "name", one) for one in ("w1", "w2", "w3")] == [True, True, False]
    assert not may_read(story, PETROV, "name", "w1")
    assert not may_read(story, PETROV._replace(seat="c1"), "name", "w1")
    assert matching_ties(story.board, AMARA._replace(seat=PAIR), "w1") == frozenset()
    officer(story, r.JudgeSuggestion, judgment="apart")
    assert not may_read(story, judge, "name", "w1")
    story.when(r.EndComparison, "", by=ROOT, comparison="c1", outcome="failed")
    assert not may_read(story, machine, "name", "w3")


def test_11_a_fact_applied_twice_or_out_of_order_is_no_fault(story: Story) -> None:
    suggest(story)
    linked = officer(story, r.LinkRecords)
    then = asdict(story.board.people.reach("w1"))
    apply(story.board, linked[0])
    assert asdict(story.board.people.reach("w1")) == then
    apply(story.board, RecordLinked("person/w9", story.now, "w9", "w8", "unheard", "petrov"))
    assert story.board.people.reach("w9").linked == ("w8",)


def test_12_the_slice_ends_two_hours_after_the_incident_across_a_link_too(story: Story) -> None:
    suggest(story)
    crew = Actor("novak", "officer", "town", seat="P31")
    write(story, "w2", "threat")
    story.when(AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="P31")
    officer(story, r.LinkRecords)
    sent = standing_across(story.board, crew, "person", "w2", story.now)
    assert (sent.ties, sent.closed_at, sent.age) == ({"assigned"}, None, "adult")
    assert may_read(story, crew, "threat", "w2", "response")
    assert not may_read(story, crew, "threat", "w3", "response")
    incident = story.board.incidents.reach("i1")
    incident.status, incident.closed_at = IncidentStatus.CLOSED, story.now
    assert standing_across(story.board, crew, "person", "w2", story.now).closed_at == story.now
    story.now += 2 * 3_600_000 - 1
    assert may_read(story, crew, "threat", "w2", "response")
    story.now += 1
    assert not may_read(story, crew, "threat", "w2", "response")


def test_13_of_two_incidents_the_later_end_counts_and_one_that_lasts_has_none(story: Story) -> None:
    suggest(story)
    crew = Actor("novak", "officer", "town", seat="P31")
    for number in (1, 2):
        story.board.incidents.reach(f"i{number}").assignments = (f"a{number}",)
        sent = story.board.assignments.reach(f"a{number}")
        sent.unit, sent.incident = "P31", f"i{number}"
        incident = story.board.incidents.reach(f"i{number}")
        incident.status, incident.closed_at = IncidentStatus.CLOSED, story.now - number
    officer(story, r.LinkRecords)
    assert [standing_across(story.board, crew, "person", one, story.now).closed_at for one in ("w1", "w2")] == [story.now - 1] * 2
    story.board.incidents.reach("i2").status = IncidentStatus.OPEN
    assert [standing_across(story.board, crew, "person", one, story.now).closed_at for one in ("w1", "w2")] == [None] * 2


def test_14_who_is_enrolled_in_the_registry_is_found_by_their_own_record_only(story: Story) -> None:
    suggest(story)
    enrolled = story.board.enrollments.reach("w1")
    enrolled.agency, enrolled.until, enrolled.at = "clinic", story.now + DAY, story.now
    keeper = Actor("k", "case_manager", "clinic")
    officer(story, r.LinkRecords)
    assert "enrolled_here" in standing_across(story.board, keeper, "person", "w1", story.now).ties
    assert standing_across(story.board, keeper, "person", "w2", story.now).ties == frozenset()
    of_incident = ("incident", "i1", story.now)
    assert standing_across(story.board, keeper, *of_incident) == standing_of(story.board, keeper, *of_incident)
