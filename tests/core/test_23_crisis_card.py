"""A crisis card: the person's own words, seen at the door only once a second person has read them, and until their date."""

from typing import Any

import pytest

from alongside.core.card import requests as r
from alongside.core.party import Actor
from alongside.core.person import requests as person
from alongside.core.sharing.circumstances import Circumstances
from alongside.core.sharing.share import Withheld
from alongside.library.sharing.load import load_sharing
from tests.core.cases.neighborhood import AMARA, DAY, ELSEWHERE, MOREAU, SYSTEM, TOMAS, people, word
from tests.core.story import Story

NOVAK = Actor("novak", "officer", "police", seat="P31")
SHARING = load_sharing().rules


@pytest.fixture
def story() -> Story:
    """Somebody known, who told the clinician what goes on their card."""
    told = people(1)
    told.when(person.WriteItems, "", by=AMARA, **said(told))
    return told


def said(story: Story) -> dict[str, Any]:
    words = (word("card_helps"), word("card_worse"))
    return {"person": "w1", "source": "person", "words": words, "review_at": story.now + 90 * DAY}


def reads(story: Story, who: Actor, field: str = "card_helps") -> str:
    answer = Circumstances(SHARING, story.board, who, "response", story.now).may_read("person", "w1", field, f"v-{field}")
    return answer.reason if isinstance(answer, Withheld) else answer.basis


def test_01_nobody_at_a_door_sees_it_before_a_second_person_has_read_it(story: Story) -> None:
    assert {who.staff: reads(story, who) for who in (NOVAK, AMARA, MOREAU)} == {
        "novak": "not_approved",
        "amara": "safety",
        "moreau": "safety",
    }
    approve: dict[str, Any] = {"person": "w1", "items": ("v-card_helps", "v-card_worse")}
    assert story.refused(r.ApproveCard, "", by=AMARA, **approve) == "second_person"
    assert story.refused(r.ApproveCard, "", by=ELSEWHERE, **approve) == "not_yours"
    assert story.refused(r.ApproveCard, "", by=NOVAK, **approve) == "not_allowed"
    assert story.refused(r.ApproveCard, "", by=SYSTEM, **approve) == "approval_elsewhere"
    story.when(r.ApproveCard, "", by=TOMAS, **approve)
    assert [reads(story, NOVAK, field) for field in ("card_helps", "card_worse")] == ["safety", "safety"]
    assert story.refused(r.ApproveCard, "", by=TOMAS, **approve) == "approval_not_owed"


def test_02_only_the_persons_own_word_goes_on_a_card(story: Story) -> None:
    assert story.refused(person.WriteItems, "", by=AMARA, **said(story) | {"source": "family"}) == "card_not_theirs"


def test_03_words_put_right_are_read_by_a_second_person_again(story: Story) -> None:
    story.when(r.ApproveCard, "", by=MOREAU, person="w1", items=("v-card_helps",))
    right = said(story) | {"words": (word("card_helps", "v-new"),), "amends": "v-card_helps"}
    story.when(person.WriteItems, "", by=AMARA, **right)
    answer = Circumstances(SHARING, story.board, NOVAK, "response", story.now).may_read("person", "w1", "card_helps", "v-new")
    assert isinstance(answer, Withheld)
    assert answer.reason == "not_approved"
    assert story.refused(r.ApproveCard, "", by=MOREAU, person="w1", items=("v-card_helps",)) == "approval_not_owed"


def test_04_a_card_ends_at_its_date_and_what_was_withdrawn_is_approved_by_nobody(story: Story) -> None:
    assert story.refused(r.ApproveCard, "", by=MOREAU, person="w1", items=()) == "card_empty"
    assert story.refused(r.ApproveCard, "", by=MOREAU, person="w1", items=("v-name",)) == "item_unknown"
    story.when(person.WithdrawItem, "", by=AMARA, person="w1", item="v-card_worse", reason="person_asked")
    assert story.refused(r.ApproveCard, "", by=MOREAU, person="w1", items=("v-card_worse",)) == "item_over"
    story.when(r.ApproveCard, "", by=MOREAU, person="w1", items=("v-card_helps",))
    story.now += 91 * DAY
    assert reads(story, NOVAK) == "flag_lapsed"


def test_05_plans_are_for_who_cares_for_the_person_and_never_for_officers(story: Story) -> None:
    told: dict[str, Any] = {"person": "w1", "source": "person", "words": (word("plan_signs"), word("safety_home"))}
    story.when(person.WriteItems, "", by=AMARA, **told)
    assert story.refused(person.WriteItems, "", by=TOMAS, **told) == "field_not_yours"
    for field in ("plan_signs", "safety_home"):
        answer = Circumstances(SHARING, story.board, NOVAK, "response", story.now).may_read("person", "w1", field, f"v-{field}")
        assert isinstance(answer, Withheld)
