"""How a question stands, in words: how far it is, how long it will take, why it could not be tried."""

from typing import Any

from alongside.server.plan.board.jobs import Standing
from alongside.server.plan.board.lasting import LONG_S, expected_s, is_first, left_s, say_long
from alongside.server.plan.board.living import can_live
from alongside.server.plan.board.question import Question
from alongside.server.plan.board.whys import say_ended
from alongside.server.plan.paper.press import can_press


def show_standing(asked: Question, stands: Standing) -> dict[str, Any]:
    """How far it is, or how long it will take."""
    expected, left = expected_s(asked), left_s(stands.progress)
    return {
        "can_live": can_live(), "can_press": can_press(),
        "stands": stands, "why": say_ended(stands), "expected": say_long(expected), "is_long": expected > LONG_S,
        "is_first": is_first(), "left": say_long(left) if left is not None else "",
    }  # fmt: skip
