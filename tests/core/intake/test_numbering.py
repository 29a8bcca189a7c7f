"""The number of a need says nothing of how many others there were, and two that could be mixed up never share one."""

from alongside.core.board import Board
from alongside.core.codes import IncidentStatus
from alongside.core.intake.numbering import FIRST, FREE_AGAIN_MS, TRIES, find_number, throw

NOW = 1_800_000_000_000


def bear(board: Board, number: int, status: IncidentStatus = IncidentStatus.OPEN, taken_at: int = NOW, area: str = "town") -> None:
    """Somebody else's need bears it."""
    id = f"{area}-{number}"
    board.incidents.reach(id).status, board.incidents.reach(id).taken_at = status, taken_at
    board.numbers[area, number] = id


def test_01_it_follows_from_the_needs_own_id_and_area_to_the_digit() -> None:
    assert [find_number(Board(), area, id, NOW) for area, id in (("town", "i1"), ("town", "i2"), ("lake", "i1"))] == [22494, 46117, 86262]
    assert find_number(Board(), "town", "i1", NOW) == throw("town:i1:0", FIRST)


def test_02_it_has_as_many_digits_as_were_asked_for_and_reaches_both_ends() -> None:
    thrown = [throw(str(seed), 10) for seed in range(2_000)]
    assert (min(thrown), max(thrown)) == (10, 99)
    assert {len(str(throw(str(seed), FIRST))) for seed in range(200)} == {5}


def test_03_where_all_tries_of_five_digits_are_taken_it_has_six() -> None:
    board = Board()
    for turn in range(TRIES):
        number = throw(f"town:i1:{turn}", FIRST)
        assert find_number(board, "town", "i1", NOW) == number
        bear(board, number)
    assert find_number(board, "town", "i1", NOW) == throw(f"town:i1:{TRIES}", FIRST * 10)


def test_04_a_number_is_free_again_once_nobody_can_mean_the_other() -> None:
    number = throw("town:i1:0", FIRST)
    for status, ago, is_free in (
        (IncidentStatus.OPEN, FREE_AGAIN_MS, False),
        (IncidentStatus.SCHEDULED, FREE_AGAIN_MS, False),
        (IncidentStatus.CLOSED, FREE_AGAIN_MS - 1, False),
        (IncidentStatus.CLOSED, FREE_AGAIN_MS, True),
        (IncidentStatus.CANCELLED, FREE_AGAIN_MS + 1, True),
    ):
        board = Board()
        bear(board, number, status, NOW - ago)
        assert (find_number(board, "town", "i1", NOW) == number) is is_free, (status, ago)


def test_05_another_area_may_have_the_same_and_a_number_of_nobody_is_free() -> None:
    board, number = Board(), throw("town:i1:0", FIRST)
    bear(board, number, area="lake")
    assert find_number(board, "town", "i1", NOW) == number
    board.numbers["town", number] = "gone"
    assert find_number(board, "town", "i1", NOW) == number
    assert find_number(board, "town", "i1", NOW) == number
