"""The parts of the page of one world."""

from datetime import date
from typing import Any

import numpy as np

from alongside.server.plan.figures import say
from alongside.server.plan.forecast_strip import draw_week
from alongside.server.plan.worlds.chart import draw_hours
from alongside.server.plan.worlds.opening import Shown
from alongside.server.plan.worlds.rows import list_rows
from alongside.server.plan.worlds.words import say_score
from alongside.server.site.deployment import get_deployment
from alongside.twin.world.numbers import load_world


def day(text: str) -> date:
    """As it was measured."""
    return date.fromisoformat(text)


def parts(shown: Shown, least: int) -> dict[str, Any]:
    """The page's parts; to a reader from whom small counts are withheld no single hour says its count."""
    world, measured = shown.world, shown.measured
    told: dict[str, Any] = {
        "shown": shown, "measured": measured, "mark": world.hash(), "places": len(world.places), "per_day": sum(world.weekly) / 7,
        "week": draw_week(np.array(world.weekly).reshape(7, 24), named=True),
    }  # fmt: skip
    told["rows"], told["others"] = list_rows(shown, load_world())
    if measured:
        told["area"] = get_deployment().profile.area.title
        told["has_places"] = any(one.name == "where" and not one.lacks for one in measured.parts)
        told["backwards"] = measured.backwards if measured.backwards >= least else 0
        told |= {"first": day(measured.first), "last": day(measured.last), "breaks": [day(one) for one in measured.breaks]}
    if measured and measured.hours:
        told |= {"hours": draw_hours(measured.hours, not least), "fits": sum(one.fits for one in measured.hours)}
        told |= {"spread": say(measured.spread or 1, 2), "score": say_score(measured.score)}
    return told
