"""Every start and end of a shift in a run, in order (``state``)."""

import numpy as np

from alongside.twin.engine.duty_people import lay
from alongside.twin.planning.roster import list_duties
from alongside.twin.planning.scenario import Scenario


def lay_shifts(scenario: Scenario) -> np.ndarray:
    """At, rank, unit, ends at."""
    shifts = lay(list_duties(scenario.units, scenario.start, scenario.end, scenario.world.east_ms))
    return np.array(shifts, np.int64).reshape(-1, 4)
