"""Longer work with one person: somebody is responsible from its first moment; it moves only to who accepts; it ends with a reason."""

from typing import Any

import pytest

from alongside.core.cases import requests as r
from alongside.core.cases.facts import CaseContactOverdue, CaseOfferUnanswered, CaseTaskOverdue
from alongside.core.cases.holding import count_load
from alongside.core.cases.state import Case
from alongside.core.person import requests as person
from alongside.core.sharing.ties import standing_of
from tests.core.cases.neighborhood import AMARA, DAY, ELSEWHERE, LEAD, MASON, MOREAU, SYSTEM, TOMAS, people, word
from tests.core.story import Story, kinds

Fields = dict[str, Any]


@pytest.fixture
def story() -> Story:
    """L. Moreau works with the first person."""
    told = people(3)
    told.when(r.OpenCase, "", by=MOREAU, case="c1", person="w1", case_kind="steady", because="repeat_contacts")
    return told


def case(story: Story, id: str = "c1") -> Case:
    found = story.board.cases.find(id)
    assert found is not None
    return found


def test_01_a_case_begins_with_a_worker_a_task_and_a_date_for_the_next_contact(story: Story) -> None:
    one = case(story)
    assert (one.worker, one.desk, one.agency, one.contact_by) == ("moreau", "", "clinic", story.now + 7 * DAY)
    assert [task.what for _, task in one.list_open_tasks()] == ["plan"]
    assert (
        story.refused(r.OpenCase, "", by=MASON, case="c2", person="w1", case_kind="steady", because="repeat_contacts")
        == "case_open_already"
    )
    assert story.refused(r.OpenCase, "", by=MASON, case="c2", person="w1", case_kind="unheard", because="repeat_contacts") == "not_in_list"
    assert story.refused(r.OpenCase, "", by=MASON, case="c2", person="w1", case_kind="team", because="hunch") == "not_in_list"
    assert story.refused(r.OpenCase, "", by=MASON, case="c1", person="w1", case_kind="team", because="court") == "case_exists"
    assert story.refused(r.OpenCase, "", by=SYSTEM, case="c2", person="nobody", case_kind="team", because="court") == "person_unknown"


def test_02_an_open_case_ties_its_worker_to_the_person_and_a_closed_one_nobody(story: Story) -> None:
    story.when(person.EndTreatment, "", by=SYSTEM._replace(agency="clinic"), person="w1", agency="clinic")
    ties = {who.staff: standing_of(story.board, who, "person", "w1", story.now).ties for who in (MOREAU, MASON, ELSEWHERE, LEAD)}
    assert [sorted(ties[one]) for one in ("moreau", "mason", "okoro")] == [["open_case"], [], []]
    assert "reviews" in ties["at-desk-lead"]
    assert "open_case" in standing_of(story.board, MOREAU, "person", "i1-p1", story.now).ties
    story.when(r.CloseCase, "", by=MOREAU, case="c1", reason="goals_reached")
    assert standing_of(story.board, MOREAU, "person", "w1", story.now).ties == frozenset()


def test_03_who_has_nothing_to_do_with_the_person_opens_nothing_and_a_case_that_is_not_theirs_is_not_there(story: Story) -> None:
    opening: Fields = {"case": "c9", "person": "w2", "case_kind": "steady", "because": "court"}
    assert story.refused(r.OpenCase, "", by=ELSEWHERE, **opening) == "not_yours"
    asked: Fields = {"case": "c1", "how": "phone", "outcome": "spoke"}
    assert story.refused(r.RecordCaseContact, "", by=MASON, **asked) == "case_unknown"
    assert story.refused(r.RecordCaseContact, "", by=MOREAU, **asked | {"case": "none"}) == "case_unknown"
    assert story.refused(r.OfferCases, "", by=MASON, cases=("c1",), worker="mason", because="leave") == "case_unknown"


def test_04_a_team_answers_for_its_cases_around_the_clock(story: Story) -> None:
    story.when(r.OpenCase, "", by=MOREAU, case="c2", person="w2", case_kind="team", because="court")
    story.when(r.RecordCaseContact, "", by=TOMAS, case="c2", how="visit", outcome="seen")
    assert case(story, "c2").worker == "moreau"
    assert "open_case" in standing_of(story.board, MASON, "person", "w2", story.now).ties
    assert "open_case" not in standing_of(story.board, ELSEWHERE, "person", "w2", story.now).ties
    assert case(story, "c2").contact_by == story.now + 7 * DAY // 3
    story.when(r.CloseCase, "", by=MOREAU, case="c2", reason="goals_reached")
    seen = {who.staff: standing_of(story.board, who, "person", "w2", story.now).ties for who in (MOREAU, MASON, LEAD)}
    assert [tie for ties in seen.values() for tie in ties if tie in ("open_case", "reviews")] == []


