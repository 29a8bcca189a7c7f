"""The released rows a request asks for: contacts of a period, banded, without names, places or times."""

from typing import NamedTuple

import polars as pl
from django.http import HttpRequest

from alongside.evaluate.extract.table import table
from alongside.server.evaluate.extracts import find_live
from alongside.server.evaluate.live import Live
from alongside.server.evaluate.periods import Period, find_period
from alongside.server.site.deployment import get_deployment

OUTSIDERS = frozenset({"evaluator"})


class Asked(NamedTuple):
    """What is asked of measures: over which period, of which extract, at which moment (ms UTC)."""

    period: Period
    live: Live
    now: int

    @property
    def for_outsiders(self) -> bool:
        """Whether few people are withheld, and nothing moves with the clock."""
        return self.live.in_bands

    @property
    def stands_at(self) -> int | None:
        """The moment whose state is told (ms UTC) where it is not this very one."""
        return self.now if self.live.in_bands else None


def read_asked(request: HttpRequest) -> Asked:
    """The period named in the address, as this reader may see it."""
    live = find_live(get_deployment(), request.actor.role in OUTSIDERS)  # type: ignore[attr-defined]
    now = live.now()
    return Asked(find_period(request.GET.get("period", ""), now, live.how.zone), live, now)


def list_rows(asked: Asked) -> pl.DataFrame:
    """Contacts of the period, one row each."""
    return table(asked.live.extract(), asked.live.how, asked.period.since, asked.period.until, asked.now)
