"""Ends, promises and reservations: what was promised to a person is kept, closed by somebody, or said to be impossible; never dropped."""

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import AttemptOutcome, Disposition, EndReason, FollowUpStatus, IncidentStatus, Level, PartyKind, ReservationStatus
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.follow_up import requests as u
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.party import Party
from alongside.core.promise import requests as p
from tests.core.story import WHO, Story, actor, crew, desk, kinds
from tests.core.town import DAY, MINUTE

HAVEN = Party(PartyKind.FACILITY, "haven")
WORKING = (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE, A.WITH_PERSON)


def meet(people: int = 1) -> Story:
    """M12 is with everybody of an urgent call; Haven has two chairs free."""
    told = Story().staff()
    told.call("i1", people=people)
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    for status in WORKING:
        told.when(d.ReportStatus, "M12", assignment="a1", status=status)
    told.when(h.SetCapacity, "haven", facility="haven", service="chair", free=2)
    return told


@pytest.fixture
def story() -> Story:
    """One person with M12."""
    return meet()


def resolve(story: Story, id: str = "f1", episode: str = "i1-p1") -> None:
    """Resolved on scene, a follow-up due."""
    told = {"episode": episode, "disposition": Disposition.RESOLVED_ON_SCENE, "follow_ups": (id,)}
    story.when(f.RecordDisposition, "M12", **told)


def test_saying_the_outcome_twice_does_not_drop_the_follow_up(story: Story) -> None:
    resolve(story)
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE)
    assert story.responsible("i1-p1") == crew("M12")
    assert story.board.follow_ups.reach("f1").status is FollowUpStatus.DUE


def test_nobody_ends_an_episode_over_an_open_promise(story: Story) -> None:
    resolve(story)
    assert story.refused(p.EndEpisode, "M12", episode="i1-p1", reason=EndReason.RESOLVED) == "follow_up_open"


def test_where_the_promise_has_become_pointless_it_is_closed_with_the_episode(story: Story) -> None:
    resolve(story)
    facts = story.when(p.EndEpisode, "M12", episode="i1-p1", reason=EndReason.DIED)
    assert kinds(facts) == ["FollowUpClosed", "EpisodeEnded"]
    assert "FollowUpOverdue" not in kinds(story.wait(3 * DAY))


def test_an_ended_episode_leaves_no_chair_reserved(story: Story) -> None:
    story.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    facts = story.when(p.EndEpisode, "M12", episode="i1-p1", reason=EndReason.DIED)
    assert kinds(facts) == ["ReservationTakenBack", "EpisodeEnded"]
    assert story.board.places.reach("haven").free["chair"] == 2


def test_one_persons_promise_never_takes_the_id_of_anothers() -> None:
    story = meet(people=2)
    resolve(story)
    asked = {"episode": "i1-p2", "disposition": Disposition.RESOLVED_ON_SCENE, "follow_ups": ("f1",)}
    assert story.refused(f.RecordDisposition, "M12", **asked) == "follow_up_exists"


def test_a_person_who_comes_back_is_promised_anew_and_needs_a_new_outcome(story: Story) -> None:
    resolve(story)
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED)
    story.when(u.TakeFollowUp, "desk-follow-up", episode="i1-p1", position="desk-follow-up")
    story.when(u.AttemptFollowUp, "desk-follow-up", follow_up="f1", outcome=AttemptOutcome.SEEN)
    story.when(i.ReopenIncident, "desk-dispatch", incident="i1", position="desk-dispatch", reason="called_again")
    assert story.board.episodes.reach("i1-p1").disposition is None
    assert "NeedWaiting" in kinds(story.wait(5 * MINUTE))
    story.when(f.RecordDisposition, "desk-dispatch", episode="i1-p1", disposition=Disposition.RESOLVED_ON_SCENE, follow_ups=("f2",))
    assert story.board.episodes.reach("i1-p1").follow_ups == ("f1", "f2")


def test_the_follow_up_desk_does_not_take_a_person_out_of_a_crews_car(story: Story) -> None:
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.TRANSPORTED_VAN, follow_ups=("f1",))
    story.when(i.RuleOutRedFlags, "M12", incident="i1", when="before_departure")
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.TRANSPORTING, place="haven")
    asked = {"episode": "i1-p1", "position": "desk-follow-up"}
    assert story.refused(u.TakeFollowUp, "desk-follow-up", **asked) == "crew_still_there"
    assert story.responsible("i1-p1") == crew("M12")


