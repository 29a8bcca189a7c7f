"""The way to a place: by whom, when, searched or not, restrained how; none of it moves responsibility, and “voluntary” must agree."""

from dataclasses import replace

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Disposition, Level
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.party import Member, Party
from alongside.core.promise import requests as p
from alongside.core.rules import CrewKind
from alongside.core.transport import requests as t
from alongside.core.transport.kept import Ride
from alongside.core.transport.restraining import list_discrepancies
from tests.core.story import Story, actor, crew, kinds
from tests.core.town import CENTRE, MINUTE, RULES

VAN = CrewKind("transport_van", frozenset({"psychiatric_technician", "peer"}), gives=frozenset({"transport"}))
ROLES = {**RULES.program.roles, "psychiatric_technician": frozenset({"psychiatric_technician"}), "driver": frozenset({"driver"})}
WITH_VAN = replace(RULES, program=replace(RULES.program, crews={**RULES.program.crews, "transport_van": VAN}, roles=ROLES))
ABOARD = (Member("begay", "driver"), Member("quintero", "psychiatric_technician"), Member("fairweather", "peer"))


@pytest.fixture
def story() -> Story:
    """P31, an officer alone, is with the person; V2 is on duty: driver, technician, peer."""
    told = Story(WITH_VAN).staff()
    told.when(d.SignOn, "desk-dispatch", unit="V2", area="town", call_sign="V2", crew_kind="transport_van", members=ABOARD, spot=CENTRE)
    told.call("i1")
    told.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    told.meet("P31")
    return told


def by_van(story: Story, kind: type, **fields: object) -> object:
    return story.when(kind, "V2", by=actor("V2")._replace(role="driver"), **fields)


def reserve(story: Story, unit: str = "P31") -> None:
    story.when(h.ReservePlace, unit, reservation="v1", facility="haven", service="chair", episode="i1-p1")
    story.when(h.AgreeToReceive, "haven", reservation="v1")


def ride(story: Story, place: int = 0) -> Ride:
    return story.board.rides.reach(story.board.episodes.reach("i1-p1").rides[place])


def test_01_a_van_asked_for_takes_over_at_the_scene_by_acceptance_and_the_officer_is_free(story: Story) -> None:
    asked = story.now
    story.when(t.AskTransport, "P31", ride="w1", episode="i1-p1", means="crisis_van")
    assert ride(story).is_wanted
    story.wait(MINUTE)
    story.when(d.AssignUnit, "desk-dispatch", assignment="a2", incident="i1", unit="V2")
    story.when(p.OfferTransfer, "P31", episode="i1-p1", to=crew("V2"))
    by_van(story, p.AcceptTransfer, episode="i1-p1")
    assert story.refused(p.TakeOver, "V2", by=actor("V2")._replace(role="driver"), episode="i1-p1") == "crew_not_there"
    for status in (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE, A.WITH_PERSON):
        by_van(story, d.ReportStatus, assignment="a2", status=status)
    assert story.responsible("i1-p1") == crew("P31"), "being there moves nothing between crews"
    by_van(story, p.TakeOver, episode="i1-p1")
    assert story.responsible("i1-p1") == crew("V2")
    story.when(d.ReportStatus, "P31", assignment="a1", status=A.CLEARED)
    assert story.board.units.reach("P31").assignments == (), "the officer is free"
    reserve(story, "desk-dispatch")
    story.when(i.RuleOutRedFlags, "desk-dispatch", incident="i1", when="before_departure")
    story.wait(MINUTE)
    by_van(story, d.ReportStatus, assignment="a2", status=A.TRANSPORTING, place="haven")
    story.wait(MINUTE)
    by_van(story, d.ReportStatus, assignment="a2", status=A.AT_PLACE)
    story.wait(MINUTE)
    story.when(h.HandOver, "haven", episode="i1-p1", facility="haven", service="chair")
    one = ride(story)
    assert (one.id, one.means, one.unit, one.facility, one.ended) == ("w1", "crisis_van", "V2", "haven", "handed_over")
    times = (one.asked_at, one.assigned_at, one.left_at, one.arrived_at, one.handed_at)
    assert times == tuple(asked + turn * MINUTE for turn in range(5))
    assert story.board.answers.doors["haven"] == (1, MINUTE)


def test_02_a_crew_that_drives_by_itself_is_a_ride_too(story: Story) -> None:
    reserve(story)
    story.when(i.RuleOutRedFlags, "P31", incident="i1", when="before_departure")
    story.when(d.ReportStatus, "P31", assignment="a1", status=A.TRANSPORTING, place="haven")
    assert (ride(story).means, ride(story).asked_at) == ("officer", None)
    story.when(d.ReportStatus, "P31", assignment="a1", status=A.WITH_PERSON)
    assert ride(story).ended == "turned_back"
    story.when(i.RuleOutRedFlags, "P31", incident="i1", when="before_departure")
    story.when(d.ReportStatus, "P31", assignment="a1", status=A.TRANSPORTING, place="haven")
    story.when(d.ReportStatus, "P31", assignment="a1", status=A.AT_PLACE)
    story.when(d.ReportStatus, "P31", assignment="a1", status=A.TRANSPORTING, place="general")
    assert [ride(story, place).ended for place in range(3)] == ["turned_back", "went_on", ""]


def test_03_red_flags_are_asked_before_anybody_is_driven_away(story: Story) -> None:
    reserve(story)
    asked = {"assignment": "a1", "status": A.TRANSPORTING, "place": "haven"}
    assert story.refused(d.ReportStatus, "P31", **asked) == "red_flags_unasked"
    assert story.board.episodes.reach("i1-p1").rides == ()


