"""Each row of the table of seats: for whom somebody may speak, and the one beside them who may not."""

from collections.abc import Mapping
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import Level, Origin, PartyKind
from alongside.core.dispatch import requests as d
from alongside.core.field import requests as f
from alongside.core.handoff import requests as h
from alongside.core.intake import requests as i
from alongside.core.party import Actor, Member, Party, Reference
from alongside.core.person import requests as r
from alongside.core.promise import requests as p
from alongside.core.rules import Desk
from alongside.core.sharing import seats
from alongside.core.sharing.knowing import is_business
from alongside.core.sharing.seats import is_bound_here, is_facility, sits_at_desk
from alongside.core.sharing.ties import standing_of
from tests.core.sharing.asked import asking, may
from tests.core.story import Story, actor

AMARA, NOVAK = Actor("amara", "clinician", "clinic", seat="M12"), Actor("novak", "officer", "police", seat="P31")
NURSE, TAKER, LEAD = actor("haven"), actor("desk-calls"), actor("desk-lead")
LOOSE = Actor("wren", "clinician", "clinic")
DISPATCHER, CASES = Actor("wren", "dispatcher"), Actor("wren", "case_manager")
EVE, SYSTEM = Actor("eve", "evaluator"), Actor("clock", "system")


@pytest.fixture
def story() -> Story:
    """M12 is with the person of i1 and owes a report; P31 goes to i2; haven expects the person of i1; a letter from the desk to M12."""
    told = Story().staff()
    for incident, unit, upto in (("i1", "M12", 4), ("i2", "P31", 2)):
        told.call(incident)
        told.when(i.SetLevel, "desk-calls", incident=incident, level=Level.URGENT, reason="judgement")
        told.when(d.AssignUnit, "desk-dispatch", assignment=f"a-{incident}", incident=incident, unit=unit)
        for status in (A.ACKNOWLEDGED, A.ENROUTE, A.ON_SCENE, A.WITH_PERSON)[:upto]:
            told.when(d.ReportStatus, unit, assignment=f"a-{incident}", status=status)
    told.when(h.SetCapacity, "haven", facility="haven", service="chair", free=1)
    told.when(h.ReservePlace, "M12", reservation="v1", facility="haven", service="chair", episode="i1-p1")
    told.when(f.OweReport, "M12", by=AMARA, report="o1", episode="i1-p1", about="child")
    told.when(d.SendMessage, "desk-dispatch", message="m1", to="M12", incident="i1", words=(Reference("message", "w", "00"),))
    return told


