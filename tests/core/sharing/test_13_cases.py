"""Longer work with one person: who is tied to them by a case, from its first moment to its end, and who may open one."""

import pytest

from alongside.core.cases import requests as c
from alongside.core.party import Actor
from alongside.core.sharing.ties import standing_of
from tests.core.cases.neighborhood import ELSEWHERE, MASON, MOREAU, TOMAS, people
from tests.core.sharing.asked import may_all
from tests.core.story import Story

LEAD = Actor("kim", "supervisor", "town")  # at no desk
PEER_ELSEWHERE, NURSE_HERE = Actor("ash", "peer", "hospital"), Actor("lou", "nurse", "clinic")
OWNERS = ("w1", "i1-p1")  # a person by their record and by one episode


@pytest.fixture
def story() -> Story:
    return people(2)


def opened(story: Story, kind: str, id: str = "c1") -> None:
    story.when(c.OpenCase, "", by=MOREAU, case=id, person="w1", case_kind=kind, because="court")


def tied(story: Story, who: Actor, owner: str = "w1") -> set[str]:
    return set(standing_of(story.board, who, "person", owner, story.now).ties) & {"open_case", "reviews"}


def test_01_a_case_of_ones_own_ties_its_worker_and_no_colleague(story: Story) -> None:
    assert [tied(story, one, owner) for one in (MOREAU, LEAD) for owner in OWNERS] == [set()] * 4
    opened(story, "steady")
    assert [tied(story, MOREAU, owner) for owner in OWNERS] == [{"open_case"}] * 2
    assert [tied(story, one, owner) for one in (MASON, TOMAS, ELSEWHERE) for owner in OWNERS] == [set()] * 6
    assert tied(story, MOREAU, "w2") == set()


def test_02_a_shared_case_ties_the_roles_of_its_team_in_its_own_organization(story: Story) -> None:
    opened(story, "team")
    assert [tied(story, one) for one in (MOREAU, MASON, TOMAS)] == [{"open_case"}] * 3
    assert [tied(story, one) for one in (PEER_ELSEWHERE, NURSE_HERE, ELSEWHERE)] == [set()] * 3


def test_03_a_supervisor_signs_how_it_ends_and_has_no_part_in_it(story: Story) -> None:
    opened(story, "steady")
    assert [tied(story, LEAD, owner) for owner in OWNERS] == [{"reviews"}] * 2


def test_04_a_case_that_is_over_ties_nobody_and_the_next_one_does(story: Story) -> None:
    opened(story, "steady")
    story.when(c.CloseCase, "", by=MOREAU, case="c1", reason="goals_reached")
    assert [tied(story, one) for one in (MOREAU, LEAD)] == [set(), set()]
    opened(story, "calming", "c2")
    assert story.board.people.reach("w1").cases == ("c1", "c2")
    assert [tied(story, one) for one in (MOREAU, LEAD)] == [{"open_case"}, {"reviews"}]


def test_05_somebody_known_from_no_call_is_their_workers_too(story: Story) -> None:
    opened(story, "steady")
    story.board.people.reach("w1").episodes = ()
    assert [tied(story, one) for one in (MOREAU, LEAD, MASON)] == [{"open_case"}, {"reviews"}, set()]


def test_06_a_case_is_opened_by_who_has_to_do_with_the_person_or_by_a_supervisor(story: Story) -> None:
    assert may_all(story, "OpenCase", MOREAU, LEAD, person="w1") == [True, True]
    assert may_all(story, "OpenCase", ELSEWHERE, PEER_ELSEWHERE, person="w1") == [False, False]
