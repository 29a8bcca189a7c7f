"""The parts of a world as rows: what, how long, from how many calls, or from where else."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import ngettext

from alongside.evaluate.fitting.measured import Part
from alongside.server.plan.figures import say
from alongside.server.plan.worlds.opening import Shown
from alongside.server.plan.worlds.words import ELSEWHERE, LACKS, PARTS, SOURCES
from alongside.twin.planning.world import HURRIED, Quantiles
from alongside.twin.world.numbers import World

MINUTE_MS = 60_000
OWN_ROWS = (
    "hours", "seasons", "where", "kinds", "triage", "ready", HURRIED, "acknowledge", "turnout", "drives", "contact", "engaged", "refused",
    "look", "wrap", "by_phone", "outcomes", "doors", "answer", "door", "door_emergency", "stay", "taken", "reached",
)  # fmt: skip
DAYS = ("seasons", "yearly")  # parts that rest on days, not on calls


@dataclass(frozen=True)
class Row:
    """``minutes``: in which 5, 50 and 95 % of cases are over; none for what is no duration. ``why``: it was not fitted; "" for what no
    history says."""

    label: str
    fitted: bool
    origin: str
    why: str = ""
    minutes: tuple[str, ...] = ()


def list_rows(shown: Shown, numbers: World) -> tuple[list[Row], list[Row]]:
    """(what this history says or might have said, what no history says)."""
    parts = list(shown.measured.parts) if shown.measured else []
    named = {part.name for part in parts}
    theirs = named | ({HURRIED} - shown.world.durations.keys())  # a history that says how soon somebody is sent says it of all calls
    parts += [Part(name, 0, "said") for name in OWN_ROWS if name not in theirs]
    rows = [(part.lacks == "said", row(part, shown, numbers)) for part in parts]
    ours = sorted((one for is_said, one in rows if not is_said), key=lambda one: not one.fitted)
    return ours, [one for is_said, one in rows if is_said]


def row(part: Part, shown: Shown, numbers: World) -> Row:
    """One part; its minutes are those of the world that is shown, whatever they are from."""
    minutes = tuple(in_minutes(shown.world.durations.get(part.name)))
    source = str(SOURCES[ELSEWHERE.get(part.name) or numbers.sources.get(part.name, "own")])
    return Row(str(PARTS[part.name]), not part.lacks, source if part.lacks else rests_on(part), str(LACKS.get(part.lacks, "")), minutes)


def rests_on(part: Part) -> str:
    """Calls or days that say it."""
    rests = ngettext("%(n)s day", "%(n)s days", part.calls) if part.name in DAYS else ngettext("%(n)s call", "%(n)s calls", part.calls)
    return str(rests % {"n": say(part.calls)})


def in_minutes(told: Quantiles | None) -> Iterator[str]:
    """5, 50 and 95 %, as precisely as they are long."""
    for at in (0, 2, 4) if told else ():
        minutes = told[at] / MINUTE_MS if told else 0.0
        yield say(minutes, 1 if minutes < 10 else 0)