def test_a_crew_does_not_clear_with_a_person_still_aboard(story: Story) -> None:
    story.when(f.RecordDisposition, "M12", episode="i1-p1", disposition=Disposition.TRANSPORTED_VAN, follow_ups=("f1",))
    story.when(i.RuleOutRedFlags, "M12", incident="i1", when="before_departure")
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.TRANSPORTING, place="haven")
    assert story.refused(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED) == "clear_needs_hand_over"


def test_with_one_person_handed_over_the_crew_stays_for_the_other() -> None:
    story = meet(people=2)
    facts = story.when(h.HandOver, "M12", episode="i1-p1", facility="general", service="bay")
    assert kinds(facts) == ["HandedOver", "ResponsibilityTaken"]
    assert story.board.units.reach("M12").assignments == ("a1",)
    assert story.refused(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED) == "clear_needs_disposition"


def test_two_crews_with_one_person_each_leave_each_on_their_own() -> None:
    story = Story().staff()
    story.call("i1", people=2)
    for id, unit, episode in (("a1", "M12", "i1-p1"), ("a2", "P31", "i1-p2")):
        story.when(d.AssignUnit, "desk-dispatch", assignment=id, incident="i1", unit=unit)
        for status in WORKING:
            story.when(d.ReportStatus, unit, assignment=id, status=status, episodes=(episode,))
    assert (story.responsible("i1-p1"), story.responsible("i1-p2")) == (crew("M12"), crew("P31"))
    story.when(f.RecordDisposition, "P31", episode="i1-p2", disposition=Disposition.CITED)
    story.when(d.ReportStatus, "P31", assignment="a2", status=A.CLEARED)
    assert story.board.incidents.reach("i1").status is IncidentStatus.OPEN
    assert story.responsible("i1-p1") == crew("M12")


def test_a_person_a_crew_finds_beside_the_first_is_theirs_from_that_moment(story: Story) -> None:
    story.when(i.AddPerson, "M12", incident="i1", episode="i1-p9")
    assert story.responsible("i1-p9") == crew("M12")


def test_a_need_whose_person_is_with_somebody_else_is_not_cancelled_away(story: Story) -> None:
    story.when(h.HandOver, "M12", episode="i1-p1", facility="general", service="bay")
    asked = {"incident": "i1", "reason": "mistake"}
    assert story.refused(i.CancelIncident, "desk-lead", **asked) == "person_elsewhere"


def test_care_returns_only_to_the_party_that_handed_over(story: Story) -> None:
    story.when(h.HandOver, "M12", episode="i1-p1", facility="general", service="bay")
    asked = {"episode": "i1-p1", "to": crew("P31"), "reason": "ours"}
    assert story.refused(p.ReturnTransfer, "P31", **asked) == "not_yours"
    assert story.refused(p.ReturnTransfer, "desk-calls", **asked) == "not_handed_by"


def test_a_duplicate_ends_only_while_somebody_has_the_person_under_the_other_incident() -> None:
    story = Story().staff()
    story.call("i1")
    story.call("i2")
    story.when(i.LinkIncidents, "desk-calls", incident="i1", other="i2")
    story.when(i.CancelIncident, "desk-calls", incident="i1", reason="mistake")
    asked = {"episode": "i2-p1", "reason": EndReason.DUPLICATE}
    assert story.refused(p.EndEpisode, "desk-calls", **asked) == "end_needs_link"


def test_unlinking_gives_a_duplicate_somebody_responsible_again() -> None:
    story = Story().staff()
    story.call("i1")
    story.call("i2")
    story.when(i.LinkIncidents, "desk-calls", incident="i1", other="i2")
    story.when(p.EndEpisode, "desk-calls", episode="i2-p1", reason=EndReason.DUPLICATE)
    story.when(i.CloseIncident, "desk-calls", incident="i2")
    story.when(i.UnlinkIncidents, "desk-dispatch", incident="i1", other="i2")
    assert story.responsible("i2-p1") == desk("desk-dispatch")
    assert story.board.incidents.reach("i2").status is IncidentStatus.OPEN


