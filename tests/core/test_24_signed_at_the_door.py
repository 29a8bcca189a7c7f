"""One signature at the door: on the screen, on paper, or none with its reason; it moves nobody and holds nobody up."""

import pytest

from alongside.core.handoff import requests as h
from alongside.core.party import Party, PartyKind, Reference
from alongside.core.signing.facts import HandOverSigned
from alongside.core.signing.requests import SignHandOver
from tests.core.story import Story, kinds

HAVEN = Party(PartyKind.FACILITY, "haven")


def words(*fields: str) -> tuple[Reference, ...]:
    return tuple(Reference(field, f"v-{field}", "0" * 64) for field in fields)


BY, DRAWN = words("door_signed_by"), words("door_signed_by", "door_signed_role", "door_signature")


@pytest.fixture
def story() -> Story:
    """M12 is with somebody."""
    told = Story().staff()
    told.call("i1")
    told.meet("M12")
    return told


def hand_over(story: Story, facility: str = "general", service: str = "bay", seat: str = "M12", **told: object) -> list[str]:
    return kinds(story.when(h.HandOver, seat, episode="i1-p1", facility=facility, service=service, received_by="nurse", **told))


def signed(story: Story) -> tuple[str, str]:
    one = story.board.episodes.reach("i1-p1").signed
    return one.how, one.reason


@pytest.mark.parametrize(
    ("told", "how"),
    [
        ({"words": DRAWN}, ("drawn", "")),
        ({"words": DRAWN, "unsigned": "paper"}, ("drawn", "")),
        ({"words": BY}, ("typed", "")),
        ({"words": BY, "unsigned": "paper"}, ("paper", "")),
        ({"unsigned": "declined"}, ("unsigned", "declined")),
        ({"words": BY, "unsigned": "hands_full"}, ("unsigned", "hands_full")),
    ],
)
def test_01_with_the_hand_over_in_one_act(story: Story, told: dict[str, object], how: tuple[str, str]) -> None:
    assert set(hand_over(story, **told)) == {"HandedOver", "ResponsibilityTaken", "StatusReported", "HandOverSigned"}
    assert signed(story) == how
    assert story.responsible("i1-p1") == Party(PartyKind.FACILITY, "general")


def test_02_nothing_said_of_it_is_a_hand_over_like_those_of_before(story: Story) -> None:
    assert "HandOverSigned" not in hand_over(story, words=words("note"))
    assert signed(story) == ("", "")
    assert story.refused(SignHandOver, "general", episode="i1-p1") == "signature_missing"
    assert story.refused(SignHandOver, "general", episode="i1-p1", unsigned="forgot") == "not_in_list"


def test_03_afterwards_by_the_place_that_has_the_person_once(story: Story) -> None:
    assert story.refused(SignHandOver, "M12", episode="i1-p1", words=DRAWN) in ("not_at_facility", "not_allowed")
    hand_over(story, unsigned="hands_full")
    before = story.responsible("i1-p1")
    assert story.refused(SignHandOver, "M12", episode="i1-p1", words=DRAWN) == "not_yours"
    (fact,) = story.when(SignHandOver, "general", episode="i1-p1", words=DRAWN)
    assert isinstance(fact, HandOverSigned)
    assert (fact.how, fact.facility, fact.words) == ("drawn", "general", DRAWN)
    assert story.responsible("i1-p1") == before
    assert story.refused(SignHandOver, "general", episode="i1-p1", words=BY) == "signed_already"


def test_04_the_next_door_is_signed_for_anew(story: Story) -> None:
    hand_over(story, words=DRAWN)
    story.wait(1)
    hand_over(story, "haven", "chair", "desk-dispatch")
    assert story.responsible("i1-p1") == HAVEN
    assert kinds(story.when(SignHandOver, "haven", episode="i1-p1", words=BY)) == ["HandOverSigned"]
    again = Story(story.rules, facts=story.facts)
    assert again.board.episodes.reach("i1-p1").signed == story.board.episodes.reach("i1-p1").signed
