"""How long a run will take, said before it begins: from how fast this machine was the last time."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.server.plan.board.kept import folder
from alongside.server.plan.board.question import Question
from alongside.twin.whatif.told import CORE_MS_A_CALL, KERNEL_MS_A_CALL, PREPARING_S, SPEED, Progress, Speed, read

LONG_S = 120  # from here on the page warns
BEGINNING_S = 4.0  # a process of its own, and the plan made ready


def expected_s(asked: Question) -> float:
    """Seconds for the whole of it: by the live core, or by the fast engine with the time it takes to make it, whichever is less."""
    plan = asked.plan
    calls = 2 * sum(asked.world.weekly) * plan.weeks * plan.runs * plan.demand / 100
    known = read(folder(), SPEED, Speed)
    speeds = known.ms_a_call if known else {}
    fast = BEGINNING_S + calls * speeds.get("kernel", KERNEL_MS_A_CALL) / 1000
    return min(BEGINNING_S + calls * speeds.get("core", CORE_MS_A_CALL) / 1000, fast if "kernel" in speeds else fast + PREPARING_S)


def is_first() -> bool:
    """Whether the fast engine was never made here: until it is, nothing can be said of how far a run is."""
    known = read(folder(), SPEED, Speed)
    return known is None or "kernel" not in known.ms_a_call


def left_s(progress: Progress | None) -> float | None:
    """Seconds still to go, by how it went so far; None before the first run."""
    if progress is None or not progress.done:
        return None
    return progress.seconds / progress.done * (progress.of - progress.done)


def say_long(seconds: float) -> str:
    """“about 3 minutes”."""
    if seconds < 50:
        return str(_("less than a minute"))
    minutes = max(1, round(seconds / 60))
    if minutes < 90:
        return str(ngettext("about %(n)s minute", "about %(n)s minutes", minutes) % {"n": minutes})
    hours = round(minutes / 60)
    return str(ngettext("about %(n)s hour", "about %(n)s hours", hours) % {"n": hours})
