"""Somebody is sent on to other organizations: who sees to it, who answers, and who learns of whom it is about, and when."""

import pytest

from alongside.core.codes import FollowUpStatus
from alongside.core.party import Actor
from alongside.core.referral import requests as r
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.referred import referral_ties
from alongside.core.sharing.share import Shown
from alongside.core.sharing.ties import standing_of
from alongside.library.sharing.load import load_sharing
from tests.core.referral.town import AMARA, CANYON, HARBOR, KIM, LEE, begin, send
from tests.core.sharing.asked import knows, may_all
from tests.core.story import Story, actor

ONE, TWO = "r1.1", "r1.2"
MADE_IT, OTHER_DESK = LEE._replace(seat=""), Actor("ida", "case_manager", "center", seat="desk-two")
LEAD, MACHINE = KIM._replace(seat=""), Actor("cad", "system")
WREN, NOVAK = Actor("wren", "clinician", "hospital"), Actor("novak", "officer", "police", seat="P31")
IN_HARBOR = Actor("sol", "clinician", "harbor")  # works there, and answers for nobody
SHARING = load_sharing().rules


@pytest.fixture
def story() -> Story:
    """Harbor and Canyon are asked; a second desk follows up beside the one that owns the referral."""
    told = begin()
    told.board.positions.reach("desk-two").duty = "follow_up"
    send(told)
    return told


def agreed(story: Story) -> None:
    story.when(r.AgreeToReferral, "", by=HARBOR, ask=ONE)


def test_01_a_referral_is_the_business_of_who_made_it_of_every_follow_up_desk_and_of_the_crew_that_was_there(story: Story) -> None:
    assert knows(story, "referral", "r1", MADE_IT, OTHER_DESK, AMARA) == [True] * 3
    assert knows(story, "referral", "r1", WREN, NOVAK, HARBOR, IN_HARBOR) == [False] * 4
    assert knows(story, "referral", "gone", MADE_IT, OTHER_DESK, AMARA) == [False] * 3


def test_02_an_organization_knows_what_itself_was_asked_and_not_who_else_was(story: Story) -> None:
    assert knows(story, "ask", ONE, HARBOR, CANYON) == [True, False]
    assert knows(story, "ask", TWO, HARBOR, CANYON) == [False, True]
    for ask in (ONE, TWO):
        assert knows(story, "ask", ask, MADE_IT, OTHER_DESK, AMARA) == [True] * 3
        assert knows(story, "ask", ask, WREN, NOVAK, IN_HARBOR) == [False] * 3
    assert knows(story, "ask", "gone", HARBOR, MADE_IT, AMARA) == [False] * 3


def test_03_it_is_seen_to_by_who_made_it_a_follow_up_desk_or_a_supervisor(story: Story) -> None:
    for kind, named in (("AskMore", {"referral": "r1"}), ("CancelReferral", {"referral": "r1"}), ("TakeBackAsk", {"ask": ONE})):
        assert may_all(story, kind, MADE_IT, OTHER_DESK, LEAD, MACHINE, **named) == [True] * 4, kind
        assert may_all(story, kind, WREN, NOVAK, HARBOR, AMARA, actor("desk-dispatch"), **named) == [False] * 5, kind


def test_04_a_desk_takes_a_referral_on_for_itself_and_a_supervisor_may_write_down_that_it_did(story: Story) -> None:
    mine, others = {"referral": "r1", "position": OTHER_DESK.seat}, {"referral": "r1", "position": "desk-three"}
    assert may_all(story, "TakeReferral", OTHER_DESK, LEAD, MACHINE, **mine) == [True] * 3
    assert may_all(story, "TakeReferral", OTHER_DESK, LEAD, MACHINE, **others) == [False, True, True]
    assert may_all(story, "TakeReferral", NOVAK, referral="r1", position=NOVAK.seat) == [False]


def test_05_what_is_not_there_is_nobodys_to_refuse_by_this_rule(story: Story) -> None:
    assert may_all(story, "AskMore", WREN, referral="gone") == [True]
    assert may_all(story, "TakeBackAsk", WREN, ask="gone") == [True]
    assert may_all(story, "AgreeToReferral", WREN, ask="gone", by_phone=True) == [True]
    assert story.refused(r.TakeBackAsk, "", by=WREN, ask="gone") == "not_yours"  # knowing of it goes before


def test_06_an_organization_answers_for_itself_and_others_only_write_down_what_it_said_by_phone(story: Story) -> None:
    assert may_all(story, "AgreeToReferral", HARBOR, CANYON, ask=ONE, by_phone=False) == [True, False]
    assert may_all(story, "AgreeToReferral", HARBOR, CANYON, ask=ONE, by_phone=True) == [False, False]
    assert may_all(story, "AgreeToReferral", HARBOR, CANYON, ask="gone", by_phone=False) == [False, False]
    assert may_all(story, "DeclineReferral", MADE_IT, OTHER_DESK, LEAD, ask=ONE, by_phone=True) == [True] * 3
    assert may_all(story, "DeclineReferral", MADE_IT, OTHER_DESK, LEAD, ask=ONE, by_phone=False) == [False] * 3
    assert may_all(story, "DeclineReferral", WREN, NOVAK, IN_HARBOR, ask=ONE, by_phone=True) == [False] * 3


def test_07_the_partner_who_was_asked_knows_the_need_and_no_name_until_it_agrees(story: Story) -> None:
    def ties(who: Actor, owner: str = "w1") -> set[str]:
        return set(referral_ties(story.board, who, owner))

    assert knows(story, "ask", ONE, HARBOR) == [True]
    assert (ties(HARBOR), ties(HARBOR, "i1-p1")) == (set(), set())
    agreed(story)
    assert (ties(HARBOR), ties(HARBOR, "i1-p1")) == ({"referral"}, {"referral"})
    assert [ties(one) for one in (CANYON, IN_HARBOR, LEE, HARBOR._replace(agency=""))] == [set()] * 4
    assert [ties(HARBOR, other) for other in ("i1", "nobody")] == [set()] * 2
    story.when(r.ConfirmSeen, "", by=HARBOR, ask=ONE)
    assert (ties(HARBOR), ties(HARBOR, "i1-p1")) == (set(), set())


def test_08_what_it_then_reads_are_the_name_and_number_of_this_person(story: Story) -> None:
    def reads(who: Actor, field: str) -> bool:
        asked = Circumstances(SHARING, story.board, who, "referral", story.now)
        return isinstance(asked.may_read("person", "w1", field, f"v-{field}"), Shown)

    assert [reads(who, field) for who in (HARBOR, CANYON) for field in ("name", "phone")] == [False] * 4
    agreed(story)
    assert [reads(HARBOR, field) for field in ("name", "phone")] == [True, True]
    assert [reads(CANYON, field) for field in ("name", "phone")] == [False, False]


def test_09_until_somebody_was_seen_the_case_is_open_with_every_follow_up_desk_and_a_supervisors_to_sign(story: Story) -> None:
    def stands() -> list[bool]:
        desk, lead = (standing_of(story.board, who, "person", "i1-p1").ties for who in (OTHER_DESK, KIM))
        return ["open_case" in desk, "reviews" in lead]

    story.board.follow_ups.reach("f0").status = FollowUpStatus.KEPT  # no promise but the referral
    assert stands() == [True, True]
    agreed(story)
    story.when(r.ConfirmSeen, "", by=HARBOR, ask=ONE)
    assert stands() == [False, False]
