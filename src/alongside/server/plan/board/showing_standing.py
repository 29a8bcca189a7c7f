"""How a question stands, in words: how far it is, how long it will take, why it could not be tried."""

from typing import Any

from django.utils.translation import gettext_lazy as _lazy

from alongside.server.plan.board.jobs import Standing
from alongside.server.plan.board.lasting import LONG_S, expected_s, left_s, say_long
from alongside.server.plan.board.living import can_live
from alongside.server.plan.board.question import Question

WHY = {
    "not_installed": _lazy("What the simulator needs is not installed on this machine: the lock group “plan” (./dev check installs it)."),
    "changed": _lazy("its program's rules have changed since this plan was made. Make the plan anew from today's."),
    "died": _lazy("Its process ended before it was done: the machine may be short of memory. Try again, with fewer weeks."),
}  # fmt: skip


def show_standing(asked: Question, stands: Standing) -> dict[str, Any]:
    """How far it is, or how long it will take."""
    expected, left = expected_s(asked), left_s(stands.progress)
    return {
        "can_live": can_live(),
        "stands": stands, "why": WHY.get(stands.why, stands.why), "expected": say_long(expected), "is_long": expected > LONG_S,
        "left": say_long(left) if left is not None else "",
    }  # fmt: skip
