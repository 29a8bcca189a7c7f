"""What became of it: told back to the crew that was there, of one person with their permission, otherwise in sums that name nobody."""

import pytest

from alongside.core.board import Board
from alongside.core.codes import Disposition, FollowUpStatus
from alongside.core.state import Episode
from alongside.server.follow_up.sums import FEWEST, sum_up
from tests.server.running import Person, Server
from tests.server.scenes import Scene


def board_with(people: int, promised: int, reached: int) -> tuple[Board, list[Episode]]:
    board, met = Board(), []
    for n in range(people):
        one = board.episodes.reach(f"e{n}")
        one.disposition = Disposition.RESOLVED_ON_SCENE
        if n < promised:
            one.follow_ups = (f"f{n}",)
            board.follow_ups.reach(f"f{n}").status = FollowUpStatus.KEPT if n < reached else FollowUpStatus.DUE
        met.append(one)
    return board, met


def test_01_sums_of_a_few_people_are_not_told() -> None:
    assert sum_up(*board_with(20, 15, 11)) == {"met": 20, "promised": 15, "reached": 11}
    assert sum_up(*board_with(20, FEWEST - 1, 0)) == {"met": 20, "promised": None, "reached": 0}


@pytest.fixture(scope="module")
def scenes(server: Server) -> list[Scene]:
    """Two people met by C204: one allowed that the outcome is told back, one did not."""
    crew, manager = Person(server, "b-ferreira"), Person(server, "l-moreau")
    told = []
    for permits in (["contact", "outcome_back"], ["contact"]):
        scene = Scene(server, crew, "c204", "with_person")
        scene.must("SetPermission", episode=scene.episode, permits=permits)
        scene.finish()
        scene.must("TakeFollowUp", by=manager, episode=scene.episode, position="follow-up")
        told.append(scene)
    return told


def test_02_the_crew_that_was_there_reads_of_who_allowed_it_and_of_nobody_else(server: Server, scenes: list[Scene]) -> None:
    officer, other = Person(server, "k-tanaka"), Person(server, "v-ilves")
    text = officer.get("/outcomes/").text
    assert [f"outcome-{scene.episode}" in text for scene in scenes] == [True, False]
    assert "follow-up still open" in text
    assert "outcome-" not in other.get("/outcomes/").text
    taker = Person(server, "j-diaz").get("/outcomes/").text
    assert [f"outcome-{scene.episode}" in taker for scene in scenes] == [True, False]
    assert Person(server, "d-whitehorse").get("/outcomes/").status_code == 403


def test_03_a_permission_taken_back_ends_it(server: Server, scenes: list[Scene]) -> None:
    scenes[0].must("SetPermission", episode=scenes[0].episode, permits=["contact"])
    assert "outcome-" not in Person(server, "k-tanaka").get("/outcomes/").text