TOLD: list[tuple[str, Mapping[str, Any], list[Actor], list[Actor]]] = [
    ("CloseIncident", {"incident": "i1"}, [AMARA], [NOVAK, NURSE]),
    ("SignOn", {"unit": "M12", "members": ()}, [AMARA, Actor("tomas", "peer")], [NOVAK, LOOSE]),
    ("SignOn", {"unit": "N1", "members": (Member("wren", "clinician"),)}, [LOOSE, Actor("x", "peer", seat="N1")], [NOVAK]),
    ("GoOutOfService", {"unit": "M12"}, [AMARA, Actor("amara", "clinician")], [NOVAK]),
    ("GoOutOfService", {"unit": "gone"}, [], [NOVAK, AMARA]),
    ("ReportStatus", {"assignment": "a-i1"}, [AMARA], [NOVAK]),
    ("ReportStatus", {"assignment": "gone"}, [AMARA, NOVAK], []),
    ("TakeFollowUp", {"position": "desk-calls"}, [TAKER, LEAD, SYSTEM], [AMARA, NURSE, DISPATCHER]),
    ("AttemptFollowUp", {"follow_up": "u1"}, [TAKER, AMARA], [NURSE]),
    ("ReadMessage", {"message": "m1"}, [AMARA], [actor("desk-dispatch"), NOVAK]),
    ("ReadMessage", {"message": "gone"}, [NOVAK], []),
    ("SetPermission", {"episode": "i1-p1"}, [AMARA], [NOVAK, NURSE]),
    ("SetPermission", {"episode": "i2-p1"}, [TAKER, NOVAK], [AMARA]),
    ("SetPermission", {"episode": "gone"}, [NOVAK], []),
    ("FileReport", {"report": "o1"}, [AMARA, Actor("amara", "clinician"), Actor("tomas", "peer", seat="M12")],
     [NOVAK, NURSE]),
    ("FileReport", {"report": "gone"}, [NOVAK], []),
    ("SetCapacity", {"facility": "haven"}, [NURSE], [AMARA, actor("general")]),
    ("AgreeToReceive", {"reservation": "v1"}, [NURSE, AMARA], [NOVAK, actor("general")]),
    ("AgreeToReceive", {"reservation": "gone"}, [NOVAK], []),
    ("HandOver", {"episode": "i1-p1", "facility": "haven"}, [NURSE, AMARA], [NOVAK, actor("general")]),
    ("ReleasePerson", {"episode": "i1-p1"}, [AMARA], [NOVAK, TAKER]),
    ("ReleasePerson", {"episode": "i2-p1"}, [TAKER], [AMARA, NOVAK]),
    ("ReleasePerson", {"episode": "gone"}, [NOVAK], []),
    ("TakeFollowUp", {"position": "desk-follow-up"}, [LEAD, actor("desk-follow-up")],
     [AMARA, NURSE, Actor("x", "clinician", seat="haven")]),
    ("TakeBackReservation", {"reservation": "v1"}, [AMARA], [NURSE, NOVAK, actor("general")]),
    ("ReturnTransfer", {"episode": "i1-p1", "to": Party(PartyKind.POSITION, "desk-calls")}, [TAKER], [AMARA, NOVAK]),
    ("TakePosition", {"position": "desk-calls", "staff": "wren"}, [LEAD, Actor("wren", "call_taker"), DISPATCHER],
     [LOOSE, Actor("other", "call_taker"), NOVAK]),
    ("TakePosition", {"position": "desk-follow-up", "staff": "wren"}, [LOOSE, CASES], [DISPATCHER]),
    ("TakePosition", {"position": "desk-lead", "staff": "wren"}, [LEAD, Actor("wren", "administrator")], [DISPATCHER, LOOSE]),
    ("TakePosition", {"position": "gone", "staff": "wren"}, [LOOSE], [NOVAK]),
    ("LeavePosition", {"position": "desk-calls"}, [LEAD, TAKER, Actor("at-desk-calls", "peer"), Actor("x", "peer", seat="desk-calls")],
     [NOVAK]),
    ("LeavePosition", {"position": "gone"}, [NOVAK], []),
    ("WithdrawReport", {"report": "o1"}, [AMARA, LEAD, Actor("cad", "system")], [NOVAK, Actor("tomas", "peer", seat="M12")]),
    ("WithdrawReport", {"report": "gone"}, [NOVAK], []),
    ("TakeCall", {"origin": Origin.CALL_911}, [TAKER, AMARA], [NURSE, EVE]),
    ("TakeCall", {"origin": Origin.FACILITY}, [NURSE, TAKER], [EVE]),
    ("TakeCall", {"origin": Origin.WALK_IN}, [NURSE], [EVE]),
    ("TakeCall", {"origin": Origin.DATA_REVIEW}, [EVE, AMARA], [NURSE]),
    ("WriteItems", {"episode": "i1-p1", "person": ""}, [AMARA, Actor("p", "privacy_officer"), Actor("cad", "system")], [NOVAK, LOOSE]),
    ("WriteItems", {"person": "i2-p1"}, [NOVAK, TAKER], [AMARA]),
    ("BreakGlass", {}, [LOOSE, NOVAK], []),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "named", "may_ask", "may_not"), TOLD, ids=lambda one: one if isinstance(one, str) else "")
def test_01_who_may_and_who_beside_them_may_not(
    story: Story, kind: str, named: Mapping[str, Any], may_ask: list[Actor], may_not: list[Actor]
) -> None:
    assert [may(story, kind, one, **named) for one in may_ask] == [True] * len(may_ask)
    assert [may(story, kind, one, **named) for one in may_not] == [False] * len(may_not)


def test_02_nobody_is_responsible_yet_so_anybody_whose_role_it_is_may_begin(story: Story) -> None:
    story.board.episodes.reach("i1-p1").responsible = None
    assert may(story, "ReleasePerson", NOVAK, episode="i1-p1")


