"""What is said beside the answer: how far a sweep is, and how long the rest takes."""

import sys
from collections.abc import Callable
from time import monotonic

Say = Callable[[str], None]


def say(line: str) -> None:
    """Beside the answer, which alone is on standard output."""
    sys.stderr.write(f"{line}\n")


def or_refused(do: Callable[[], int]) -> int:
    """How a command ends: as this does, or with 2 and the sentence of what was wrong."""
    try:
        return do()
    except (ValueError, OSError) as mistake:
        say(str(mistake))
        return 2


class Told:
    """Says how far it is, and how long the rest takes at the pace so far. Parts that were there before say nothing of pace."""

    def __init__(self, there: int, clock: Callable[[], float] = monotonic, to: Say | None = None) -> None:
        self.there, self.clock, self.to, self.began = there, clock, to or say, clock()

    def __call__(self, done: int, of: int) -> bool:
        """Always goes on; says it for every hundredth."""
        left = (self.clock() - self.began) / max(1, done - self.there) * (of - done)
        if 100 * done // of > 100 * (done - 1) // of:
            self.to(f"  {done} of {of} parts" + (f", about {lasting(left)} to go" if done < of else ""))
        return True


def lasting(seconds: float) -> str:
    """As somebody would say it who waits."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{round(seconds / 3600)} h"
