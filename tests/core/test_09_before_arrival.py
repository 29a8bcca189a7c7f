"""Before a crew arrives: an unknown weapon is asked about again. Once somebody is there: who leads care and who leads safety, by name."""

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import ClockKind
from alongside.core.dispatch import requests as d
from alongside.core.fact import Fact
from alongside.core.field import requests as f
from alongside.core.intake import requests as i
from alongside.core.party import Member
from alongside.core.refused import Refused
from tests.core.story import CREW, Story, kinds
from tests.core.town import CENTRE, MINUTE

FAR = CENTRE._replace(lat=CENTRE.lat + 120_000)  # more than ten minutes from every crew


def sent(unit: str = "C204", **call: object) -> Story:
    """A town at work, and a crew sent to one call."""
    story = Story().staff()
    story.call("i1", **call)
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit=unit)
    return story


def report(story: Story, status: A, assignment: str = "a1", seat: str = "C204") -> tuple[Fact, ...]:
    return story.when(d.ReportStatus, seat, assignment=assignment, status=status, place="haven")


def arrive(story: Story, assignment: str = "a1", seat: str = "C204") -> tuple[Fact, ...]:
    for status in (A.ACKNOWLEDGED, A.ENROUTE):
        report(story, status, assignment, seat)
    return report(story, A.ON_SCENE, assignment, seat)


def weapon(story: Story, state: str) -> tuple[Fact, ...]:
    told = {"incident": "i1", "weapon": "unknown", "place": "unknown", "state": state, "source": "caller"}
    return story.when(i.ReportWeapon, "desk-calls", **told)


def question_at(story: Story) -> int | None:
    return story.board.clocks.get((ClockKind.WEAPON, "i1"))


def test_01_the_question_comes_three_minutes_before_the_crew() -> None:
    story = sent(spot=FAR)
    drive = story.board.assignments.reach("a1").drive_ms
    assert drive is not None
    assert drive > 10 * MINUTE
    assert question_at(story) == story.now + drive - 3 * MINUTE


def test_02_a_crew_around_the_corner_is_no_reason_to_skip_it() -> None:
    story = sent()
    assert question_at(story) == story.now
    assert "WeaponQuestionDue" in kinds(story.wait(1_000))


def test_03_it_rises_again_each_minute_until_somebody_asked_even_if_the_answer_is_unknown() -> None:
    story = sent()
    assert kinds(story.wait(3 * MINUTE)).count("WeaponQuestionDue") == 4
    assert story.board.incidents.reach("i1").weapon_question_at is not None
    weapon(story, "unknown")
    assert story.board.incidents.reach("i1").weapon_question_at is None
    assert "WeaponQuestionDue" not in kinds(story.wait(5 * MINUTE))
    assert [state for *_, state, _source, _at in story.board.incidents.reach("i1").weapons] == ["unknown"]


def test_04_an_unknown_told_long_before_does_not_count_as_asked_again() -> None:
    story = sent(spot=FAR)
    weapon(story, "unknown")
    assert question_at(story) is not None
    weapon(story, "denied")
    assert question_at(story) is None


def test_05_a_denial_known_before_sending_plans_no_question() -> None:
    story = Story().staff()
    story.call("i1")
    weapon(story, "denied")
    facts = story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="C204")
    assert "WeaponQuestionPlanned" not in kinds(facts)


def test_06_the_crew_that_is_there_sees_for_itself_and_nobody_coming_ends_it() -> None:
    story = sent()
    story.wait(1_000)
    arrive(story)
    assert (question_at(story), story.board.incidents.reach("i1").weapon_question_at) == (None, None)
    other = sent(spot=FAR)
    other.when(d.CancelAssignment, "desk-dispatch", assignment="a1", reason="not_needed")
    assert "WeaponQuestionDropped" in kinds(other.wait(60 * MINUTE))
    assert question_at(other) is None


def test_07_the_nearer_of_two_crews_sets_the_time() -> None:
    story = sent("M12", spot=FAR)
    first = question_at(story)
    story.board.units.reach("P31").spot = FAR
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="P31")
    assert first is not None
    assert question_at(story) == story.now < first


def leads(story: Story) -> tuple[str, str]:
    incident = story.board.incidents.reach("i1")
    return incident.clinical_lead, incident.safety_lead


def test_08_the_clinician_leads_care_and_the_officer_safety() -> None:
    story = sent()
    assert leads(story) == ("", "")
    assert "LeadsNamed" in kinds(arrive(story))
    assert leads(story) == ("lee", "ortiz")


def test_09_without_police_another_member_leads_safety_without_a_clinician_nobody_leads_care() -> None:
    story = sent("M12")
    arrive(story, seat="M12")
    assert leads(story) == ("amara", "tomas")
    other = sent("P31")
    arrive(other, seat="P31")
    assert leads(other) == ("", "novak")


def test_10_who_leads_stays_when_more_come_and_passes_on_when_they_leave() -> None:
    story = sent("P31")
    arrive(story, seat="P31")
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="C204")
    arrive(story, "a2")
    assert leads(story) == ("lee", "novak")
    report(story, A.CLEARED, seat="P31")
    assert leads(story) == ("lee", "ortiz")


def test_11_a_person_chooses_among_those_there_and_their_choice_stands() -> None:
    story = sent("P31")
    arrive(story, seat="P31")
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="C204")
    arrive(story, "a2")
    story.when(f.NameLeads, "C204", incident="i1", safety="ortiz")
    assert leads(story) == ("lee", "ortiz")
    report(story, A.WITH_PERSON, "a2")
    assert leads(story) == ("lee", "ortiz")
    for choice, code in (({"safety": "amara"}, "lead_not_there"), ({"clinical": "novak"}, "lead_not_clinical")):
        with pytest.raises(Refused) as refused:
            story.when(f.NameLeads, "C204", incident="i1", **choice)
        assert refused.value.code == code


def test_12_a_crew_that_comes_upon_a_need_has_its_leads_at_once() -> None:
    story = Story().staff()
    facts = story.when(d.SelfStage, "C204", unit="C204", incident="i1", episode="e1", assignment="a1")
    assert kinds(facts)[-1] == "LeadsNamed"
    assert leads(story) == ("lee", "ortiz")


def test_13_a_crew_sent_after_another_was_there_and_saw_nobody_is_asked_for_again() -> None:
    story = sent("P31")
    arrive(story, seat="P31")
    report(story, A.CLEARED, seat="P31")
    facts = story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="M12")
    assert "WeaponQuestionPlanned" in kinds(facts)


def test_14_who_led_and_was_called_off_leads_no_more() -> None:
    story = sent("P31")
    arrive(story, seat="P31")
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="C204")
    arrive(story, "a2")
    story.when(d.CancelAssignment, "desk-dispatch", assignment="a1", reason="not_needed")
    assert leads(story) == ("lee", "ortiz")


def test_15_who_left_the_crew_on_scene_leads_no_more_and_somebody_there_is_proposed() -> None:
    story = sent()
    arrive(story)
    ortiz, lee = CREW["C204"][1]
    story.when(d.ChangeCrew, "desk-dispatch", unit="C204", members=(ortiz, Member("kim", "clinician")))
    assert leads(story) == ("kim", "ortiz")
    story.when(d.ChangeCrew, "desk-dispatch", unit="C204", members=(ortiz,))
    assert leads(story) == ("", "ortiz"), "nobody leads care, rather than somebody who went home"
    story.when(d.ChangeCrew, "desk-dispatch", unit="C204", members=(lee, Member("kim", "officer")))
    assert leads(story) == ("lee", "kim")
