"""A place that says yes: reserved, agreed, handed over at the door; and after it the promise to reach the person again."""

import pytest

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import AttemptOutcome, Disposition, EndReason, Level, PartyKind, ReservationStatus
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.follow_up import requests as u
from alongside.core.handoff import requests as h
from alongside.core.handoff.places import list_places
from alongside.core.intake import requests as i
from alongside.core.party import Party
from alongside.core.promise import requests as p
from tests.core.story import Story, actor, crew, desk, kinds
from tests.core.town import CENTRE, DAY, MINUTE

HAVEN = Party(PartyKind.FACILITY, "haven")


@pytest.fixture
def story() -> Story:
    """M12 is with the person; Haven has two chairs, one free."""
    told = Story().staff()
    told.call("i1")
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.meet("M12")
    told.when(h.SetCapacity, "haven", facility="haven", service="chair", free=1)
    return told


def reserve(story: Story, id: str = "v1") -> None:
    """Ask Haven for its chair."""
    story.when(h.ReservePlace, "M12", reservation=id, facility="haven", service="chair", episode="i1-p1")


def test_a_whole_evening_from_scene_to_seen(story: Story) -> None:
    reserve(story)
    assert story.board.places.reach("haven").free["chair"] == 0
    story.when(h.AgreeToReceive, "haven", reservation="v1")
    assert story.responsible("i1-p1") == crew("M12"), "agreeing reserves and moves nothing"
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.TRANSPORTED_VAN, follow_ups=("f1",))
    story.when(i.RuleOutRedFlags, "M12", incident="i1", when="before_departure")
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.TRANSPORTING, place="haven")
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.AT_PLACE)
    facts = story.when(h.HandOver, "M12", episode="i1-p1", facility="haven", service="chair", received_by="nurse")
    assert kinds(facts) == ["HandedOver", "ResponsibilityTaken", "StatusReported"]
    assert story.responsible("i1-p1") == HAVEN
    assert story.board.units.reach("M12").assignments == (), "the crew is free"
    story.when(u.TakeFollowUp, "desk-follow-up", episode="i1-p1", position="desk-follow-up")
    assert story.responsible("i1-p1") == HAVEN, "who has the person stays responsible"
    story.when(h.ReleasePerson, "haven", episode="i1-p1")
    story.when(p.OfferTransfer, "haven", episode="i1-p1", to=desk("desk-follow-up"))
    story.when(p.AcceptTransfer, "desk-follow-up", episode="i1-p1")
    story.when(p.TakeOver, "desk-follow-up", episode="i1-p1")
    story.when(u.AttemptFollowUp, "desk-follow-up", follow_up="f1", outcome=AttemptOutcome.NO_ANSWER)
    facts = story.when(u.AttemptFollowUp, "desk-follow-up", follow_up="f1", outcome=AttemptOutcome.SEEN)
    assert kinds(facts) == ["FollowUpAttempted", "FollowUpKept", "EpisodeEnded"]
    assert story.board.episodes.reach("i1-p1").ended is EndReason.SEEN


def test_a_refusal_keeps_the_person_where_they_are_and_frees_the_chair(story: Story) -> None:
    reserve(story)
    story.when(h.DeclineToReceive, "haven", reservation="v1", reason="acuity")
    assert story.board.places.reach("haven").free["chair"] == 1
    assert story.board.episodes.reach("i1-p1").reservation == ""
    assert story.responsible("i1-p1") == crew("M12")


def test_an_emergency_department_may_advise_but_never_declines(story: Story) -> None:
    story.when(h.ReservePlace, "M12", reservation="v1", facility="general", service="bay", episode="i1-p1")
    assert kinds(story.when(h.DeclineToReceive, "general", reservation="v1", reason="full")) == ["DiversionAdvised"]
    assert story.board.reservations.reach("v1").status is ReservationStatus.RESERVED


def test_a_reservation_lapses_by_itself(story: Story) -> None:
    reserve(story)
    assert "ReservationLapsed" in kinds(story.wait(45 * MINUTE))
    assert story.board.places.reach("haven").free["chair"] == 1


