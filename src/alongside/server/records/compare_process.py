"""The process in which records are compared: words go in by a pipe, ids and bits come out by another, and nothing is kept anywhere."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from typing import Any

from alongside.core.linkage.decide import MOST

WORKER = "alongside.evaluate.linkage.worker"
NEEDED = ("splink", "duckdb", "pyarrow")
LOOK_EVERY_S = 0.3
SHARE_OF_MEMORY = 2  # half of what the machine has


def can_compare() -> bool:
    """Whether what it takes is installed: the lock group ``plan``."""
    return all(find_spec(name) is not None for name in NEEDED)


class CompareProcess:
    """Feed it rows, then take what it found. It says nothing of an error but its kind: a message could quote somebody."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self._process = subprocess.Popen([sys.executable, "-m", WORKER], **pipes, text=True, encoding="utf-8", env=environment)  # type: ignore[call-overload]
        self.feed({"limit_mb": memory_limit_mb(), "threads": max(1, (os.cpu_count() or 1) // 2), "most": MOST})

    def feed(self, row: Mapping[str, object]) -> None:
        """One row more. Raises ``OSError`` where the process is gone."""
        self._process.stdin.write(json.dumps(row) + "\n")

    def take(self, go_on: Callable[[], None]) -> Iterator[dict[str, Any]]:
        """Every line, once all rows were fed. ``go_on`` is asked a few times a second meanwhile and may raise."""
        while True:
            try:
                said, _ = self._process.communicate(timeout=LOOK_EVERY_S)
            except subprocess.TimeoutExpired:
                go_on()
                continue
            yield from (json.loads(line) for line in said.splitlines())
            return

    def end(self) -> None:
        """Whatever it is at."""
        self._process.kill()
        self._process.wait()


def memory_limit_mb() -> int:
    """How much it may take."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // SHARE_OF_MEMORY // 1_000_000