def test_03_a_crew_writes_down_afterwards_what_came_of_it(story: Story) -> None:
    story.board.episodes.reach("i1-p1").responsible = Party(PartyKind.FACILITY, "haven")
    for kind, named in (
        ("SetPermission", {"episode": "i1-p1"}),
        ("FileReport", {"report": "o1"}),
        ("AgreeToReceive", {"reservation": "v1"}),
    ):
        assert may(story, kind, Actor("tomas", "peer", seat="M12"), **named), kind
        assert not may(story, kind, NOVAK, **named), kind


def test_04_a_hazard_is_withdrawn_by_those_whose_word_it_was(story: Story) -> None:
    story.board.hazards.reach("h1").source = "crew"
    story.board.hazards.reach("h2").source = "caller"
    assert [may(story, "WithdrawHazard", NOVAK, hazard=id) for id in ("h1", "h2", "gone")] == [True, False, True]


def test_05_an_offer_is_answered_by_whom_it_is_for_or_written_down_by_who_asked_on_the_phone(story: Story) -> None:
    asked = {"episode": "i1-p1", "by_phone": False}
    assert may(story, "AcceptTransfer", NOVAK, **asked)  # nothing is offered: the decision itself says so
    assert may(story, "AcceptTransfer", NOVAK, episode="gone")
    story.when(p.OfferTransfer, "M12", episode="i1-p1", to=Party(PartyKind.CREW, "P31"))
    assert [may(story, "AcceptTransfer", one, **asked) for one in (NOVAK, AMARA, NURSE)] == [True, False, False]
    said = asked | {"by_phone": True}
    assert [may(story, "AcceptTransfer", one, **said) for one in (NOVAK, AMARA, NURSE)] == [True, True, False]
    assert not may(story, "TakeOver", AMARA, episode="i1-p1")
    story.board.episodes.reach("i1-p1").offer.by_phone = True
    assert [may(story, "TakeOver", one, episode="i1-p1") for one in (NOVAK, AMARA, NURSE)] == [True, True, False]


def test_06_who_works_at_a_desk(story: Story) -> None:
    at_any = [Actor("x", role) for role in ("dispatcher", "call_taker", "supervisor", "administrator", "system")]
    assert [sits_at_desk(asking(story, one)) for one in at_any] == [True] * 5
    there = [Actor("x", role, seat="desk-follow-up") for role in ("clinician", "case_manager", "officer", "peer")]
    assert [sits_at_desk(asking(story, one)) for one in there] == [True, True, False, False]
    assert [sits_at_desk(asking(story, one._replace(seat="M12"))) for one in there] == [False] * 4


def test_07_a_facilitys_account_is_one_by_role_or_by_seat(story: Story) -> None:
    assert [is_facility(asking(story, one)) for one in (NURSE, Actor("x", "nurse"), Actor("x", "peer", seat="haven"))] == [True] * 3
    assert [is_facility(asking(story, one)) for one in (AMARA, TAKER, LOOSE)] == [False] * 3


def test_08_a_facility_speaks_of_whom_it_has_or_expects(story: Story) -> None:
    def bound(who: Actor, **named: str) -> bool:
        return is_bound_here(asking(story, who), SimpleNamespace(**named))

    assert [bound(NURSE, **one) for one in ({"episode": "i1-p1"}, {"incident": "i1"}, {}, {"incident": "gone"})] == [True] * 4
    assert [bound(NURSE, **one) for one in ({"episode": "i2-p1"}, {"incident": "i2"})] == [False] * 2
    assert [bound(actor("general"), **one) for one in ({"episode": "i1-p1"}, {"incident": "i1"})] == [False] * 2
    assert not bound(NURSE, episode="i2-p1", incident="i1")  # the person who is named, not the need
    story.board.episodes.reach("i2-p1").responsible = Party(PartyKind.FACILITY, "general")
    assert bound(actor("general"), episode="i2-p1")
    story.board.episodes.reach("i2-p1").responsible = Party(PartyKind.CREW, "haven")
    assert not bound(NURSE, episode="i2-p1")


def test_09_a_refusal_names_what_it_was_about(story: Story) -> None:
    with pytest.raises(seats.Refused) as told:
        story.when(h.ReservePlace, "", by=NOVAK, reservation="v2", facility="haven", service="chair", episode="i1-p1")
    assert (told.value.code, dict(told.value.parameters)) == ("not_yours", {"party": "haven", "seat": "P31"})
    with pytest.raises(seats.Refused) as told:
        story.when(d.ReportStatus, "", by=NOVAK, assignment="a-i1", status=A.CLEARED)
    assert dict(told.value.parameters) == {"party": "a-i1", "seat": "P31"}
    with pytest.raises(seats.Refused) as told:
        story.when(r.SetAge, "", by=LOOSE, person="w1", band="adult")
    assert dict(told.value.parameters) == {"party": "", "seat": ""}


