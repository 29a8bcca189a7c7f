"""Who may say what for whom, who may agree to lower a level, and what a device says afterwards."""

from dataclasses import replace
from typing import Any

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition, EndReason, IncidentStatus, Level, Origin, PartyKind
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.follow_up import requests as u
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.intake.condition import Is
from alongside.core.intake.protocol import Rule
from alongside.core.party import Actor, Member, Party, Reference
from alongside.core.promise import requests as p
from alongside.core.refused import Refused
from alongside.core.request import REQUESTS, Request
from alongside.core.sharing.seats import ALSO_AT_DESKS, WHOSE
from alongside.core.travel import Spot
from tests.core.story import START, WHO, Story, crew, desk, kinds, snapshot
from tests.core.town import CENTRE, MINUTE, PROGRAM, PROTOCOL, RULES

WORDS = (Reference("note", "v1", "d"),)
PEER = Actor("tomas", "peer", "town", "", "operations", "M12")
OFFICER = Actor("novak", "officer", "town", "", "operations", "P31")
NURSE = Actor("ada", "nurse", "haven", "", "operations", "haven")
WALKING = Actor("june", "intern", "town")
M12 = crew("M12")
WORKING = (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE, A.WITH_PERSON)


@pytest.fixture
def story() -> Story:
    """M12 is with the person of i1; P31 is assigned to i2 and on its way."""
    told = Story().staff()
    for incident, unit, statuses in (("i1", "M12", WORKING), ("i2", "P31", WORKING[:2])):
        told.call(incident, callback_known=True)
        told.when(i.SetLevel, "desk-calls", incident=incident, level=Level.URGENT, reason="judgement")
        told.when(d.AssignUnit, "desk-dispatch", assignment=f"a-{incident}", incident=incident, unit=unit)
        for status in statuses:
            told.when(d.ReportStatus, unit, assignment=f"a-{incident}", status=status)
    told.when(h.SetCapacity, "haven", facility="haven", service="chair", free=2)
    return told


NOT_THEIRS: list[tuple[Actor, type[Request], dict[str, Any]]] = [
    (OFFICER, d.ReportStatus, {"assignment": "a-i1", "status": A.TRANSPORTING, "place": "haven"}),
    (OFFICER, d.ChoosePrimary, {"assignment": "a-i1"}),
    (OFFICER, d.GoOutOfService, {"unit": "M12", "reason": "meal"}),
    (OFFICER, d.SignOff, {"unit": "M12"}),
    (OFFICER, d.ChangeCrew, {"unit": "M12", "members": (Member("amara", "clinician"), Member("tomas", "peer"))}),
    (OFFICER, d.SelfStage, {"unit": "M12", "incident": "i9", "episode": "p9", "assignment": "a9"}),
    (OFFICER, f.AskHelp, {"unit": "M12"}),
    (OFFICER, f.RecordDisposition, {"episode": "i1-p1", "disposition": Disposition.NOT_FOUND}),
    (OFFICER, f.SetPermission, {"episode": "i1-p1", "permits": ()}),
    (OFFICER, h.ReservePlace, {"reservation": "v1", "facility": "haven", "service": "chair", "episode": "i1-p1"}),
    (OFFICER, h.HandOver, {"episode": "i1-p1", "facility": "general", "service": "bay"}),
    (OFFICER, p.OfferTransfer, {"episode": "i1-p1", "to": crew("P31")}),
    (OFFICER, p.GiveSign, {"episode": "i1-p1"}),
    (OFFICER, p.EndEpisode, {"episode": "i1-p1", "reason": EndReason.RESOLVED}),
    (OFFICER, p.ReturnTransfer, {"episode": "i1-p1", "to": desk("desk-calls"), "reason": "refused"}),
    (PEER, d.RelievePosition, {"position": "desk-lead", "staff": "tomas", "episodes": ()}),
    (PEER, d.TakePosition, {"position": "desk-lead", "area": "town", "duty": "supervisor", "staff": "tomas"}),
    (PEER, d.TakePosition, {"position": "desk-dispatch", "area": "town", "duty": "dispatcher", "staff": "tomas"}),
    (PEER, d.LeavePosition, {"position": "desk-lead"}),
    (NURSE, h.SetCapacity, {"facility": "general", "service": "bay", "free": 1}),
    (NURSE, h.SetDiversion, {"facility": "general", "diverting": True}),
    (NURSE, h.HandOver, {"episode": "i1-p1", "facility": "general", "service": "bay"}),
    (NURSE, f.WriteNote, {"incident": "i1", "words": WORDS}),
    (NURSE, i.AddDetails, {"incident": "i1", "language": "es"}),
    (NURSE, f.RecordDisposition, {"episode": "i1-p1", "disposition": Disposition.RESOLVED_ON_SCENE}),
    (NURSE, u.TakeFollowUp, {"episode": "i1-p1", "position": "desk-follow-up"}),
    (NURSE, i.TakeCall, {"incident": "i9", "episodes": ("p9",), "area": "town", "origin": Origin.CALL_911, "position": "desk-calls"}),
    (Actor("eve", "evaluator"), i.TakeCall,
     {"incident": "i9", "episodes": ("p9",), "area": "town", "origin": Origin.OFFICER, "position": "desk-calls"}),
]  # fmt: skip