def test_04_by_their_own_means_the_crew_stays_responsible_until_the_door(story: Story) -> None:
    assert story.refused(t.AskTransport, "P31", ride="w1", episode="i1-p1", means="own_means") == "transport_needs_place"
    reserve(story)
    story.when(t.AskTransport, "P31", ride="w1", episode="i1-p1", means="own_means")
    assert ride(story).left_at is not None
    assert story.responsible("i1-p1") == crew("P31")
    story.when(h.HandOver, "haven", episode="i1-p1", facility="haven", service="chair")
    assert ride(story).handed_at is not None


def test_05_a_ride_is_wanted_once_and_taken_back_without_blocking_another(story: Story) -> None:
    story.when(t.AskTransport, "P31", ride="w1", episode="i1-p1", means="ambulance")
    assert story.refused(t.AskTransport, "P31", ride="w2", episode="i1-p1", means="crisis_van") == "ride_open"
    assert story.refused(t.AskTransport, "P31", ride="w2", episode="i1-p1", means="taxi") == "means_unknown"
    story.when(t.TakeBackTransport, "P31", ride="w1")
    story.when(t.AskTransport, "P31", ride="w2", episode="i1-p1", means="crisis_van")
    assert story.refused(t.TakeBackTransport, "P31", ride="w1") == "ride_left"
    assert story.refused(t.TakeBackTransport, "P31", ride="w9") == "not_yours"


def test_06_the_door_has_a_clock_from_arrival_and_it_is_said_again(story: Story) -> None:
    reserve(story)
    story.when(i.RuleOutRedFlags, "P31", incident="i1", when="before_departure")
    story.when(d.ReportStatus, "P31", assignment="a1", status=A.TRANSPORTING, place="haven")
    story.when(d.ReportStatus, "P31", assignment="a1", status=A.AT_PLACE)
    assert "DropOffLate" not in kinds(story.wait(9 * MINUTE))
    assert kinds(story.wait(2 * MINUTE)).count("DropOffLate") == 1
    assert kinds(story.wait(10 * MINUTE)).count("DropOffLate") == 1
    story.when(h.HandOver, "haven", episode="i1-p1", facility="haven", service="chair")
    assert ride(story).late_since is None
    assert "DropOffLate" not in kinds(story.wait(30 * MINUTE))


def test_07_voluntary_in_handcuffs_does_not_agree_and_says_so(story: Story) -> None:
    episode = story.board.episodes.reach("i1-p1")
    reserve(story)
    facts = story.when(t.StartRestraint, "P31", restraint="s1", episode="i1-p1", form="handcuffs", position="face_down")
    assert kinds(facts)[:2] == ["RestraintStarted", "RedFlagReported"], "a restraint is a medical sign"
    assert list_discrepancies(story.board, episode) == ("voluntary_restrained", "face_down")
    story.when(t.MoveRestraint, "P31", restraint="s1", position="on_side")
    assert list_discrepancies(story.board, episode) == ("voluntary_restrained",)
    story.when(t.EndRestraint, "P31", restraint="s1")
    assert list_discrepancies(story.board, episode) == (), "what ended before the ride says nothing about it"
    assert story.refused(t.EndRestraint, "P31", restraint="s1") == "restraint_over"


def test_08_under_a_legal_hold_a_restraint_agrees_and_one_nobody_ended_is_shown(story: Story) -> None:
    episode = story.board.episodes.reach("i1-p1")
    story.when(f.RecordDisposition, "desk-dispatch", episode="i1-p1", disposition=Disposition.TRANSPORTED_HOLD)
    story.when(t.StartRestraint, "P31", restraint="s1", episode="i1-p1", form="soft", position="seated")
    assert list_discrepancies(story.board, episode) == ()
    story.when(h.HandOver, "P31", episode="i1-p1", facility="general", service="bay", legal="hold")
    assert list_discrepancies(story.board, episode) == ("restraint_not_ended",)


def test_09_a_hold_mentioned_before_somebody_agreed_is_shown(story: Story) -> None:
    reserve(story)
    story.when(h.HandOver, "P31", episode="i1-p1", facility="haven", service="chair", details=("hold_mentioned",))
    story.board.episodes.reach("i1-p1").disposition = Disposition.TRANSPORTED_VOLUNTARY
    assert list_discrepancies(story.board, story.board.episodes.reach("i1-p1")) == ("voluntary_after_hold_mentioned",)


def test_10_searched_or_not_is_told_in_codes(story: Story) -> None:
    story.when(t.RecordSearch, "P31", episode="i1-p1", done="not_searched")
    story.when(t.RecordSearch, "P31", episode="i1-p1", done="searched")
    assert (story.board.episodes.reach("i1-p1").searched or ("",))[0] == "searched"
    assert story.refused(t.RecordSearch, "P31", episode="i1-p1", done="frisked") == "search_unknown"
    assert story.refused(t.StartRestraint, "P31", restraint="s1", episode="i1-p1", form="rope", position="seated") == "restraint_unclear"


def test_11_who_has_nothing_to_do_with_the_person_records_nothing(story: Story) -> None:
    asked = {"restraint": "s1", "episode": "i1-p1", "form": "handcuffs", "position": "seated"}
    assert story.refused(t.StartRestraint, "M12", **asked) == "not_yours"
    story.when(t.StartRestraint, "P31", **asked)
    assert story.refused(t.EndRestraint, "M12", restraint="s1") == "not_yours"
    assert Party("crew", "P31") == story.responsible("i1-p1")  # type: ignore[arg-type]
