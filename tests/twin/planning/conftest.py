"""The kernels run as plain Python here: the same source, line by line, without the minute that machine code takes to make."""

from typing import Any

import numba

SETTINGS: Any = numba.config
SETTINGS.DISABLE_JIT = 1