@pytest.mark.parametrize(("by", "kind", "fields"), NOT_THEIRS, ids=lambda one: getattr(one, "__name__", getattr(one, "role", "")))
def test_nobody_speaks_for_somebody_else(story: Story, by: Actor, kind: type[Request], fields: dict[str, Any]) -> None:
    assert story.refused(kind, "", by=by, **fields) == "not_yours"


def test_a_facility_works_with_whoever_is_bound_for_it(story: Story) -> None:
    story.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    story.when(f.WriteNote, "haven", by=NURSE, incident="i1", words=WORDS)
    story.when(h.AgreeToReceive, "haven", by=NURSE, reservation="v1")
    assert story.refused(f.WriteNote, "haven", by=NURSE, incident="i2", words=WORDS) == "not_yours"


def test_a_crew_writes_down_what_the_facility_or_the_crisis_line_said_on_the_phone(story: Story) -> None:
    story.when(h.ReservePlace, "", by=PEER, reservation="v1", facility="haven", service="chair", episode="i1-p1")
    story.when(h.AgreeToReceive, "", by=PEER, reservation="v1", by_phone=True, words=WHO)
    story.when(p.OfferTransfer, "", by=PEER, episode="i1-p1", to=Party(PartyKind.PARTNER, "line-988"))
    assert story.refused(p.AcceptTransfer, "", by=PEER, episode="i1-p1") == "not_yours"
    story.when(p.AcceptTransfer, "", by=PEER, episode="i1-p1", by_phone=True, words=WHO)
    story.when(p.TakeOver, "", by=PEER, episode="i1-p1")
    assert story.responsible("i1-p1") == Party(PartyKind.PARTNER, "line-988")


def test_who_has_nothing_to_do_with_a_need_writes_nothing_of_it_and_does_not_learn_that_it_exists(story: Story) -> None:
    level = {"level": Level.EMERGENT, "reason": "seen"}
    for kind, more in ((f.WriteNote, {"words": WORDS}), (i.FindPlace, {"spot": CENTRE, "how": "seen"}), (i.SetLevel, level)):
        for whose in ({"seat": "", "by": WALKING}, {"seat": "P31"}):
            told = [story.refused(kind, **whose, incident=incident, **more) for incident in ("i1", "gone")]
            assert told == ["not_yours", "not_yours"], (kind, whose)


def test_every_rule_of_the_seat_table_is_about_a_request_there_is() -> None:
    assert {*WHOSE, *ALSO_AT_DESKS} <= set(REQUESTS)
    assert not {*WHOSE} & {*ALSO_AT_DESKS}


def test_a_desk_is_one_the_program_has_and_its_duty_is_the_programs() -> None:
    story = Story().staff()
    lead = {"by": Actor("ann", "supervisor"), "area": "town", "staff": "ann"}
    assert story.refused(d.TakePosition, "", **lead, position="desk-x", duty="supervisor") == "position_unknown"
    story.when(d.LeavePosition, "desk-dispatch", position="desk-dispatch")
    story.when(d.TakePosition, "", **lead, position="desk-dispatch", duty="supervisor")
    assert story.board.positions.reach("desk-dispatch").duty == "dispatcher"


def armed(story: Story, *answers: tuple[str, str]) -> tuple[str, ...]:
    """Answer the protocol; the names of what followed."""
    return tuple(kinds(story.when(i.AnswerProtocol, "desk-calls", incident="i2", protocol="town", answers=answers)))


def test_the_unit_on_scene_may_be_the_second_person_and_lowering_calls_nobody_off(story: Story) -> None:
    armed(story, ("concern", "suicide"), ("weapon", "gun"))
    armed(story, ("concern", "suicide"), ("weapon", "none"))
    asked = {"by": OFFICER, "incident": "i2", "level": Level.URGENT}
    assert story.refused(i.ConcurLowering, "", **asked) == "may_not_concur"
    story.when(d.ReportStatus, "P31", assignment="a-i2", status=A.ON_SCENE)
    assert kinds(story.when(i.ConcurLowering, "", **asked)) == ["LevelSet"]
    assert story.board.assignments.reach("a-i2").status is A.ON_SCENE


def test_a_hard_stop_does_not_fall_by_itself_even_where_the_level_stays(story: Story) -> None:
    also = Rule("both", Is("minor", ("yes",)), Level.EMERGENT)
    story.rules = replace(RULES, protocols={"town": replace(PROTOCOL, rules=(*PROTOCOL.rules, also))})
    armed(story, ("concern", "suicide"), ("weapon", "gun"), ("minor", "yes"))
    assert armed(story, ("concern", "suicide"), ("weapon", "none"), ("minor", "yes"))[-1] == "LoweringProposed"
    incident = story.board.incidents.reach("i2")
    assert (incident.hard_stops, [one.code for one in incident.requirements]) == (("armed",), ["police", "youth"])


