"""The released rows a request asks for: contacts of a period, banded, without names, places or times."""

import polars as pl
from django.http import HttpRequest

from alongside.evaluate.extract.table import table
from alongside.server.evaluate.live import find_live
from alongside.server.evaluate.periods import Period, find_period
from alongside.server.site.deployment import get_deployment


def list_rows(request: HttpRequest) -> tuple[pl.DataFrame, Period]:
    """Contacts of the period named in the address, one row each."""
    deployment = get_deployment()
    live, now = find_live(deployment), deployment.clock.now()
    period = find_period(request.GET.get("period", ""), now, live.how.zone)
    return table(live.extract(), live.how, period.since, period.until, now), period
