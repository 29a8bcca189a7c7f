"""Starts the console over a replay."""

import os
import sys

from alongside.server import up
from alongside.server.replay.asked import Asked, write
from alongside.server.replay.preparing import check
from alongside.server.site.options import Options
from alongside.server.site.safe_start import find_trouble


def serve(asked: Asked, speed: float, port: int) -> int:
    """The console over the replay, on this machine only, until stopped. 2 where it could not be started, with a sentence."""
    check(asked)
    options = Options(data=asked.out, program=asked.program, port=port, speed=speed, quiet=True, replay=write(asked))
    trouble = find_trouble(options)
    if trouble:
        sys.stderr.write(trouble + "\n")
        return 2
    os.umask(0o077)
    os.environ.update(options.to_environment())
    up.serve(options)
    return 0
