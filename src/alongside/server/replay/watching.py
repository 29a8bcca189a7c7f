"""Watching a replay: one line for each thing that happens, at any speed."""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from alongside.core.dispatch.facts import NeedUnmet, StatusReported, UnitAssigned
from alongside.core.fact import Fact
from alongside.core.intake.facts import CallTaken, LevelSet


@dataclass
class Watch:
    """Keeps the pace and prints what a dispatcher would see; without a speed it is silent and as fast as it goes."""

    speed: float | None
    zone: str = "UTC"
    numbers: dict[str, int] = field(default_factory=dict)
    began: tuple[float, int] | None = None

    def __call__(self, now: int, facts: Sequence[Fact]) -> None:
        """One step of the replay."""
        if self.speed is None:
            return
        self.began = self.began or (time.monotonic(), now)
        ahead = (now - self.began[1]) / 1000 / self.speed - (time.monotonic() - self.began[0])
        if ahead > 0:
            time.sleep(ahead)
        for fact in facts:
            line = self.tell(fact)
            if line:
                sys.stdout.write(f"{datetime.fromtimestamp(now / 1000, ZoneInfo(self.zone)):%H:%M:%S}  {line}\n")
        sys.stdout.flush()

    def tell(self, fact: Fact) -> str:
        """A fact as a line, "" for those nobody watches."""
        if isinstance(fact, CallTaken):
            self.numbers[fact.incident] = fact.number
            return f"{fact.number}  call taken ({fact.origin.value})"
        number = self.numbers.get(getattr(fact, "incident", ""), "")
        if isinstance(fact, LevelSet):
            return f"{number}  level {int(fact.level)} by type"
        if isinstance(fact, UnitAssigned):
            drive = "" if fact.drive_ms is None else f", {fact.drive_ms // 60_000} min drive (modelled)"
            return f"{number}  {fact.unit} sent{drive}"
        if isinstance(fact, StatusReported):
            return f"{number}  {fact.unit} {fact.status.value.replace('_', ' ')}"
        if isinstance(fact, NeedUnmet):
            return f"{number}  better not to be had: " + ", ".join(f"{one.crew_kind} ({one.why})" for one in fact.missing)
        return ""
