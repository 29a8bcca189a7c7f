"""``python -m alongside.twin.truth FOLDER``: answers the job of that folder in a process of its own, and says in it how that ended."""

import os
import sys
import time
from pathlib import Path

from msgspec.structs import replace

from alongside.twin.truth.asked import answer
from alongside.twin.whatif.told import ENDED, write

KIND = 5  # calls for help come first on this machine


def main(folder: Path) -> int:
    """0: done; 1: not, and the folder says why."""
    os.nice(KIND)
    began = time.monotonic()
    ended = answer(folder)
    write(folder, ENDED, replace(ended, seconds=time.monotonic() - began))
    return 0 if ended.how == "done" else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
