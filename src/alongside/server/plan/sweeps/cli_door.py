"""``python -m alongside.server.plan.sweeps.cli_door``: where a Ray lets askers in, as Ray has it but for how it begins a process for each.

Ray's own copies itself, and runs Python in the copy before that becomes another program (``preexec_fn``). There Python throws away what the
original's other threads held, gRPC's wires among it: now and then the copy dies of that, and an asker is refused after forty seconds; or it
writes into the wires of askers who are in already, and theirs break (ray-project/ray#63202 and #60316, both open in 2.60). Here nothing
runs in a copy: what was to be done there the new program does first.
"""

import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

FIRST = """
import ctypes, os, signal, sys
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: it ends with whoever began it
os.execvp(sys.argv[1], sys.argv[1:])
"""


def main() -> None:
    """Until it is stopped."""
    import_module("ray._private.services").ConsolePopen = begin
    import_module("ray.util.client.server.server").main()


def begin(command: Sequence[str], preexec_fn: object, **said: Any) -> "subprocess.Popen[bytes]":
    """What ``preexec_fn`` was to do, done by ``FIRST``."""
    return subprocess.Popen([sys.executable, "-ISc", FIRST, *command], **said)


if __name__ == "__main__":
    main()
