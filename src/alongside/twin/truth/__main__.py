"""``python -m alongside.twin.truth FOLDER``: answers the job of that folder in a process of its own, and says in it how that ended."""

import sys
from pathlib import Path

from alongside.twin.truth.asked import answer
from alongside.twin.whatif.ending import run_in

if __name__ == "__main__":
    sys.exit(run_in(Path(sys.argv[1]), answer))
