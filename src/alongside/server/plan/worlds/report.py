"""What `alongside twin fit` tells on the way and in the end."""

import sys
from collections.abc import Iterator

from alongside.evaluate.fitting.measured import Measured

STEPS = ("rows", "arrivals", "durations", "contents")
WHY = {
    "few": "too few calls say it", "times": "the history has no such times", "places": "the history has no coordinates",
    "elsewhere": "most of its places are not in this area", "short": "the history is too short", "said": "no history says it",
}  # fmt: skip


class ShowStep:
    """Writes what is measured now, on a terminal only, over its own line."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()

    def __call__(self, step: str) -> None:
        if self.shown:
            at = STEPS.index(step) + 1
            sys.stderr.write(f"\r  {at} of {len(STEPS)}: {step:<12}" + ("\n" if at == len(STEPS) else ""))
            sys.stderr.flush()


def lines(measured: Measured) -> Iterator[str]:
    """The report: what was fitted from how many calls, how well, and what is taken from this deployment instead."""
    yield f"{measured.history}: {measured.calls:,} of {measured.everything:,} calls, {measured.first} to {measured.last}"
    yield f"  {measured.per_day:.2f} calls a day"
    if measured.backwards:
        yield f"  {measured.backwards:,} calls whose times run backwards: counted, not timed"
    yield from (f"  counts otherwise from {day} on: hours are fitted after it" for day in measured.breaks)
    for part in measured.parts:
        yield f"  {part.name:<16}{part.calls:>9,}  {'fitted' if not part.lacks else f'this deployment’s own: {WHY[part.lacks]}'}"
    if measured.hours and measured.spread is not None:
        fit = sum(one.fits for one in measured.hours)
        yield f"  hours of the day within their 95 % interval: {fit} of 24; hours vary {measured.spread:.2f} × a count’s own noise"
    if measured.score:
        yield f"  on weeks held back: {measured.score.better:.0%} better than last week’s counts, {measured.score.inside:.0%} within 90 %"
