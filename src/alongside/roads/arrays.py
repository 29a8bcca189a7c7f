"""Names for the arrays the roads are made of."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Small = NDArray[np.uint8]
Floats = NDArray[np.float64]

UNREACHED = 2_147_483_647  # ms; what a matrix holds where no road leads (RoutingKit's infinite weight)
EARTH_RADIUS_M = 6_371_008.8  # mean radius, IUGG
DAY_MS = 86_400_000
