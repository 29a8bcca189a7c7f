"""Around the person: who interprets, a minor's guardian, who has the children, a door nobody opens."""

from dataclasses import replace

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import ClockKind
from alongside.core.field import requests as f
from alongside.core.field.facts import EntryDecided, ReportOverdue, ReportOwed, ReportWithdrawn
from alongside.core.party import Actor
from tests.core.story import WHO, Story, kinds
from tests.core.town import DAY, MINUTE

IN_SPANISH = {"incident": "i1", "language": "es", "modality": "phone"}


@pytest.fixture
def story() -> Story:
    """M12 is on scene with a minor."""
    told = Story().staff()
    told.call("i1", minors=("i1-p1",), language="es")
    told.meet("M12", until=A.ON_SCENE)
    return told


def test_who_interpreted_how_and_for_what_is_kept(story: Story) -> None:
    story.when(f.UseInterpreter, "desk-calls", **IN_SPANISH, purpose="triage")
    story.when(f.UseInterpreter, "M12", **(IN_SPANISH | {"modality": "video"}), purpose="advisement", words=WHO[:1])
    told = [one[:4] for one in story.board.incidents.reach("i1").interpreters]
    assert told == [("es", "phone", "professional", "triage"), ("es", "video", "professional", "advisement")]


@pytest.mark.parametrize("who", ["family", "child"])
def test_family_and_children_interpret_only_in_imminent_danger(story: Story, who: str) -> None:
    for reason in ("", "quicker"):
        assert story.refused(f.UseInterpreter, "M12", **IN_SPANISH, interpreter=who, reason=reason) == "family_interprets"
    assert kinds(story.when(f.UseInterpreter, "M12", **IN_SPANISH, interpreter=who, reason="imminent_danger")) == ["InterpreterUsed"]


def test_every_attempt_to_reach_a_guardian_is_kept_also_the_one_that_reached_nobody(story: Story) -> None:
    story.when(f.TryGuardian, "M12", episode="i1-p1", outcome="no_answer")
    story.when(f.TryGuardian, "desk-calls", episode="i1-p1", outcome="reached")
    assert [outcome for outcome, _ in story.board.episodes.reach("i1-p1").guardian] == ["no_answer", "reached"]


def test_who_has_the_children_is_said_and_unknown_is_not_nobody(story: Story) -> None:
    assert story.board.incidents.reach("i1").dependants == ""
    story.when(f.PlaceDependants, "M12", incident="i1", who="unknown")
    assert story.board.incidents.reach("i1").dependants == "unknown"


def test_a_door_nobody_opens_is_no_outcome(story: Story) -> None:
    closed = {"incident": "i1", "then": "return"}
    assert story.refused(f.RecordNoAnswer, "M12", **closed) == "return_needs_time"
    assert story.refused(f.RecordNoAnswer, "M12", **closed, return_at=story.now) == "return_needs_time"
    story.when(f.RecordNoAnswer, "M12", **closed, return_at=story.now + 600_000)
    assert story.board.incidents.reach("i1").no_answer == ("return", story.now + 600_000)
    assert story.board.episodes.reach("i1-p1").ended is None


def test_a_closed_door_told_late_whose_time_to_return_has_passed_is_due_now(story: Story) -> None:
    asked = {"incident": "i1", "then": "return", "return_at": story.now + 600_000, "happened_at": story.now}
    story.wait(1_200_000)
    assert story.refused(f.RecordNoAnswer, "M12", **asked) == "return_needs_time"
    assert kinds(story.when(f.RecordNoAnswer, "M12", **asked, device="phone-1", sequence=1)) == ["NobodyAnswered"]
    assert story.board.incidents.reach("i1").no_answer == ("return", story.now)


def test_forcing_a_door_is_a_police_supervisors_decision(story: Story) -> None:
    decided = {"incident": "i1", "forced": True, "reason": "life_at_risk"}
    assert story.refused(f.DecideEntry, "M12", **decided, words=WHO) == "not_allowed", "never a clinician's"
    assert story.refused(f.DecideEntry, "desk-dispatch", **decided) == "entry_needs_supervisor"
    assert story.refused(f.DecideEntry, "desk-dispatch", **(decided | {"reason": ""}), words=WHO) == "reason_missing"
    entry = story.when(f.DecideEntry, "desk-dispatch", **decided, words=WHO)[0]
    assert isinstance(entry, EntryDecided)
    assert entry.words == WHO


def test_a_crew_that_was_not_sent_writes_none_of_it(story: Story) -> None:
    officer = Actor("novak", "officer", "town", "", "operations", "P31")
    assert story.refused(f.DecideEntry, "", by=officer, incident="i1", forced=False, reason="no", words=WHO) == "not_yours"
    assert story.refused(f.UseInterpreter, "", by=officer, **IN_SPANISH) == "not_yours"


