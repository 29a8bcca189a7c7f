"""The first ring: somebody is responsible at once, whatever else is still unknown."""

import pytest

from alongside.core.asking import Asking
from alongside.core.codes import IncidentStatus, Level, Origin
from alongside.core.fact import KINDS
from alongside.core.intake import numbering
from alongside.core.intake import requests as i
from alongside.core.intake.linking import suggest_links
from alongside.core.party import Reference
from tests.core.story import START, Story, actor, desk, kinds
from tests.core.town import CENTRE, MINUTE


def test_a_call_opens_an_incident_and_somebody_is_responsible_for_each_person() -> None:
    story = Story().staff()
    facts = story.call("i1", people=2, first_ring_at=START - 9_000)
    assert kinds(facts) == ["CallTaken", "EpisodeOpened", "EpisodeOpened"]
    assert [story.responsible("i1-p1"), story.responsible("i1-p2")] == [desk("desk-calls")] * 2
    incident = story.board.incidents.reach("i1")
    assert (incident.level, incident.first_ring_at) == (None, START - 9_000)


def test_a_place_that_is_only_the_callers_words_blocks_nothing() -> None:
    story = Story().staff()
    story.call("i1", spot=None, words=(Reference("place", "v9", "d"),))
    assert story.board.incidents.reach("i1").words[0].field == "place"
    assert story.refused(i.FindPlace, "desk-calls", incident="nowhere", spot=CENTRE, how="pin") == "incident_unknown"
    assert kinds(story.when(i.FindPlace, "desk-calls", incident="i1", spot=CENTRE, how="pin", uncertainty_m=50)) == ["PlaceFound"]


def test_nobody_can_be_responsible_at_an_empty_desk() -> None:
    assert Story().refused(
        i.TakeCall, "desk-calls", incident="i1", episodes=("p",), area="town", origin=Origin.CALL_911, position="desk-calls"
    ) == "position_unknown"  # fmt: skip


def test_an_incident_without_a_person_is_no_incident() -> None:
    story = Story().staff()
    assert story.refused(
        i.TakeCall, "desk-calls", incident="i", episodes=(), area="town", origin=Origin.CALL_911, position="desk-calls"
    ) == ("incident_without_person")


def test_answers_set_level_and_requirements_and_say_which_rule_decided() -> None:
    story = Story().staff()
    story.call("i1")
    facts = story.when(i.AnswerProtocol, "desk-calls", incident="i1", protocol="town", answers=(("concern", "suicide"), ("weapon", "none")))
    assert kinds(facts) == ["ProtocolAnswered", "WeaponReported", "LevelSet"]
    incident = story.board.incidents.reach("i1")
    assert (incident.level, incident.level_rule) == (Level.URGENT, "thoughts")
    assert incident.weapons[0][2] == "denied", "what a caller denies is a denial, not an absence"


def test_a_hard_stop_falls_only_when_a_second_person_concurs() -> None:
    story = Story().staff()
    story.call("i1")
    armed, calm = (("concern", "suicide"), ("weapon", "gun")), (("concern", "suicide"), ("weapon", "none"))
    story.when(i.AnswerProtocol, "desk-calls", incident="i1", protocol="town", answers=armed)
    facts = story.when(i.AnswerProtocol, "desk-calls", incident="i1", protocol="town", answers=calm)
    assert kinds(facts)[-1] == "LoweringProposed"
    assert story.board.incidents.reach("i1").level is Level.EMERGENT
    assert story.refused(i.ConcurLowering, "desk-calls", incident="i1", level=Level.URGENT) == "may_not_concur"
    same = actor("desk-calls")._replace(role="supervisor")
    assert story.refused(i.ConcurLowering, "desk-lead", by=same, incident="i1", level=Level.URGENT) == "may_not_concur"
    story.when(i.ConcurLowering, "desk-lead", incident="i1", level=Level.URGENT)
    assert story.board.incidents.reach("i1").level is Level.URGENT


def test_anybody_may_raise_and_a_raised_level_does_not_fall_by_an_answer() -> None:
    story = Story().staff()
    story.call("i1")
    story.when(i.SetLevel, "desk-dispatch", incident="i1", level=Level.EMERGENT, reason="seen_on_scene")
    answers = (("concern", "welfare"), ("weapon", "none"))
    assert kinds(story.when(i.AnswerProtocol, "desk-calls", incident="i1", protocol="town", answers=answers))[-1] == "LoweringProposed"


