"""A need kept for later: a state of its own, a desk responsible all along, back by itself, sooner or at another time."""

import pytest

from alongside.core.codes import ClockKind, IncidentStatus, Level, PartyKind
from alongside.core.dispatch import requests as d
from alongside.core.intake import requests as i
from alongside.core.party import Party, Reference
from alongside.core.promise import requests as p
from alongside.core.refused import Refused
from tests.core.story import Story, kinds
from tests.core.town import MINUTE

HOUR = 60 * MINUTE


def kept(hours: int = 2) -> Story:
    story = Story().staff()
    story.call("i1")
    story.when(i.KeepForLater, "desk-dispatch", incident="i1", until=story.now + hours * HOUR, reason="appointment")
    return story


def later(story: Story, until: int) -> str:
    with pytest.raises(Refused) as refused:
        story.when(i.KeepForLater, "desk-dispatch", incident="i1", until=until, reason="appointment")
    return refused.value.code


def test_01_nobody_is_alarmed_until_then_and_then_it_waits_like_any_other() -> None:
    story = kept()
    assert story.board.incidents.reach("i1").status is IncidentStatus.SCHEDULED
    assert story.wait(2 * HOUR - 1) == []
    assert "IncidentOpened" in kinds(story.wait(2))
    assert story.board.incidents.reach("i1").status is IncidentStatus.OPEN
    assert "NeedWaiting" in kinds(story.wait(HOUR))


def test_02_the_desk_stays_responsible_and_its_silence_counts_from_then() -> None:
    story = kept()
    responsible = story.board.episodes.reach("i1-p1").responsible
    assert responsible is not None
    assert responsible.kind is PartyKind.POSITION
    assert "ResponsibleSilent" not in kinds(story.wait(2 * HOUR + MINUTE))
    assert "ResponsibleSilent" in kinds(story.wait(HOUR))


def test_03_another_time_replaces_the_first() -> None:
    story = kept(2)
    story.when(i.KeepForLater, "desk-dispatch", incident="i1", until=story.now + HOUR, reason="somebody_home")
    assert story.board.clocks[(ClockKind.SCHEDULE, "i1")] == story.now + HOUR


def test_03b_the_earlier_time_is_remembered_until_the_call_is_back() -> None:
    story = kept(2)
    first = story.now + 2 * HOUR
    assert story.board.incidents.reach("i1").planned_before is None
    story.when(i.KeepForLater, "desk-dispatch", incident="i1", until=story.now + 5 * HOUR, reason="somebody_home")
    assert story.board.incidents.reach("i1").planned_before == first
    story.when(i.ReopenIncident, "desk-dispatch", incident="i1", position="desk-dispatch", reason="sooner")
    story.when(i.KeepForLater, "desk-dispatch", incident="i1", until=story.now + HOUR, reason="appointment")
    assert story.board.incidents.reach("i1").planned_before is None


def test_04_it_is_fetched_back_early_or_opened_by_sending_somebody() -> None:
    story = kept()
    story.when(i.ReopenIncident, "desk-dispatch", incident="i1", position="desk-dispatch", reason="sooner")
    assert story.board.incidents.reach("i1").status is IncidentStatus.OPEN
    assert (ClockKind.SCHEDULE, "i1") not in story.board.clocks
    other = kept()
    facts = other.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    assert kinds(facts)[0] == "IncidentOpened"


def test_05_not_while_a_crew_works_it_not_in_the_past_not_next_year() -> None:
    story = kept()
    assert later(story, story.now) == "schedule_in_past"
    assert later(story, story.now + 400 * 24 * HOUR) == "schedule_too_far"
    story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
    assert later(story, story.now + HOUR) == "later_has_units"


def test_06_fetched_back_early_its_silence_counts_from_then() -> None:
    story = kept(8)
    story.when(i.ReopenIncident, "desk-dispatch", incident="i1", position="desk-dispatch", reason="sooner")
    assert "ResponsibleSilent" in kinds(story.wait(HOUR))