def test_05_a_contact_that_reached_the_person_sets_the_next_date_and_a_try_does_not(story: Story) -> None:
    due = case(story).contact_by
    story.now += DAY
    story.when(r.RecordCaseContact, "", by=MOREAU, case="c1", how="phone", outcome="no_answer")
    assert (case(story).contact_by, case(story).reached_at) == (due, None)
    story.when(r.RecordCaseContact, "", by=MOREAU, case="c1", how="visit", outcome="seen", words=(word("case_note"),))
    assert (case(story).contact_by, case(story).count_reached(0)) == (story.now + 7 * DAY, 1)
    assert story.refused(r.RecordCaseContact, "", by=MOREAU, case="c1", how="pigeon", outcome="seen") == "not_in_list"
    late = [one for one in story.wait(9 * DAY) if isinstance(one, CaseContactOverdue)]
    assert len(late) == 3
    assert case(story).is_contact_overdue
    story.when(r.RecordCaseContact, "", by=MOREAU, case="c1", how="phone", outcome="spoke")
    assert not case(story).is_contact_overdue


def test_06_outreach_stops_where_contact_is_prohibited_and_somebody_who_comes_is_met(story: Story) -> None:
    flag: Fields = {"person": "w1", "source": "document", "words": (word("contact_prohibition"),), "review_at": story.now + 90 * DAY}
    story.when(person.WriteItems, "", by=MOREAU, **flag)
    assert story.refused(r.RecordCaseContact, "", by=MOREAU, case="c1", how="phone", outcome="no_answer") == "case_contact_prohibited"
    story.when(r.RecordCaseContact, "", by=MOREAU, case="c1", how="office", outcome="came_to_us")


def test_07_a_caseload_moves_in_bulk_and_only_when_the_receiver_accepts(story: Story) -> None:
    story.when(r.OpenCase, "", by=MOREAU, case="c2", person="w2", case_kind="team", because="court")
    both = ("c1", "c2")
    story.when(r.OfferCases, "", by=MOREAU, cases=both, worker="mason", because="leave")
    assert {case(story, id).worker for id in both} == {"moreau"}
    assert story.refused(r.AcceptCases, "", by=TOMAS, cases=("c2",)) == "case_not_offered"
    story.when(r.AcceptCases, "", by=MASON, cases=both)
    assert {case(story, id).worker for id in both} == {"mason"}
    assert {case(story, id).offered_to for id in both} == {""}
    assert story.refused(r.AcceptCases, "", by=MASON, cases=both) == "case_not_offered"
    assert story.refused(r.OfferCases, "", by=MASON, cases=(), worker="moreau", because="leave") == "case_none_named"
    assert story.refused(r.OfferCases, "", by=MASON, cases=("c1",), worker="mason", because="leave") == "case_offer_to_holder"


def test_08_an_offer_is_declined_or_taken_back_and_nothing_has_moved(story: Story) -> None:
    offer: Fields = {"cases": ("c1",), "worker": "mason", "because": "leave"}
    story.when(r.OfferCases, "", by=MOREAU, **offer)
    story.when(r.DeclineCases, "", by=MASON, cases=("c1",), because="over_limit")
    story.when(r.OfferCases, "", by=MOREAU, **offer)
    assert story.refused(r.WithdrawCaseOffers, "", by=MASON, cases=("c1",)) == "case_not_held"
    story.when(r.WithdrawCaseOffers, "", by=MOREAU, cases=("c1",))
    assert (case(story).worker, case(story).offered_to) == ("moreau", "")
    assert story.wait(2 * DAY) == []


def test_09_an_offer_nobody_answers_rises_once_and_stays_where_it_is(story: Story) -> None:
    story.when(r.OfferCases, "", by=MOREAU, cases=("c1",), worker="mason", because="leave")
    assert [type(one) for one in story.wait(2 * DAY)] == [CaseOfferUnanswered]
    assert (case(story).is_offer_late, case(story).worker) == (True, "moreau")
    story.when(r.AcceptCases, "", by=MASON, cases=("c1",))
    assert not case(story).is_offer_late


