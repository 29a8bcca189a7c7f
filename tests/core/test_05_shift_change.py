"""Nobody goes off duty while responsible; everything passes in bulk, seen and accepted. And nobody asks for what is not theirs."""

from random import Random

from alongside.core.apply import APPLY, apply
from alongside.core.board import Board
from alongside.core.dispatch import requests as d
from alongside.core.fact import KINDS
from alongside.core.party import Actor, Member
from alongside.core.request import REQUESTS
from alongside.core.sharing.access import MAY_ASK, MAY_SEE, ROLES, may_ask, may_see
from tests.core.history import live
from tests.core.story import Story, crew, desk

NIGHT = Actor("night", "call_taker", "town", "", "operations", "desk-calls")


def test_a_desk_with_people_depending_on_it_cannot_be_left() -> None:
    story = Story().staff()
    story.call("i1")
    assert story.refused(d.LeavePosition, "desk-calls", position="desk-calls") == "still_responsible"


def test_the_newcomer_accepts_everything_in_bulk_and_the_desk_stays_responsible() -> None:
    story = Story().staff()
    for n in range(5):
        story.call(f"i{n}")
    shown = story.board.list_charges(desk("desk-calls"))
    story.when(d.RelievePosition, "desk-calls", position="desk-calls", by=NIGHT, staff="night", episodes=shown)
    assert story.board.positions.reach("desk-calls").staff == "night"
    assert len(story.board.list_charges(desk("desk-calls"))) == 5


def test_a_person_who_came_since_the_list_was_shown_is_not_passed_unseen() -> None:
    story = Story().staff()
    story.call("i1")
    shown = story.board.list_charges(desk("desk-calls"))
    story.call("i2")
    asked = {"by": NIGHT, "position": "desk-calls", "staff": "night", "episodes": shown}
    assert story.refused(d.RelievePosition, "desk-calls", **asked) == "shift_list_changed"


def test_a_wholly_new_crew_accepts_what_the_old_one_was_responsible_for() -> None:
    story = Story().staff()
    story.when(d.SelfStage, "M12", unit="M12", incident="i1", episode="p1", assignment="a1")
    night = (Member("kim", "clinician"), Member("lou", "peer"))
    assert story.refused(d.ChangeCrew, "M12", unit="M12", members=night) == "shift_list_changed"
    story.when(d.ChangeCrew, "M12", unit="M12", members=night, episodes=("p1",))
    assert story.responsible("p1") == crew("M12")


def test_an_occupied_desk_is_relieved_not_taken() -> None:
    story = Story().staff()
    taken = {"by": NIGHT, "position": "desk-calls", "area": "town", "duty": "call_taker", "staff": "night"}
    assert story.refused(d.TakePosition, "desk-calls", **taken) == "position_taken"


def test_every_request_has_a_row_in_the_access_table_and_everything_else_is_denied() -> None:
    assert set(MAY_ASK) == set(REQUESTS)
    assert all(roles <= ROLES for roles in (*MAY_ASK.values(), *MAY_SEE.values()))
    stranger = Actor("x", "visitor")
    assert not any(may_ask(stranger, kind) for kind in REQUESTS)
    assert not any(may_see(stranger, what) for what in MAY_SEE)
    assert not may_ask(Actor("x", "supervisor"), "NoSuchRequest")


def test_an_evaluator_sends_nobody() -> None:
    story = Story().staff()
    story.call("i1")
    by = Actor("eve", "evaluator")
    assert story.refused(d.AssignUnit, "desk-dispatch", by=by, assignment="a1", incident="i1", unit="M12") == "not_allowed"


def test_every_fact_can_be_applied_to_any_board_in_any_order() -> None:
    assert set(APPLY) == set(KINDS.values())
    dice = Random(5)
    story = Story().staff()
    story.call("i0")
    live(story, [(dice.randrange(256), dice.randrange(256), dice.randrange(256), dice.randrange(256)) for _ in range(600)])
    assert len({fact.kind for fact in story.facts}) > 30
    for _ in range(20):
        board = Board()
        shuffled = list(story.facts)
        dice.shuffle(shuffled)
        for fact in shuffled:
            apply(board, fact)
        assert len(board.incidents) >= len(story.board.incidents)
