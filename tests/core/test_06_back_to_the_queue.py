"""What nobody works any more is in the queue again and says so; what is reserved for later comes due like any other need."""

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import IncidentStatus, Level, PartyKind
from alongside.core.dispatch import requests as d
from alongside.core.intake import requests as i
from alongside.core.party import Member, Party
from alongside.core.promise import requests as p
from tests.core.story import START, WHO, Story, crew, desk, kinds
from tests.core.town import MINUTE

WORKING = (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE, A.WITH_PERSON)


@pytest.fixture
def story() -> Story:
    """An urgent call; M12 is sent."""
    told = Story().staff()
    told.call("i1")
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    return told


def report(story: Story, *statuses: A, assignment: str = "a1", unit: str = "M12") -> None:
    """The crew reports one status after another."""
    for status in statuses:
        story.when(d.ReportStatus, unit, assignment=assignment, status=status)


@pytest.mark.parametrize("how", ["declined", "cancelled", "withdrawn", "cleared_without_contact", "sent_elsewhere"])
def test_when_the_only_unit_is_gone_the_need_waits_again_and_says_so(story: Story, how: str) -> None:
    if how == "declined":
        report(story, A.DECLINED)
    elif how == "cancelled":
        story.when(d.CancelAssignment, "desk-dispatch", assignment="a1", reason="busy")
    elif how == "withdrawn":
        story.when(d.WithdrawAssignment, "desk-dispatch", assignment="a1")
    elif how == "cleared_without_contact":
        report(story, A.ACKNOWLEDGED, A.ENROUTE, A.CLEARED)
    else:
        story.call("i2")
        story.when(i.SetLevel, "desk-calls", incident="i2", level=Level.EMERGENT, reason="judgement")
        story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i2", unit="M12", leaving="a1")
    assert "NeedWaiting" in kinds(story.wait(5 * MINUTE))
    assert story.board.incidents.reach("i1").status is IncidentStatus.OPEN
    assert story.responsible("i1-p1") == desk("desk-calls")


def test_a_need_somebody_else_still_works_does_not_wait(story: Story) -> None:
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="P31")
    report(story, A.ACKNOWLEDGED, assignment="a2", unit="P31")
    report(story, A.DECLINED)
    assert "NeedWaiting" not in kinds(story.wait(20 * MINUTE))


def test_setting_the_level_again_after_the_unit_was_called_off_keeps_the_alarm(story: Story) -> None:
    story.when(d.CancelAssignment, "desk-dispatch", assignment="a1", reason="busy")
    story.when(i.SetLevel, "desk-calls", incident="i1", level=Level.EMERGENT, reason="worse")
    assert "NeedWaiting" in kinds(story.wait(MINUTE))


def test_what_is_not_behavioural_waits_for_nobody() -> None:
    story = Story().staff()
    story.call("i1")
    story.when(i.SetLevel, "desk-lead", incident="i1", level=Level.NOT_BEHAVIOURAL, reason="judgement")
    assert "NeedWaiting" not in kinds(story.wait(60 * MINUTE))


def test_a_red_flag_does_not_stop_the_alarm_of_a_waiting_need() -> None:
    story = Story().staff()
    story.call("i1")
    story.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    story.when(i.ReportRedFlag, "desk-calls", incident="i1", flag="ingestion", state="yes")
    assert "NeedWaiting" in kinds(story.wait(5 * MINUTE))


def test_a_person_the_crisis_line_has_is_not_waiting_until_they_come_back() -> None:
    story = Story().staff()
    story.call("i1", callback_known=True)
    line = Party(PartyKind.PARTNER, "line-988")
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=line)
    story.when(p.AcceptTransfer, "desk-calls", episode="i1-p1", words=WHO)
    story.when(p.TakeOver, "desk-calls", episode="i1-p1")
    assert "NeedWaiting" not in kinds(story.wait(20 * MINUTE))
    story.when(p.ReturnTransfer, "desk-calls", episode="i1-p1", to=desk("desk-calls"), reason="caller_refused")
    assert "NeedWaiting" in kinds(story.wait(6 * MINUTE))


def test_an_offer_to_a_crew_that_is_gone_is_taken_back(story: Story) -> None:
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=crew("M12"))
    story.when(p.AcceptTransfer, "M12", episode="i1-p1")
    facts = story.when(d.CancelAssignment, "desk-dispatch", assignment="a1", reason="busy")
    assert "TransferWithdrawn" in kinds(facts)
    assert story.refused(p.TakeOver, "M12", episode="i1-p1") == "transfer_not_accepted"


def test_a_crew_takes_over_only_where_it_is() -> None:
    story = Story().staff()
    story.call("i1")
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=crew("M12"))
    story.when(p.AcceptTransfer, "M12", episode="i1-p1")
    assert story.refused(p.TakeOver, "M12", episode="i1-p1") == "crew_not_there"


def test_one_crew_hands_the_person_to_another_at_the_scene(story: Story) -> None:
    report(story, *WORKING)
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="P31")
    report(story, *WORKING, assignment="a2", unit="P31")
    assert story.responsible("i1-p1") == crew("M12")
    story.when(p.OfferTransfer, "M12", episode="i1-p1", to=crew("P31"))
    story.when(p.AcceptTransfer, "P31", episode="i1-p1")
    story.when(p.TakeOver, "P31", episode="i1-p1")
    assert story.responsible("i1-p1") == crew("P31")
    report(story, A.CLEARED)
    assert "NeedWaiting" not in kinds(story.wait(20 * MINUTE))


def test_what_is_reserved_for_later_is_silent_until_then_and_then_waits_like_any_other() -> None:
    story = Story().staff()
    story.call("i1", scheduled_for=START + 60 * MINUTE)
    assert kinds(story.wait(60 * MINUTE - 1)) == []
    told = kinds(story.wait(1 + 5 * MINUTE))
    assert told == ["IncidentOpened", "NeedWaiting"]


def test_a_unit_sent_before_the_time_opens_what_was_reserved_for_later() -> None:
    story = Story().staff()
    story.call("i1", scheduled_for=START + 60 * MINUTE)
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    assert story.board.incidents.reach("i1").status is IncidentStatus.OPEN
    report(story, A.ACKNOWLEDGED)
    assert "NeedWaiting" not in kinds(story.wait(2 * 60 * MINUTE))


def test_a_crew_that_loses_the_one_the_call_needs_says_what_is_missing(story: Story) -> None:
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="C204", also=True)
    facts = story.when(d.ChangeCrew, "C204", unit="C204", members=(Member("ortiz", "officer", languages=("en", "es")),))
    assert kinds(facts) == ["CrewChanged", "NeedUnmet"]
    assert story.board.incidents.reach("i1").unmet == ("co_responder",)


def test_a_crew_that_asked_for_help_does_not_sign_off_before_somebody_has_it() -> None:
    from alongside.core.field import requests as f

    story = Story().staff()
    story.when(f.AskHelp, "M12", unit="M12")
    assert story.refused(d.SignOff, "M12", unit="M12") == "help_open"


def test_a_crew_out_of_service_that_comes_upon_somebody_is_responsible_all_the_same() -> None:
    story = Story().staff()
    story.when(d.GoOutOfService, "M12", unit="M12", reason="meal")
    story.when(d.SelfStage, "M12", unit="M12", incident="i1", episode="p1", assignment="a1")
    assert story.responsible("p1") == crew("M12")
    again = {"unit": "M12", "incident": "i2", "episode": "p2", "assignment": "a1"}
    assert story.refused(d.SelfStage, "M12", **again) == "assignment_exists"