def test_10_for_an_absent_worker_a_supervisors_staffed_desk_stands_in_until_somebody_accepts(story: Story) -> None:
    told: Fields = {"cases": ("c1",), "because": "absent"}
    assert story.refused(r.StandInForCases, "", by=LEAD, position="desk-calls", **told) == "case_desk_not_supervisor"
    story.when(r.StandInForCases, "", by=LEAD, position="desk-lead", **told)
    assert (case(story).worker, case(story).desk) == ("", "desk-lead")
    assert story.refused(r.StandInForCases, "", by=LEAD, position="desk-lead", **told) == "case_at_desk_already"
    story.when(r.OfferCases, "", by=LEAD, cases=("c1",), worker="mason", because="absent")
    story.when(r.AcceptCases, "", by=MASON, cases=("c1",))
    assert (case(story).worker, case(story).desk) == ("mason", "")


def test_11_a_supervisor_begins_a_case_at_their_desk_and_asks_a_worker(story: Story) -> None:
    opening: Fields = {"case": "c2", "person": "w2", "case_kind": "steady", "because": "review", "worker": "mason"}
    assert story.refused(r.OpenCase, "", by=LEAD, **opening) == "case_needs_worker"
    story.when(r.OpenCase, "", by=LEAD, **opening, position="desk-lead")
    assert (case(story, "c2").desk, case(story, "c2").worker, case(story, "c2").offered_to) == ("desk-lead", "", "mason")
    story.when(r.AcceptCases, "", by=MASON, cases=("c2",))
    assert (case(story, "c2").desk, case(story, "c2").worker) == ("", "mason")


def test_12_more_than_the_limit_is_taken_only_by_saying_so(story: Story) -> None:
    story.when(r.OpenCase, "", by=MOREAU, case="c2", person="w2", case_kind="steady", because="court")
    third: Fields = {"case": "c3", "person": "w3", "case_kind": "steady", "because": "court"}
    assert story.refused(r.OpenCase, "", by=MOREAU, **third) == "caseload_full"
    story.when(r.OpenCase, "", by=MOREAU, **third, beyond_limit=True)
    assert count_load(story.board, "moreau", "steady") == 3
    story.when(r.OfferCases, "", by=MOREAU, cases=("c1", "c2", "c3"), worker="mason", because="leave")
    assert story.refused(r.AcceptCases, "", by=MASON, cases=("c1", "c2", "c3")) == "caseload_full"
    story.when(r.AcceptCases, "", by=MASON, cases=("c1", "c2"))


def test_13_a_task_is_done_or_ended_and_late_until_then(story: Story) -> None:
    told: Fields = {"case": "c1", "task": "t1", "what": "benefits", "due_at": story.now + DAY}
    assert story.refused(r.SetCaseTask, "", by=MOREAU, **told | {"due_at": story.now}) == "task_due_in_past"
    assert story.refused(r.SetCaseTask, "", by=MOREAU, **told, every_ms=60_000) == "task_too_often"
    story.when(r.SetCaseTask, "", by=MOREAU, **told, words=(word("case_task"),))
    assert len([one for one in story.wait(3 * DAY) if isinstance(one, CaseTaskOverdue)]) == 3
    assert case(story).tasks["t1"].is_overdue
    story.when(r.DoCaseTask, "", by=MOREAU, case="c1", task="t1")
    assert story.refused(r.DoCaseTask, "", by=MOREAU, case="c1", task="t1") == "task_over"
    assert story.refused(r.DoCaseTask, "", by=MOREAU, case="c1", task="t7") == "task_unknown"
    story.when(r.EndCaseTask, "", by=MOREAU, case="c1", task="c1-0", because="not_needed")
    assert case(story).list_open_tasks() == []


def test_14_medication_visits_come_again_until_a_clinician_finds_the_person_stable(story: Story) -> None:
    story.when(r.OpenCase, "", by=MOREAU, case="c2", person="w2", case_kind="visits", because="after_crisis")
    for _ in range(3):
        story.when(r.DoCaseTask, "", by=MOREAU, case="c2", task="c2-0")
    task = case(story, "c2").tasks["c2-0"]
    assert (task.done, task.due_at, task.is_open) == (3, story.now + 7 * DAY, True)
    assert story.refused(r.EndCaseTask, "", by=MOREAU, case="c2", task="c2-0", because="stable") == "task_ended_by_others"
    assert story.refused(r.CloseCase, "", by=MOREAU, case="c2", reason="goals_reached") == "task_ended_by_others"
    story.when(r.OfferCases, "", by=MOREAU, cases=("c2",), worker="amara", because="nearer")
    story.when(r.AcceptCases, "", by=AMARA, cases=("c2",))
    story.when(r.EndCaseTask, "", by=AMARA, case="c2", task="c2-0", because="stable")
    assert not task.is_open


