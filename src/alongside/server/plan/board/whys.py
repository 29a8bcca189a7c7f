"""Why something that was asked of the twin ended before it was done, and what to do, in the reader's language."""

from django.utils.translation import gettext_lazy as _lazy

from alongside.server.plan.board.jobs import Standing
from alongside.server.plan.board.lasting import say_long
from alongside.server.plan.complaints import say_coded
from alongside.twin.planning.wrong import SENTENCES

WHY = {
    "not_installed": _lazy("What the simulator needs is not installed on this machine: the lock group “plan” (./dev check installs it)."),
    "changed": _lazy("its program's rules have changed since this plan was made. Make the plan anew from today's."),
    "no_program": _lazy("its program is not here any more, or cannot be read. Make the plan anew from today's."),
    "refused": _lazy("A call of this world is refused by a program's rules (%(why)s). Choose another world or program."),
    "no_job": _lazy("what was asked is not on the disk any more. Try it again."),
    "died": _lazy("Its process ended before it was done: the machine may be short of memory. Try again, with fewer weeks."),
    "too_long": _lazy(
        "It was not done after %(long)s, many times what was expected, and was ended so that others have their turn. "
        "What was lived is kept: it goes on from there."
    ),
}  # fmt: skip


def say_ended(stands: Standing) -> str:
    """Empty where nobody need be told."""
    if stands.why in SENTENCES:
        return say_coded(stands.why, stands.told)
    told = {"long": say_long(float(stands.told.get("seconds", 0))), "why": stands.told.get("why", "")}
    return str(WHY[stands.why]) % told if stands.why in WHY else stands.why
