"""Who is sent and why; each assignment with its own status; one winner of every race."""

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Level, PartyKind
from alongside.core.dispatch import requests as d
from alongside.core.dispatch.facts import NeedUnmet, Option, Recommended
from alongside.core.dispatch.recommend import recommend
from alongside.core.field import requests as f
from alongside.core.intake import requests as i
from alongside.core.party import Member
from alongside.core.travel import Spot
from tests.core.story import Story, crew, desk, kinds
from tests.core.town import CENTRE, MINUTE


def called(level: Level = Level.URGENT, incident: str = "i1", **fields: object) -> Story:
    """A town at work with one assessed call."""
    story = Story().staff()
    story.call(incident, **fields)
    story.when(i.SetLevel, "desk-calls", incident=incident, level=level, reason="judgement")
    return story


def options(story: Story, incident: str = "i1") -> list[str]:
    """Call signs in the order recommended."""
    return [option.unit for option in advice(story, incident)]


def advice(story: Story, incident: str = "i1") -> tuple[Option, ...]:
    """The options themselves, best first."""
    return recommend(story.board, story.board.incidents.reach(incident), story.rules, story.roads, story.now).options


def test_the_level_orders_the_kinds_and_each_option_says_why() -> None:
    story = called()
    advised = recommend(story.board, story.board.incidents.reach("i1"), story.rules, story.roads, story.now)
    assert [option.unit for option in advised.options] == ["M12", "C204", "P31"]
    assert [reason.code for reason in advised.options[0].reasons] == ["aboard", "drive"]
    assert advised.options[0].drive_ms == 11_100


def test_a_required_police_officer_puts_teams_with_one_first_and_names_the_answer() -> None:
    story = Story().staff()
    story.call("i1")
    story.when(i.AnswerProtocol, "desk-calls", incident="i1", protocol="town", answers=(("concern", "suicide"), ("weapon", "gun")))
    advised = recommend(story.board, story.board.incidents.reach("i1"), story.rules, story.roads, story.now)
    assert [option.unit for option in advised.options][:2] == ["C204", "P31"]
    meets = [reason for reason in advised.options[0].reasons if reason.code == "meets"]
    assert dict(meets[0].parameters) == {"answer": "gun", "requirement": "police"}


def test_what_the_first_choice_lacks_brings_a_second_unit_along() -> None:
    story = called()
    story.when(d.SignOn, "desk-dispatch", unit="A7", area="town", call_sign="A7", crew_kind="ems", spot=CENTRE,
               members=(Member("ada", "paramedic"), Member("bo", "paramedic")))  # fmt: skip
    story.when(i.ReportRedFlag, "desk-calls", incident="i1", flag="head_injury", state="yes")
    advised = recommend(story.board, story.board.incidents.reach("i1"), story.rules, story.roads, story.now)
    assert [(option.unit, option.also) for option in advised.options][-1] == ("A7", True)


def test_a_crew_the_protocol_rules_out_is_not_offered() -> None:
    story = called()
    story.board.incidents.reach("i1").crews_excluded = ("mobile_crisis",)
    assert options(story) == ["C204", "P31"]


def test_speaking_the_persons_language_outweighs_a_few_minutes() -> None:
    story = called(language="es")
    story.when(d.SignOn, "desk-dispatch", unit="M14", area="town", call_sign="M14", crew_kind="mobile_crisis",
               members=(Member("x", "clinician"), Member("y", "peer")), spot=CENTRE)  # fmt: skip
    assert options(story)[:2] == ["M12", "M14"]


def test_sending_keeps_what_was_recommended_and_the_roads_it_was_judged_by() -> None:
    story = called()
    facts = story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="C204")
    assert kinds(facts) == ["Recommended", "UnitAssigned", "WeaponQuestionPlanned"]
    assert isinstance(facts[0], Recommended)
    assert facts[0].roads == "straight"
    assert story.board.assignments.reach("a1").rank == 2
    story.when(d.ExplainChoice, "desk-dispatch", assignment="a1", reason="knows_the_person")
    assert story.board.assignments.reach("a1").other_choice == "knows_the_person"