def test_15_medication_visits_of_any_case_are_a_clinicians_to_end(story: Story) -> None:
    weekly: Fields = {"case": "c1", "task": "t1", "what": "medication_visit", "due_at": story.now + DAY, "every_ms": 7 * DAY}
    story.when(r.SetCaseTask, "", by=MOREAU, **weekly)
    assert story.refused(r.EndCaseTask, "", by=MOREAU, case="c1", task="t1", because="stable") == "task_ended_by_others"
    story.when(r.SetCaseTask, "", by=MOREAU, **weekly | {"what": "visit"})
    assert story.refused(r.EndCaseTask, "", by=MOREAU, case="c1", task="t1", because="stable") == "task_ended_by_others"
    story.when(r.CloseCase, "", by=MOREAU, case="c1", reason="died")


def test_16_goals_a_plan_steps_and_what_was_asked_of_others(story: Story) -> None:
    story.when(r.OpenCase, "", by=MOREAU, case="c2", person="w2", case_kind="calming", because="step_down")
    assert case(story, "c2").step == "daily"
    story.when(r.StepCase, "", by=MOREAU, case="c2", step="weekly")
    assert story.refused(r.StepCase, "", by=MOREAU, case="c2", step="weekly") == "case_at_step_already"
    assert story.refused(r.StepCase, "", by=MOREAU, case="c1", step="weekly") == "not_in_list"
    story.when(r.ReferCase, "", by=MOREAU, case="c2", code="coordinated_entry", state="waiting")
    assert story.refused(r.ReferCase, "", by=MOREAU, case="c1", code="coordinated_entry", state="waiting") == "not_in_list"
    assert case(story, "c2").referrals == {"coordinated_entry": ("waiting", story.now)}
    assert story.refused(r.SetCaseGoal, "", by=MOREAU, case="c2", goal="g1") == "case_words_missing"
    story.when(r.SetCaseGoal, "", by=MOREAU, case="c2", goal="g1", words=(word("case_goal"),))
    story.when(r.SetCaseGoal, "", by=MOREAU, case="c2", goal="g1", state="reached")
    assert (case(story, "c2").goals["g1"].state, case(story, "c2").goals["g1"].words) == ("reached", (word("case_goal"),))
    assert story.refused(r.WriteCasePlan, "", by=MOREAU, case="c2") == "case_words_missing"
    story.when(r.WriteCasePlan, "", by=MOREAU, case="c2", words=(word("case_plan"),))
    assert [words for _, _, words in case(story, "c2").plan] == [(word("case_plan"),)]


def test_17_a_case_ends_with_a_reason_of_its_kind_signed_where_it_asks_for_that(story: Story) -> None:
    closing: Fields = {"case": "c1", "reason": "declined"}
    assert story.refused(r.CloseCase, "", by=MOREAU, case="c1", reason="tired") == "not_in_list"
    assert story.refused(r.CloseCase, "", by=MOREAU, **closing) == "case_needs_signature"
    assert story.refused(r.CloseCase, "", by=MOREAU, **closing, signed_by="mason") == "case_needs_signature"
    story.when(r.OfferCases, "", by=MOREAU, cases=("c1",), worker="mason", because="leave")
    facts = story.when(r.CloseCase, "", by=MOREAU, **closing, signed_by="at-desk-lead")
    assert kinds(facts) == ["CaseTaskEnded", "CaseClosed"]
    assert (case(story).closed, case(story).signed_by, case(story).worker, case(story).offered_to) == ("declined", "at-desk-lead", "", "")
    assert story.refused(r.RecordCaseContact, "", by=MOREAU, case="c1", how="phone", outcome="spoke") == "case_closed"
    assert story.refused(r.AcceptCases, "", by=MASON, cases=("c1",)) == "case_unknown"
    assert not [one for one in story.board.clocks if one[1].startswith("c1")]


def test_18_a_case_closed_too_soon_goes_on_with_who_opens_it_again(story: Story) -> None:
    assert story.refused(r.ReopenCase, "", by=MOREAU, case="c1") == "case_open_already"
    story.when(r.CloseCase, "", by=MOREAU, case="c1", reason="goals_reached")
    assert story.refused(r.ReopenCase, "", by=MASON, case="c1") == "case_unknown"
    assert story.refused(r.ReopenCase, "", by=LEAD, case="c1") == "case_not_their_work"
    story.when(r.ReopenCase, "", by=MOREAU, case="c1")
    assert (case(story).worker, case(story).closed, case(story).contact_by) == ("moreau", "", story.now + 7 * DAY)
    story.when(r.CloseCase, "", by=MOREAU, case="c1", reason="goals_reached")
    story.when(r.OpenCase, "", by=MASON, case="c2", person="w1", case_kind="steady", because="court")
    assert story.refused(r.ReopenCase, "", by=MOREAU, case="c1") == "case_open_already"