def test_a_place_is_not_given_away_while_the_person_is_on_the_way_to_it(story: Story) -> None:
    story.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    story.when(h.AgreeToReceive, "haven", reservation="v1")
    story.when(i.RuleOutRedFlags, "M12", incident="i1", when="before_departure")
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.TRANSPORTING, place="haven")
    assert "ReservationExtended" in kinds(story.wait(45 * MINUTE))
    assert story.board.reservations.reach("v1").status is ReservationStatus.AGREED
    assert story.board.reservations.reach("v1").until > story.now


def test_a_lapsed_reservation_does_not_close_the_door(story: Story) -> None:
    story.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    story.wait(45 * MINUTE)
    told = {"episode": "i1-p1", "facility": "haven", "service": "chair", "reservation": "v1", "received_by": "nurse"}
    assert "ResponsibilityTaken" in kinds(story.when(h.HandOver, "M12", **told))
    assert story.responsible("i1-p1") == HAVEN


def test_at_a_door_that_may_say_no_a_crew_names_who_received_the_person(story: Story) -> None:
    told = {"episode": "i1-p1", "facility": "haven", "service": "chair"}
    assert story.refused(h.HandOver, "M12", **told) == "receiver_missing"
    assert story.refused(h.HandOver, "M12", **(told | {"service": "cot"})) == "service_unknown"
    story.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    story.when(h.HandOver, "haven", **told)
    assert story.responsible("i1-p1") == HAVEN


def test_what_was_agreed_by_phone_can_be_confirmed_afterwards(story: Story) -> None:
    story.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    story.when(h.AgreeToReceive, "desk-dispatch", reservation="v1", by_phone=True, read_back=False)
    story.when(h.AgreeToReceive, "desk-dispatch", reservation="v1", by_phone=True, words=WHO)
    assert story.board.reservations.reach("v1").read_back
    story.when(p.OfferTransfer, "M12", episode="i1-p1", to=HAVEN)
    story.when(p.AcceptTransfer, "desk-dispatch", episode="i1-p1", by_phone=True, read_back=False)
    story.when(p.AcceptTransfer, "desk-dispatch", episode="i1-p1", by_phone=True, words=WHO)
    assert story.board.episodes.reach("i1-p1").offer.read_back


def test_nobody_is_called_who_does_not_want_to_be_and_a_supervisor_closes_it(story: Story) -> None:
    story.when(f.SetPermission, "M12", episode="i1-p1", permits=())
    resolve(story)
    story.when(d.ReportStatus, "M12", assignment="a1", status=A.CLEARED)
    story.when(u.TakeFollowUp, "desk-follow-up", episode="i1-p1", position="desk-follow-up")
    tried = {"follow_up": "f1", "outcome": AttemptOutcome.NO_ANSWER}
    assert story.refused(u.AttemptFollowUp, "desk-follow-up", **tried) == "contact_not_permitted"
    assert story.refused(u.CloseFollowUp, "desk-follow-up", follow_up="f1", reason="no_permission") == "end_needs_supervisor"
    story.when(u.CloseFollowUp, "desk-lead", follow_up="f1", reason="no_permission")
    assert story.responsible("i1-p1") == desk("desk-follow-up")
    story.when(p.EndEpisode, "desk-lead", episode="i1-p1", reason=EndReason.DECLINED)
    assert story.responsible("i1-p1") is None


def test_only_a_supervisor_on_duty_signs(story: Story) -> None:
    asked = {"episode": "i1-p1", "reason": EndReason.NOT_FOUND}
    for name in ("anybody", "at-desk-dispatch", "at-M12"):
        assert story.refused(p.EndEpisode, "M12", **asked, signed_by=name) == "end_needs_supervisor"
    assert story.refused(p.EndEpisode, "desk-lead", by=actor("desk-lead")._replace(staff="off-duty", role="clinician", seat="M12"), **asked,
                         signed_by="off-duty") == "end_needs_supervisor"  # fmt: skip
    story.when(p.EndEpisode, "M12", **asked, signed_by="at-desk-lead")
    assert story.responsible("i1-p1") is None
