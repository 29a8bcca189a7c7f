"""How a question about the truth stands: how long it takes, how long it took, why there is no answer."""

from django.utils.translation import gettext_lazy as _lazy

from alongside.server.plan.board.lasting import left_s, say_long
from alongside.server.plan.complaints import say_coded
from alongside.server.plan.sweeps.said import lasting
from alongside.twin.planning.wrong import SENTENCES
from alongside.twin.truth.told import LEAST_CALLS
from alongside.twin.whatif.told import Ended, Progress

FAILED = {
    "few": _lazy("Fewer than %(least)s calls rang in this time: too few to say anything. Choose more days."),
    "died": _lazy("The process that was asked ended by itself. Ask again."),
    "no_job": _lazy("What was asked is not on the disk any more. Ask again."),
    "no_program": _lazy(
        "This deployment's program cannot be read since it was started. Whoever runs the server looks at its files, then ask again."
    ),
    "no_ledger": _lazy("The ledger would not be opened a second time. Whoever runs the server looks at its health, then ask again."),
    "refused": _lazy("A call that rang here is refused by the rules in force (%(why)s). Choose fewer days."),
}


def say_failed(ended: Ended | None) -> str:
    """What stood in the way, and what to do; nothing where nothing did."""
    if ended is None or ended.how != "failed":
        return ""
    if ended.why in SENTENCES:
        return say_coded(ended.why, ended.told)
    return str(FAILED.get(ended.why, FAILED["died"]) % {"least": LEAST_CALLS, "why": ended.told.get("why", "")})


def say_left(progress: Progress | None) -> str:
    """“less than a minute”; nothing before the first run."""
    left = left_s(progress)
    return "" if left is None else say_long(left)


def say_took(ended: Ended | None) -> str:
    """“47 s”: how long the whole of it was."""
    return lasting(ended.seconds) if ended and ended.how == "done" else ""
