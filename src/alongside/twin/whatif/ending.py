"""How a job of a folder ends: answered in a process of its own, and what kept it from an answer is a code with what its sentence says."""

import os
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from msgspec.structs import replace

from alongside.core.refused import Refused
from alongside.library.reading import Mistake as WrongLibrary
from alongside.twin.planning.wrong import Mistake
from alongside.twin.whatif.told import ENDED, Ended, write

Live = Callable[[Path], Ended]
KIND = 5  # calls for help come first on this machine


def run_in(folder: Path, live: Live) -> int:
    """0: done; 1: not, and the folder says why."""
    os.nice(KIND)
    began = time.monotonic()
    ended = live(folder)
    write(folder, ENDED, replace(ended, seconds=time.monotonic() - began))
    return 0 if ended.how == "done" else 1


def or_failed(live: Live) -> Live:
    """As this ends; or which world, policy or program could not be lived, or that there was no room for it."""

    @wraps(live)
    def ends(folder: Path) -> Ended:
        try:
            return live(folder)
        except Mistake as wrong:
            told = {name: str(value) for name, value in wrong.complaint.params.items()}
            return Ended(how="failed", why=wrong.complaint.code, told=told)
        except Refused as refused:
            return Ended(how="failed", why="refused", told={"why": refused.code})
        except WrongLibrary:
            return Ended(how="failed", why="no_program")
        except MemoryError:
            return Ended(how="failed", why="died")

    return ends
