"""Long work tells what it is doing, and on a terminal how far it is."""

import sys
from collections.abc import Callable
from typing import TextIO


class Watched:
    """Steps by name. ``seen`` adds to the step's total; where nobody looks at a terminal only the steps are told."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stderr
        self._done = self._total = self._told = 0
        self._step = ""

    def step(self, name: str, total: int = 0) -> Callable[[int], None]:
        """Begin the next step; ``total`` in whatever ``seen`` counts."""
        self.end()
        self._step, self._total, self._done, self._told = name, total, 0, 0
        self._out.write(f"{name} …" if self._out.isatty() else f"{name} …\n")
        self._out.flush()
        return self.seen

    def seen(self, more: int) -> None:
        """So much more is done."""
        self._done += more
        percent = min(100, 100 * self._done // self._total) if self._total else 0
        if percent > self._told and self._out.isatty():
            self._told = percent
            self._out.write(f"\r{self._step} … {percent} %")
            self._out.flush()

    def end(self) -> None:
        """The last step is over."""
        if self._step and self._out.isatty():
            self._out.write("\n")
        self._step = ""