def test_when_the_right_team_was_not_free_that_is_a_fact() -> None:
    story = called()
    story.when(d.GoOutOfService, "M12", unit="M12", reason="vehicle")
    facts = story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="C204")
    unmet = [fact for fact in facts if isinstance(fact, NeedUnmet)]
    assert [(one.crew_kind, one.why) for one in unmet[0].missing] == [("mobile_crisis", "all_busy")]


def test_two_dispatchers_taking_one_unit_one_wins_and_the_other_reads_why() -> None:
    story = called()
    story.call("i2")
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    assert story.refused(d.AssignUnit, "desk-lead", assignment="a2", incident="i2", unit="M12") == "unit_taken"


def test_a_unit_may_hold_two_assignments_and_changing_one_touches_no_other() -> None:
    story = called()
    story.call("i2")
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i2", unit="M12", also=True)
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.ENROUTE)
    assert story.board.assignments.reach("a2").status is A.ASSIGNED
    assert story.board.units.reach("M12").primary == "a1"
    story.when(d.ChoosePrimary, "M12", assignment="a2")
    assert story.board.units.reach("M12").primary == "a2"


def test_a_unit_on_its_way_to_something_less_urgent_may_be_sent_elsewhere_at_once() -> None:
    story = called(Level.MODERATE)
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    story.call("i2")
    story.when(i.SetLevel, "desk-calls", incident="i2", level=Level.URGENT, reason="judgement")
    assert options(story, "i2") == ["C204", "P31", "M12"], "free units first, then those that would leave something"
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i2", unit="M12", leaving="a1")
    assert story.board.assignments.reach("a1").status is A.CANCELLED
    assert story.board.units.reach("M12").assignments == ("a2",)


def test_undo_takes_an_assignment_back_until_the_crew_acted_on_it() -> None:
    story = called()
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    story.when(d.WithdrawAssignment, "desk-dispatch", assignment="a1")
    assert story.board.units.reach("M12").assignments == ()
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="M12")
    story.when(d.ReportStatus, "M12", assignment="a2", status=A.ACKNOWLEDGED)
    assert story.refused(d.WithdrawAssignment, "desk-dispatch", assignment="a2") == "life_assignment"


def test_a_page_nobody_acknowledges_escalates_within_thirty_seconds() -> None:
    story = called()
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    assert "PageUnanswered" in kinds(story.wait(30_000))
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.ACKNOWLEDGED)
    assert "PageUnanswered" not in kinds(story.wait(10 * MINUTE))


def test_out_of_service_and_off_duty_block_in_the_core_not_only_on_the_screen() -> None:
    story = called()
    story.when(d.GoOutOfService, "M12", unit="M12", reason="meal")
    assert story.refused(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12") == "unit_out_of_service"
    story.when(d.SignOff, "P31", unit="P31")
    assert story.refused(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="P31") == "unit_off_duty"
    assert "M12" not in options(story)


def test_a_co_responder_car_without_its_clinician_is_patrol() -> None:
    story = called()
    story.when(d.ChangeCrew, "C204", unit="C204", members=(Member("ortiz", "officer", languages=("en", "es")),))
    unit = story.board.units.reach("C204")
    assert (unit.crew_kind, unit.acts_as) == ("co_responder", "patrol")


def test_nobody_goes_alone_into_the_field() -> None:
    story = called()
    story.when(d.ChangeCrew, "M12", unit="M12", members=(Member("amara", "clinician"),))
    assert story.refused(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12") == "crew_incomplete"


def test_a_crew_that_comes_upon_somebody_is_responsible_from_that_moment() -> None:
    story = Story().staff()
    story.when(d.SelfStage, "P31", unit="P31", incident="i7", episode="p7", assignment="a7", spot=Spot(40_761_000, -111_890_000))
    assert story.responsible("p7") == crew("P31")
    assert story.board.assignments.reach("a7").status is A.WITH_PERSON


def test_acknowledging_accepts_the_assignment_and_contact_takes_over() -> None:
    story = called()
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    for status in (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE):
        story.when(d.ReportStatus, "M12", assignment="a1", status=status)
        assert story.responsible("i1-p1") == desk("desk-calls")
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.WITH_PERSON)
    assert story.responsible("i1-p1") == crew("M12")


def test_a_second_crew_does_not_take_a_person_from_the_first() -> None:
    story = called()
    for id, unit in (("a1", "M12"), ("a2", "P31")):
        story.meet(unit, id)
    assert story.responsible("i1-p1") == crew("M12")


def test_a_crew_cannot_clear_call_off_or_sign_off_while_somebody_depends_on_it() -> None:
    story = called()
    story.meet("M12")
    assert story.refused(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED) == "clear_needs_disposition"
    assert story.refused(d.CancelAssignment, "desk-dispatch", assignment="a1", reason="busy") == "cancel_responsible"
    assert story.refused(d.SignOff, "M12", unit="M12") == "still_responsible"


def test_a_clinician_on_the_phone_is_with_the_person_without_driving() -> None:
    story = called(Level.ROUTINE)
    story.when(
        d.SignOn,
        "desk-dispatch",
        unit="L1",
        area="town",
        call_sign="L1",
        crew_kind="clinician_phone",
        members=(Member("ines", "clinician"),),
    )
    assert options(story)[0] == "L1"
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="L1")
    story.when(d.ReportStatus, "desk-dispatch", assignment="a1", status=A.ACKNOWLEDGED)
    story.when(d.ReportStatus, "desk-dispatch", assignment="a1", status=A.WITH_PERSON)
    assert story.board.episodes.reach("i1-p1").responsible == (PartyKind.CREW, "L1")


