"""What is said beside the answer: how far a sweep is, and how long the rest takes."""

import sys
from collections.abc import Callable
from time import monotonic

Say = Callable[[str], None]


def say(line: str) -> None:
    """Beside the answer, which alone is on standard output."""
    sys.stderr.write(f"{line}\n")


class Told:
    """Says how far it is, and how long the rest takes at the pace so far. Parts that were there before say nothing of pace."""

    def __init__(self, there: int, clock: Callable[[], float] = monotonic, to: Say | None = None) -> None:
        self.there, self.clock, self.to, self.began = there, clock, to or say, clock()

    def __call__(self, done: int, of: int) -> bool:
        """Always goes on."""
        left = (self.clock() - self.began) / max(1, done - self.there) * (of - done)
        self.to(f"  {done} of {of} parts" + (f", about {max(1, round(left))} s to go" if done < of else ""))
        return True