def test_one_chair_has_one_winner_and_a_mistake_is_taken_back_without_blocking(story: Story) -> None:
    reserve(story)
    story.call("i2")
    asked = {"reservation": "v2", "facility": "haven", "service": "chair", "episode": "i2-p1"}
    assert story.refused(h.ReservePlace, "desk-dispatch", **asked) == "no_free_place"
    story.when(h.TakeBackReservation, "M12", reservation="v1")
    assert kinds(story.when(h.ReservePlace, "desk-dispatch", **asked))[0] == "PlaceReserved"


def test_what_a_place_excludes_is_said_before_the_drive(story: Story) -> None:
    story.when(i.ReportRedFlag, "M12", incident="i1", flag="ingestion", state="yes", when="before_departure")
    asking = Asking(story.board, story.rules, story.roads, actor("M12"), story.now, story.now)
    places = list_places(asking, story.board.episodes.reach("i1-p1"), CENTRE)
    assert [(one.facility, one.fits) for one in places] == [("general", True), ("haven", False)]
    assert places[1].reasons[0].code == "medical"
    asked = {"reservation": "v1", "facility": "haven", "service": "chair", "episode": "i1-p1"}
    assert story.refused(h.ReservePlace, "M12", **asked) == "place_does_not_fit"


def test_a_hand_over_needs_no_reservation_at_an_emergency_department(story: Story) -> None:
    story.when(h.HandOver, "M12", episode="i1-p1", facility="general", service="bay")
    assert story.responsible("i1-p1") == Party(PartyKind.FACILITY, "general")


def test_a_chair_reserved_elsewhere_is_taken_back_before_another_door(story: Story) -> None:
    reserve(story)
    assert story.refused(h.HandOver, "M12", episode="i1-p1", facility="general", service="bay") == "reservation_elsewhere"


def test_resolved_in_place_with_follow_up_due_keeps_the_crew_responsible_until_the_desk_takes_it(story: Story) -> None:
    facts = story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE, follow_ups=("f1",))
    assert kinds(facts) == ["DispositionRecorded", "FollowUpDue", "SignGiven"]
    facts = story.when(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED)
    assert kinds(facts) == ["StatusReported", "SignGiven", "IncidentClosed"]
    assert story.responsible("i1-p1") == crew("M12")
    story.when(u.TakeFollowUp, "desk-follow-up", episode="i1-p1", position="desk-follow-up")
    assert story.responsible("i1-p1") == desk("desk-follow-up")


def test_an_overdue_follow_up_rises(story: Story) -> None:
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE, follow_ups=("f1",))
    assert "FollowUpOverdue" in kinds(story.wait(DAY))
    assert story.board.follow_ups.reach("f1").overdue


def test_without_follow_up_by_policy_the_episode_ends_with_its_reason(story: Story) -> None:
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.ARRESTED, agency="county_jail", details=("charges",))
    assert story.board.episodes.reach("i1-p1").ended is EndReason.TAKEN_OVER


def test_not_found_at_high_risk_stays_open_until_a_supervisor_signs(story: Story) -> None:
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.NOT_FOUND)
    assert story.responsible("i1-p1") == crew("M12")
    assert story.refused(p.EndEpisode, "M12", episode="i1-p1", reason=EndReason.NOT_FOUND) == "end_needs_supervisor"
    story.when(p.EndEpisode, "desk-lead", episode="i1-p1", reason=EndReason.NOT_FOUND)
    assert story.responsible("i1-p1") is None


def test_too_few_ids_for_the_follow_ups_are_refused_with_how_many_are_needed(story: Story) -> None:
    asked = {"episode": "i1-p1", "disposition": Disposition.RESOLVED_ON_SCENE}
    assert story.refused(f.RecordDisposition, "M12", **asked) == "follow_up_ids_missing"


def test_capacity_is_a_number_the_facility_has(story: Story) -> None:
    assert story.refused(h.SetCapacity, "haven", facility="haven", service="chair", free=9) == "capacity_out_of_range"
    assert story.refused(h.SetCapacity, "haven", facility="haven", service="cot", free=1) == "service_unknown"


def test_a_detail_nobody_counts_is_refused(story: Story) -> None:
    asked = {"episode": "i1-p1", "disposition": Disposition.RESOLVED_ON_SCENE, "details": ("felt_better",), "follow_ups": ("f1",)}
    assert story.refused(f.RecordDisposition, "M12", **asked) == "detail_unknown"
