"""Before somebody is driven away: the red flags are asked again, a yes goes to EMS first, and a reason is enough to leave."""

import pytest

from alongside.core.codes import RED_FLAGS, Level
from alongside.core.codes import AssignmentStatus as A
from alongside.core.dispatch import requests as d
from alongside.core.dispatch.departing import list_left_open
from alongside.core.dispatch.facts import RedFlagsLeftOpen
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.party import Member
from tests.core.story import Story, kinds

LEAVES = {"assignment": "a1", "status": A.TRANSPORTING, "place": "haven"}


@pytest.fixture
def story() -> Story:
    """M12 is with the person."""
    told = Story().staff()
    told.call("i1")
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.meet("M12")
    return told


def flag(story: Story, code: str, state: str, when: str = "before_departure") -> None:
    """The crew reports one red flag."""
    story.when(i.ReportRedFlag, "M12", incident="i1", flag=code, state=state, when=when)


def test_nobody_is_driven_away_while_a_red_flag_is_unasked(story: Story) -> None:
    for code in RED_FLAGS[1:]:
        flag(story, code, "no")
    flag(story, RED_FLAGS[0], "no", "intake")
    assert story.refused(d.ReportStatus, "M12", **LEAVES) == "red_flags_unasked", "asked at intake is not asked before departure"
    flag(story, RED_FLAGS[0], "unknown")
    assert kinds(story.when(d.ReportStatus, "M12", **LEAVES))[0] == "StatusReported", "unknown is an answer; silence is none"


def test_one_answer_rules_out_the_others_and_leaves_a_yes_standing(story: Story) -> None:
    flag(story, "head_injury", "yes", "on_scene")
    facts = story.when(i.RuleOutRedFlags, "M12", incident="i1", when="before_departure")
    assert kinds(facts) == ["RedFlagReported"] * (len(RED_FLAGS) - 1)
    assert ("head_injury", "no") not in [one[:2] for one in story.board.incidents.reach("i1").medical]


def test_a_yes_is_looked_at_by_ems_before_any_other_place(story: Story) -> None:
    flag(story, "ingestion", "yes")
    story.when(i.RuleOutRedFlags, "M12", incident="i1", when="before_departure")
    assert story.refused(d.ReportStatus, "M12", **LEAVES) == "ems_first"
    medic = (Member("sam", "paramedic"), Member("ray", "paramedic"))
    story.when(d.SignOn, "desk-dispatch", unit="A7", area="town", call_sign="A7", crew_kind="ems", members=medic)
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="A7")
    assert story.refused(d.ReportStatus, "M12", **LEAVES) == "ems_first", "on its way is not there"
    for status in (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE):
        story.when(d.ReportStatus, "desk-dispatch", assignment="a2", status=status)
    story.when(d.ReportStatus, "M12", **LEAVES)


def test_an_emergency_department_is_where_a_yes_is_looked_at(story: Story) -> None:
    flag(story, "ingestion", "yes")
    story.when(i.RuleOutRedFlags, "M12", incident="i1", when="before_departure")
    assert kinds(story.when(d.ReportStatus, "M12", **(LEAVES | {"place": "general"}))) == ["StatusReported", "SignGiven", "TransportLeft"]


def test_a_recorded_reason_is_enough_to_leave_a_scene(story: Story) -> None:
    flag(story, "ingestion", "yes")
    left = story.when(d.ReportStatus, "M12", **LEAVES, reason="danger_here")[1]
    assert isinstance(left, RedFlagsLeftOpen)
    assert (len(left.unasked), left.unseen, left.reason) == (len(RED_FLAGS) - 1, ("ingestion",), "danger_here")


def test_whichever_crew_drives_the_signs_are_asked_again(story: Story) -> None:
    story.meet("P31", "a2")
    assert story.refused(d.ReportStatus, "P31", **(LEAVES | {"assignment": "a2"})) == "red_flags_unasked"
    told = story.when(d.ReportStatus, "P31", **(LEAVES | {"assignment": "a2", "reason": "unsafe_to_stay"}))
    assert "RedFlagsLeftOpen" in kinds(told)


