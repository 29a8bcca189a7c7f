"""Ways to a record beside working with the person: an emergency and who oversees it, a right of one's own, the office that answers."""

import pytest

from alongside.core.glass import requests as g
from alongside.core.party import Actor, Reference
from alongside.core.person import requests as r
from alongside.core.rights.state import Amendment
from alongside.core.sharing.glass import may_oversee, over_glass, through_glass
from alongside.core.sharing.rights import office_ties, own_ties
from tests.core.story import Story

AMARA, OKORO = Actor("amara", "clinician", "clinic", seat="M12"), Actor("okoro", "clinician", "hospital")
PETROV = Actor("petrov", "privacy_officer", "county")


def words(*fields: str) -> tuple[Reference, ...]:
    return tuple(Reference(field, f"v-{field}", "0" * 64) for field in fields)


@pytest.fixture
def story() -> Story:
    """One of two people of a call has a record, kept by the clinic."""
    told = Story().staff()
    told.call("i1", people=2)
    by = Actor("root", "system", "clinic")
    told.when(r.RecordPerson, "", by=by, person="w1", episode="i1-p1", basis="document")
    told.when(
        r.WriteItems,
        "",
        by=AMARA._replace(role="clinician", seat="desk-calls", staff="at-desk-calls"),
        person="w1",
        source="person",
        words=words("name"),
    )
    return told


def test_01_emergency_access_is_to_the_person_also_through_their_episode_and_overseen_by_its_own_words(story: Story) -> None:
    told = {"by": OKORO, "glass": "g1", "person": "w1", "reason": "medical_emergency", "part2": False, "words": words("glass_reason")}
    story.when(g.BreakGlass, "", **told)
    assert through_glass(story.board, OKORO, "i1-p1", story.now).ties == {"break_glass"}
    assert through_glass(story.board, OKORO, "w1", story.now).ties == {"break_glass"}
    assert through_glass(story.board, OKORO, "i1-p2", story.now).ties == frozenset()
    assert over_glass(story.board, PETROV, "w1", "v-glass_reason").ties == {"oversees"}
    assert over_glass(story.board, PETROV, "i1-p1", "v-glass_reason").ties == {"oversees"}
    assert over_glass(story.board, PETROV, "w1", "v-name").ties == frozenset()


def test_02_only_the_person_or_their_guardian_has_a_right_of_their_own(story: Story) -> None:
    assert own_ties(story.board, Actor("x", "person", seat="w1"), "w1") == {"own_record"}
    assert own_ties(story.board, Actor("x", "guardian", seat="w1"), "i1-p1") == {"guardian"}
    assert own_ties(story.board, Actor("x", "clinician", seat="w1"), "w1") == frozenset()
    assert own_ties(story.board, Actor("x", "person"), "") == frozenset()
    assert own_ties(story.board, Actor("x", "person", seat="w2"), "w1") == frozenset()


def test_03_the_office_reads_what_this_person_asked_for_and_no_other_word(story: Story) -> None:
    asked: Amendment = story.board.amendments.reach("m1")
    asked.person, asked.words = "w1", words("amendment_asked")
    assert office_ties(story.board, PETROV, "w1", "v-amendment_asked") == {"oversees"}
    assert office_ties(story.board, PETROV, "w2", "v-amendment_asked") == frozenset()
    assert office_ties(story.board, PETROV, "w1", "v-name") == frozenset()
    assert office_ties(story.board, AMARA, "w1", "v-amendment_asked") == frozenset()


def test_04_an_emergency_access_is_overseen_by_the_privacy_officer_and_by_supervisors_of_those_whose_data_it_was(story: Story) -> None:
    told = {"by": OKORO, "glass": "g1", "person": "w1", "reason": "medical_emergency", "part2": False, "words": words("glass_reason")}
    story.when(g.BreakGlass, "", **told)
    glass = story.board.glasses.reach("g1")
    assert glass.owners == ("clinic",)
    asked = [PETROV, *(Actor("x", role, agency) for role in ("supervisor", "clinician") for agency in ("clinic", "hospital"))]
    assert [may_oversee(one, glass) for one in asked] == [True, True, False, False, False]
