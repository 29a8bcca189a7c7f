"""The forecast as CSV."""

import csv
import io
from datetime import datetime, time, timedelta

from alongside.evaluate.forecast.model import QUANTILES
from alongside.evaluate.forecast.whole import Whole


def as_csv(whole: Whole) -> str:
    """336 lines: local hour, expected calls, quantiles."""
    text = io.StringIO()
    out = csv.writer(text)
    out.writerow(("local_hour", "expected", *(f"q{round(100 * at):02}" for at in QUANTILES)))
    start = datetime.combine(whole.past.end, time())
    for at, (mean, quantiles) in enumerate(zip(whole.told.mean, whole.told.quantiles, strict=True)):
        out.writerow((f"{start + timedelta(hours=at):%Y-%m-%dT%H:%M}", f"{mean:.4f}", *(int(value) for value in quantiles)))
    return text.getvalue()
