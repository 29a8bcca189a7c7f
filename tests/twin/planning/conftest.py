"""The kernels run as plain Python here: the same source, line by line, without the minute that machine code takes to make."""

import os
from typing import Any

import numba

SETTINGS: Any = numba.config
SETTINGS.DISABLE_JIT = 1
os.environ["NUMBA_DISABLE_JIT"] = "1"  # and in the processes of a sweep