def test_what_nobody_listed_is_refused(story: Story) -> None:
    assert story.refused(f.UseInterpreter, "M12", **(IN_SPANISH | {"modality": "telepathy"})) == "not_in_list"
    assert story.refused(f.TryGuardian, "M12", episode="i1-p1", outcome="maybe") == "not_in_list"
    assert story.refused(f.PlaceDependants, "M12", incident="i1", who="the_dog") == "not_in_list"
    assert story.refused(f.RecordNoAnswer, "M12", incident="i1", then="kick_it_in") == "not_in_list"


def test_a_mandated_report_is_a_task_with_an_owner_and_a_time_and_rises_until_it_is_filed(story: Story) -> None:
    owed = story.when(f.OweReport, "M12", report="m1", episode="i1-p1", about="child")[0]
    assert isinstance(owed, ReportOwed)
    assert (owed.owed_by, owed.due_at) == ("at-M12", story.now + DAY)
    assert story.refused(f.OweReport, "M12", report="m1", episode="i1-p1", about="child") == "report_exists"
    assert story.refused(f.OweReport, "M12", report="m2", episode="i1-p1", about="a_dog") == "not_in_list"
    late = [fact for fact in story.wait(DAY + 60 * MINUTE) if isinstance(fact, ReportOverdue)]
    assert len(late) == 2
    assert story.board.reports.reach("m1").overdue
    story.when(f.FileReport, "M12", report="m1")
    assert not [fact for fact in story.wait(DAY) if isinstance(fact, ReportOverdue)]
    assert story.refused(f.FileReport, "M12", report="m1") == "report_filed"
    assert story.refused(f.FileReport, "M12", report="m9") == "not_yours"
    assert story.refused(f.FileReport, "desk-calls", report="m9") == "report_unknown"


def test_a_report_is_filed_by_whoever_owes_it_or_works_with_the_person(story: Story) -> None:
    story.when(f.OweReport, "M12", report="m1", episode="i1-p1", about="child")
    assert story.refused(f.FileReport, "P31", report="m1") == "not_yours"


def test_a_report_noted_by_mistake_is_withdrawn_with_a_second_person_and_that_can_be_undone(story: Story) -> None:
    story.when(f.OweReport, "M12", report="m1", episode="i1-p1", about="child")
    due = story.board.clocks[(ClockKind.REPORT, "m1")]
    asked = {"report": "m1", "reason": "not_reportable"}
    assert story.refused(f.WithdrawReport, "M12", **asked) == "report_needs_second"
    assert story.refused(f.WithdrawReport, "M12", **asked, signed_by="at-desk-calls") == "report_needs_second", "not a supervisor"
    assert story.refused(f.WithdrawReport, "M12", **(asked | {"reason": "too_much_work"}), signed_by="at-desk-lead") == "not_in_list"
    assert story.refused(f.WithdrawReport, "desk-dispatch", **asked, signed_by="at-desk-lead") == "not_yours", "another's duty"
    withdrawn = story.when(f.WithdrawReport, "M12", **asked, signed_by="at-desk-lead")[0]
    assert isinstance(withdrawn, ReportWithdrawn)
    assert (withdrawn.author, withdrawn.signed_by) == ("at-M12", "at-desk-lead")
    assert story.refused(f.WithdrawReport, "M12", **asked, signed_by="at-desk-lead") == "report_withdrawn"
    assert not [fact for fact in story.wait(2 * DAY) if isinstance(fact, ReportOverdue)]
    story.when(f.RestoreReport, "M12", report="m1")
    assert story.board.clocks[(ClockKind.REPORT, "m1")] == due, "owed by the time it was owed before"
    assert [fact for fact in story.wait(MINUTE) if isinstance(fact, ReportOverdue)]
    assert story.refused(f.RestoreReport, "M12", report="m1") == "report_not_withdrawn"


def test_a_supervisor_withdraws_anothers_report_and_never_their_own_alone(story: Story) -> None:
    story.when(f.OweReport, "M12", report="m1", episode="i1-p1", about="child")
    story.when(f.OweReport, "desk-lead", report="m2", episode="i1-p1", about="child")
    story.when(f.WithdrawReport, "desk-lead", report="m1", reason="owed_already")
    own = {"report": "m2", "reason": "owed_already", "signed_by": "at-desk-lead"}
    assert story.refused(f.WithdrawReport, "desk-lead", **own) == "report_needs_second"
    story.when(f.FileReport, "desk-lead", report="m2")
    assert story.refused(f.WithdrawReport, "desk-lead", **own) == "report_filed"


def test_where_the_law_lets_them_whoever_noted_it_withdraws_it_alone(story: Story) -> None:
    story.rules = replace(story.rules, program=replace(story.rules.program, withdraw_report_alone=True))
    story.when(f.OweReport, "M12", report="m1", episode="i1-p1", about="child")
    assert kinds(story.when(f.WithdrawReport, "M12", report="m1", reason="entered_wrong")) == ["ReportWithdrawn"]