def test_a_positive_red_flag_requires_ems_and_moves_no_level() -> None:
    story = Story().staff()
    story.call("i1")
    story.when(i.SetLevel, "desk-calls", incident="i1", level=Level.MODERATE, reason="judgement")
    story.when(i.ReportRedFlag, "desk-calls", incident="i1", flag="ingestion", state="yes", when="on_scene")
    incident = story.board.incidents.reach("i1")
    assert [one.code for one in incident.requirements] == ["ems"]
    assert incident.level is Level.MODERATE


def test_a_need_nobody_is_sent_to_rises_after_its_levels_limit() -> None:
    story = Story().staff()
    story.call("i1")
    assert "NeedWaiting" not in kinds(story.wait(5 * MINUTE - 1))
    assert "NeedWaiting" in kinds(story.wait(1))


def test_a_scheduled_need_comes_due_by_itself() -> None:
    story = Story().staff()
    story.call("i1", scheduled_for=START + 10 * MINUTE)
    assert story.board.incidents.reach("i1").status is IncidentStatus.SCHEDULED
    story.wait(10 * MINUTE)
    assert story.board.incidents.reach("i1").status is IncidentStatus.OPEN


def test_duplicates_are_suggested_with_reasons_linked_by_a_person_and_unlinked_without_loss() -> None:
    story = Story().staff()
    story.call("i1")
    story.call("i2")
    asking = Asking(story.board, story.rules, story.roads, actor("desk-calls"), story.now, story.now)
    [(other, reasons)] = suggest_links(asking, story.board.incidents.reach("i1"))
    assert (other.id, [reason.code for reason in reasons]) == ("i2", ["near", "same_time"])
    assert story.board.incidents.reach("i1").links == (), "a suggestion links nothing"
    before = repr(list(story.board.incidents))
    story.when(i.LinkIncidents, "desk-calls", incident="i1", other="i2")
    assert story.refused(i.LinkIncidents, "desk-calls", incident="i1", other="i2") == "already_linked"
    story.when(i.UnlinkIncidents, "desk-calls", incident="i2", other="i1")
    assert repr(list(story.board.incidents)) == before


def test_cancelling_a_high_risk_need_wants_a_supervisor_and_reopening_makes_somebody_responsible_again() -> None:
    story = Story().staff()
    story.call("i1")
    story.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="judgement")
    assert story.refused(i.CancelIncident, "desk-calls", incident="i1", reason="mistake") == "end_needs_supervisor"
    story.when(i.CancelIncident, "desk-calls", incident="i1", reason="mistake", signed_by="at-desk-lead")
    assert story.responsible("i1-p1") is None
    assert story.refused(i.SetLevel, "desk-calls", incident="i1", level=Level.ROUTINE, reason="late") == "incident_closed"
    story.when(i.ReopenIncident, "desk-dispatch", incident="i1", position="desk-dispatch", reason="called_again")
    assert story.responsible("i1-p1") == desk("desk-dispatch")


def test_a_late_request_that_no_longer_fits_is_quarantined_never_dropped() -> None:
    story = Story().staff()
    facts = story.when(i.SetLevel, "desk-dispatch", incident="gone", level=Level.URGENT, reason="seen", device="phone-7", sequence=4)
    assert kinds(facts) == ["RequestQuarantined"]
    assert facts[0] == KINDS["RequestQuarantined"]("area/town", story.now, f"r{story.asked}", "SetLevel", "phone-7", 4, "incident_unknown")


def test_a_number_tells_nobody_how_many_needs_there_were() -> None:
    alone, among = Story().staff(), Story().staff()
    for other in range(30):
        among.call(f"other{other}")
    for story in (alone, among):
        story.call("i1")
    assert alone.board.incidents.reach("i1").number == among.board.incidents.reach("i1").number
    numbers = [one.number for one in among.board.incidents]
    assert len({*numbers}) == 31
    assert all(10_000 <= one <= 99_999 for one in numbers)


def test_two_open_needs_never_bear_one_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbering, "throw", lambda seed, least: least + int(seed.rpartition(":")[2]) % 2)
    story = Story().staff()
    for id in ("i1", "i2", "i3", "i4"):
        story.call(id)
    assert [one.number for one in story.board.incidents] == [10_000, 10_001, 100_000, 100_001]
    story.when(i.CancelIncident, "desk-calls", incident="i1", reason="mistake")
    story.now += numbering.FREE_AGAIN_MS
    story.call("i5")
    assert story.board.incidents.reach("i5").number == 10_000