def test_07_somebody_sent_early_its_silence_counts_from_then() -> None:
    planned = Story().staff()
    planned.call("i1", scheduled_for=planned.now + 8 * HOUR)
    for story in (kept(8), planned):
        story.when(d.AssignUnit, "desk-dispatch", assignment="a1", incident="i1", unit="M12")
        assert "ResponsibleSilent" in kinds(story.wait(HOUR))


def test_08_another_desk_that_takes_over_meanwhile_may_be_silent_until_then() -> None:
    story = kept(4)
    lead = Party(PartyKind.POSITION, "desk-lead")
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=lead)
    story.when(p.AcceptTransfer, "desk-lead", episode="i1-p1")
    story.when(p.TakeOver, "desk-lead", episode="i1-p1")
    assert story.responsible("i1-p1") == lead
    assert "ResponsibleSilent" not in kinds(story.wait(4 * HOUR + MINUTE))
    assert "ResponsibleSilent" in kinds(story.wait(HOUR))


def test_20_what_is_learnt_meanwhile_brings_it_back_where_it_is_worse() -> None:
    told = {
        "level": lambda story: story.when(i.SetLevel, "desk-calls", incident="i1", level=Level.EMERGENT, reason="seen"),
        "red flag": lambda story: story.when(i.ReportRedFlag, "desk-calls", incident="i1", flag="breathing", state="yes"),
        "weapon": lambda story: story.when(
            i.ReportWeapon, "desk-calls", incident="i1", weapon="firearm", place="on_person", state="seen", source="caller"
        ),
    }
    for learnt in told.values():
        story = kept(24)
        assert kinds(learnt(story))[-2:] == ["IncidentOpened", "SignGiven"]
        assert story.board.incidents.reach("i1").status is IncidentStatus.OPEN
        assert "NeedWaiting" in kinds(story.wait(HOUR))


def test_21_what_is_no_worse_leaves_it_where_it_is() -> None:
    story = kept(24)
    story.when(i.SetLevel, "desk-calls", incident="i1", level=Level.ROUTINE, reason="calm")
    story.when(i.ReportRedFlag, "desk-calls", incident="i1", flag="breathing", state="no")
    assert story.board.incidents.reach("i1").status is IncidentStatus.SCHEDULED


def test_22_an_urgent_need_waits_only_on_the_word_of_who_may_lower_a_level_and_never_without_a_reason() -> None:
    story = Story().staff()
    story.call("i1")
    story.when(i.SetLevel, "desk-calls", incident="i1", level=Level.URGENT, reason="seen")
    asked = {"incident": "i1", "until": story.now + HOUR}
    assert story.refused(i.KeepForLater, "desk-calls", **asked, reason="appointment") == "later_too_urgent"
    assert story.refused(i.KeepForLater, "desk-lead", **asked, reason="") == "reason_missing"
    assert "KeptForLater" in kinds(story.when(i.KeepForLater, "desk-lead", **asked, reason="appointment"))


def test_23_a_crisis_line_that_has_the_person_is_answerable_all_the_same() -> None:
    story = Story().staff()
    story.call("i1", callback_known=True)
    line = Party(PartyKind.PARTNER, "line-988")
    story.when(p.OfferTransfer, "desk-calls", episode="i1-p1", to=line)
    said = (Reference("said_by", "v1", "0" * 64), Reference("said_role", "v2", "0" * 64), Reference("said_number", "v3", "0" * 64))
    story.when(p.AcceptTransfer, "desk-calls", episode="i1-p1", by_phone=True, read_back=True, words=said)
    story.when(p.TakeOver, "desk-calls", episode="i1-p1")
    story.when(i.KeepForLater, "desk-dispatch", incident="i1", until=story.now + 24 * HOUR, reason="appointment")
    story.when(p.GiveSign, "desk-calls", episode="i1-p1")
    assert story.board.clocks[(ClockKind.SILENCE, "i1-p1")] < story.now + HOUR
