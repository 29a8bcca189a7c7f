"""A history measured; of a file that is damaged, a sentence."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import polars as pl

from alongside.evaluate.fitting.contents import Spot
from alongside.evaluate.fitting.measured import Measured
from alongside.evaluate.fitting.whole import Progress, measure
from alongside.twin.planning.wrong import Complaint, Mistake


def measure_file(
    file: Path, zone: ZoneInfo, wanted: str, places: Sequence[Spot], until: date | None = None, progress: Progress | None = None
) -> Measured:
    """What its table of calls says. Raises ``CannotFit`` for too little, ``Mistake`` for what is no table of calls."""
    try:
        return measure(file, zone, wanted, places, until, progress)
    except (pl.exceptions.PolarsError, OSError) as broken:
        raise Mistake(file.parent.name, Complaint("no_history", {"history": file.parent.name})) from broken