def test_what_the_same_answers_newly_require_does_not_wait_for_the_second_person(story: Story) -> None:
    armed(story, ("concern", "suicide"), ("weapon", "gun"))
    armed(story, ("concern", "suicide"), ("weapon", "none"), ("minor", "yes"))
    incident = story.board.incidents.reach("i2")
    assert {one.code for one in incident.requirements} == {"police", "youth"}
    assert (incident.level, incident.concurrence is None) == (Level.EMERGENT, False)


def test_where_the_level_says_so_somebody_stays_on_the_line() -> None:
    plan = PROGRAM.levels[Level.URGENT]
    program = replace(PROGRAM, levels={**PROGRAM.levels, Level.URGENT: replace(plan, stay_connected=True)})
    story = Story(replace(RULES, program=program)).staff()
    story.call("i1")
    story.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    assert [tuple(one) for one in story.board.incidents.reach("i1").requirements] == [("stay_connected", "level", "3")]
    story.when(i.SetLevel, "desk-lead", incident="i1", level=Level.ROUTINE, reason="judgement")
    assert story.board.incidents.reach("i1").requirements == ()


def test_what_a_device_says_happened_before_the_need_was_known_is_looked_at_by_a_person(story: Story) -> None:
    early = {
        "incident": "i1",
        "spot": Spot(40_000_000, -111_000_000),
        "how": "pin",
        "device": "phone-7",
        "happened_at": START - 60 * MINUTE,
    }
    facts = story.when(i.FindPlace, "M12", **early)
    assert [(fact.kind, getattr(fact, "refused", "")) for fact in facts] == [("RequestQuarantined", "happened_before")]


def test_a_clock_a_few_seconds_behind_is_read_as_the_moment_the_need_was_known(story: Story) -> None:
    [fact] = story.when(i.FindPlace, "M12", incident="i1", spot=CENTRE, how="pin", device="phone-7", happened_at=START - 5_000)
    assert (fact.kind, fact.at) == ("PlaceFound", START)


def test_an_old_sign_that_arrives_late_is_as_old_as_it_is(story: Story) -> None:
    story.wait(60 * MINUTE)
    story.when(p.GiveSign, "M12", episode="i1-p1", device="phone-7", happened_at=START + 10 * MINUTE)
    story.wait(39 * MINUTE)
    assert story.board.episodes.reach("i1-p1").silent_since is None
    story.wait(2 * MINUTE)
    assert story.board.episodes.reach("i1-p1").silent_since == START + 10 * MINUTE


def test_a_late_request_is_kept_in_the_area_it_is_about_and_a_stranger_is_refused(story: Story) -> None:
    story.board.incidents.reach("i1").area = "other-town"
    late = {"incident": "i1", "level": Level.URGENT, "reason": "seen", "device": "phone-7"}
    story.board.incidents.reach("i1").status = IncidentStatus.CLOSED
    [fact] = story.when(i.SetLevel, "M12", **late)
    assert fact.stream == "area/other-town"
    with pytest.raises(Refused, match="not_allowed"):
        story.when(i.SetLevel, "", by=Actor("eve", "evaluator"), **late)


def test_ids_are_used_once() -> None:
    story = Story().staff()
    twice = {"incident": "i1", "episodes": ("p1", "p1"), "area": "town", "origin": Origin.CALL_911, "position": "desk-calls"}
    assert story.refused(i.TakeCall, "desk-calls", **twice) == "episode_exists"
    story.when(d.SendMessage, "desk-calls", message="m1", to="M12", words=WORDS)
    assert story.refused(d.SendMessage, "desk-calls", message="m1", to="P31", words=WORDS) == "message_exists"
    hazard = {"hazard": "h1", "code": "dog", "spot": CENTRE, "source": "officer", "review_at": START + MINUTE}
    story.when(d.RecordHazard, "desk-calls", **hazard)
    assert story.refused(d.RecordHazard, "desk-calls", **hazard) == "hazard_exists"


def test_deciding_changes_nothing_on_the_board(story: Story) -> None:
    before = snapshot(story.board)
    for by, kind, fields in NOT_THEIRS:
        story.refused(kind, "", by=by, **fields)
    assert before == snapshot(story.board)


def test_a_crew_withdraws_what_a_crew_reported_and_the_desk_anything(story: Story) -> None:
    for hazard, source in (("h1", "crew"), ("h2", "caller")):
        review = {"review_at": story.now + 86_400_000}
        story.when(d.RecordHazard, "M12", hazard=hazard, code="dog", spot=CENTRE, source=source, **review)
    assert story.board.hazards.reach("h1").at == story.now
    assert kinds(story.when(d.WithdrawHazard, "P31", hazard="h1")) == ["HazardWithdrawn"]
    assert story.refused(d.WithdrawHazard, "M12", hazard="h2") == "not_yours"
    assert kinds(story.when(d.WithdrawHazard, "desk-dispatch", hazard="h2")) == ["HazardWithdrawn"]