def test_10_desk_work_goes_on_for_others_but_never_where_the_rule_holds_at_desks_too(story: Story) -> None:
    story.when(d.ReportStatus, "desk-dispatch", assignment="a-i2", status=A.ON_SCENE)
    assert story.refused(f.WithdrawReport, "desk-dispatch", report="o1", reason="x") == "not_yours"
    story.when(f.WriteNote, "", by=NURSE, incident="i1", words=(Reference("note", "n", "00"),))
    assert story.refused(f.WriteNote, "", by=actor("general"), incident="i1", words=(Reference("note", "n2", "00"),)) == "not_yours"
    assert story.refused(i.AddDetails, "", by=NURSE, incident="i2", language="es") == "not_yours"


def test_11_somebody_is_enrolled_who_is_new_or_tied_or_of_an_enrollment_of_the_same_organization(story: Story) -> None:
    def enrolls(who: Actor) -> bool:
        return may(story, "EnrollPerson", who, person="w1")

    told = {"by": AMARA, "person": "w1", "episode": "i1-p1", "basis": "said_so"}
    assert enrolls(NOVAK)  # nobody has a record under that id yet
    story.when(r.RecordPerson, "M12", **told)
    assert [enrolls(one) for one in (AMARA, NOVAK, LOOSE)] == [True, False, False]
    before = story.board.enrollments.reach("w1")
    assert not enrolls(Actor("x", "case_manager"))  # two of no organization are not of the same
    before.agency = "clinic"
    assert [enrolls(one) for one in (LOOSE, NOVAK)] == [True, False]


def test_12_whoever_searches_sees_and_does_not_write(story: Story) -> None:
    story.when(r.RecordPerson, "M12", by=AMARA, person="w1", episode="i1-p1", basis="said_so")
    enrolled, search = story.board.enrollments.reach("w1"), story.board.searches.reach("i2")
    enrolled.agency, enrolled.until = "county", story.now + 1
    search.found, story.board.brought_up["w1"] = (("w1", ()),), ("i2",)

    def ties(who: Actor) -> set[str]:
        return set(standing_of(story.board, who, "person", "w1", story.now).ties)

    crew, keeper = NOVAK, Actor("morgan", "case_manager", "county")
    assert (ties(crew), ties(keeper), ties(LOOSE)) == ({"searching"}, {"enrolled_here"}, set())
    assert [may(story, "WriteItems", one, person="w1") for one in (crew, keeper, LOOSE)] == [False, True, False]
    assert [is_business(asking(story, one), "person", "w1") for one in (crew, keeper, LOOSE)] == [False, True, False]
    assert ties(actor("desk-dispatch")) == {"desk", "searching"}
    story.board.assignments.reach("a-i2").status = A.CLEARED
    assert ties(crew) == set()  # who was sent and left does not search
    story.now += 1
    assert ties(keeper) == set()
    assert not may(story, "WriteItems", keeper, person="w1")


def test_13_at_a_desk_whose_duty_is_no_roles_own_nobody_sits_down_by_themselves(story: Story) -> None:
    program = story.rules.program
    story.rules = replace(story.rules, program=replace(program, desks=(*program.desks, Desk("desk-odd", "case_management"))))
    named = {"position": "desk-odd", "staff": "wren"}
    assert [may(story, "TakePosition", one, **named) for one in (LEAD, CASES, LOOSE, DISPATCHER)] == [True, False, False, False]


def test_14_a_facility_that_somebody_was_only_offered_to_writes_nothing_about_them_yet(story: Story) -> None:
    general, note = actor("general"), (Reference("note", "n", "00"),)
    story.when(p.OfferTransfer, "desk-calls", episode="i2-p1", to=Party(PartyKind.FACILITY, "general"))
    assert is_business(asking(story, general), "incident", "i2")
    assert story.refused(f.WriteNote, "", by=general, incident="i2", words=note) == "not_yours"
    story.when(p.AcceptTransfer, "general", episode="i2-p1")
    story.when(p.TakeOver, "general", episode="i2-p1")
    story.when(f.WriteNote, "", by=general, incident="i2", words=note)