def test_a_car_cannot_be_with_the_person_before_it_arrived() -> None:
    story = called()
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.ACKNOWLEDGED)
    assert story.refused(d.ReportStatus, "M12", assignment="a1", status=A.WITH_PERSON) == "life_assignment"


def test_a_call_for_help_rises_until_somebody_has_it_and_says_who() -> None:
    story = Story().staff()
    story.when(f.AskHelp, "M12", unit="M12")
    assert kinds(story.wait(60_000)).count("HelpUnanswered") == 2
    story.when(f.ReceiveHelp, "desk-dispatch", unit="M12")
    assert story.board.units.reach("M12").help_received_by == "at-desk-dispatch"
    assert "HelpUnanswered" not in kinds(story.wait(600_000))


def test_a_request_for_no_uniform_is_weighed_and_is_a_reason_on_every_option() -> None:
    story = called()
    assert options(story) == ["M12", "C204", "P31"]
    assert not {reason.code for one in advice(story) for reason in one.reasons} & {"in_uniform", "no_uniform"}
    story.when(i.SetLevel, "desk-calls", incident="i1", level=Level.EMERGENT, reason="worse")
    story.board.incidents.reach("i1").crews_advised = ("co_responder", "mobile_crisis", "patrol")
    assert options(story)[0] == "C204"
    story.when(i.AddDetails, "desk-calls", incident="i1", no_uniform=True)
    assert options(story) == ["M12", "C204", "P31"], "one place later, beside the next kind, and ten minutes"
    told = {one.unit: {reason.code for reason in one.reasons} & {"in_uniform", "no_uniform"} for one in advice(story)}
    assert told == {"M12": {"no_uniform"}, "C204": {"in_uniform"}, "P31": {"in_uniform"}}


def test_no_uniform_never_outweighs_that_police_are_required() -> None:
    story = called()
    story.when(i.AnswerProtocol, "desk-calls", incident="i1", protocol="town", answers=(("concern", "suicide"), ("weapon", "gun")))
    story.when(i.AddDetails, "desk-calls", incident="i1", no_uniform=True)
    assert options(story)[0] == "C204"


def test_answers_that_say_nothing_of_uniforms_take_no_request_back() -> None:
    story = called()
    story.when(i.AddDetails, "desk-calls", incident="i1", no_uniform=True)
    story.when(i.AnswerProtocol, "desk-calls", incident="i1", protocol="town", answers=(("concern", "suicide"), ("weapon", "none")))
    assert story.board.incidents.reach("i1").no_uniform