def test_leaving_that_is_told_late_has_happened_and_what_was_left_open_rises_to_the_desk(story: Story) -> None:
    flag(story, "ingestion", "yes", "on_scene")
    story.wait(600_000)
    late = LEAVES | {"happened_at": story.now - 300_000, "device": "phone-1", "sequence": 1}
    told = story.when(d.ReportStatus, "M12", **late)
    assert kinds(told)[:2] == ["StatusReported", "RedFlagsLeftOpen"]
    assert isinstance(told[1], RedFlagsLeftOpen)
    assert told[1].reason == "told_late"
    assert story.board.assignments.reach("a1").status is A.TRANSPORTING
    assert len(still_open(story)) == len(RED_FLAGS)
    story.when(i.RuleOutRedFlags, "desk-dispatch", incident="i1", when="before_departure")
    assert still_open(story) == ("ingestion",), "a yes nobody of EMS looked at is still open"
    flag(story, "ingestion", "no")
    assert still_open(story) == ()


def still_open(story: Story) -> tuple[str, ...]:
    """What the desk is asked to ask now."""
    return list_left_open(story.board, story.rules, story.board.assignments.reach("a1"), story.board.incidents.reach("i1"))


def test_whether_ems_looked_is_read_from_who_was_aboard_then(story: Story) -> None:
    flag(story, "ingestion", "yes")
    story.when(i.RuleOutRedFlags, "M12", incident="i1", when="before_departure")
    officer, medics = (Member("kim", "officer"),), (Member("sam", "paramedic"), Member("ray", "paramedic"))
    story.when(d.SignOn, "desk-dispatch", unit="A7", area="town", call_sign="A7", crew_kind="ems", members=medics)
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="A7")
    for status in (A.ACKNOWLEDGED, A.ENROUTE):
        story.when(d.ReportStatus, "desk-dispatch", assignment="a2", status=status)
    story.wait(60_000)
    story.when(d.ChangeCrew, "desk-dispatch", unit="A7", members=officer)
    story.when(d.ReportStatus, "desk-dispatch", assignment="a2", status=A.ON_SCENE)
    story.when(d.ReportStatus, "desk-dispatch", assignment="a2", status=A.CLEARED)
    story.when(d.ChangeCrew, "desk-dispatch", unit="A7", members=medics)
    assert story.refused(d.ReportStatus, "M12", **LEAVES) == "ems_first", "who came aboard afterwards was not there"


def test_ems_that_looked_and_has_gone_home_has_looked(story: Story) -> None:
    flag(story, "ingestion", "yes")
    story.when(i.RuleOutRedFlags, "M12", incident="i1", when="before_departure")
    medics = (Member("sam", "paramedic"), Member("ray", "paramedic"))
    story.when(d.SignOn, "desk-dispatch", unit="A7", area="town", call_sign="A7", crew_kind="ems", members=medics)
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="A7")
    for status in (A.ACKNOWLEDGED, A.ENROUTE):
        story.when(d.ReportStatus, "desk-dispatch", assignment="a2", status=status)
    seen_at = story.now + 60_000
    story.wait(120_000)
    story.when(d.ChangeCrew, "desk-dispatch", unit="A7", members=(Member("kim", "officer"),))
    late = {"happened_at": seen_at, "device": "phone-7", "sequence": 1}
    story.when(d.ReportStatus, "desk-dispatch", assignment="a2", status=A.ON_SCENE, **late)
    story.when(d.ReportStatus, "desk-dispatch", assignment="a2", status=A.CLEARED)
    story.when(d.SignOff, "desk-dispatch", unit="A7")
    assert kinds(story.when(d.ReportStatus, "M12", **LEAVES)) == ["StatusReported", "SignGiven", "TransportLeft"]


def test_what_is_handed_over_with_the_person_is_from_one_list_and_searched_is_not_also_not_searched(story: Story) -> None:
    told = {"episode": "i1-p1", "facility": "general", "service": "bay"}
    assert story.refused(h.HandOver, "M12", **told, details=("umbrella",)) == "detail_unknown"
    assert story.refused(h.HandOver, "M12", **told, details=("searched", "not_searched")) == "searched_or_not"
    handed = story.when(h.HandOver, "M12", **told, details=("belongings", "not_searched", "pets"), received_by="charge nurse")[0]
    assert (getattr(handed, "details", ()), getattr(handed, "received_by", "")) == (("belongings", "not_searched", "pets"), "charge nurse")
