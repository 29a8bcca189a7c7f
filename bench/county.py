"""One county, declared once for every engine of the twin's benchmark: 30,000 calls a year, fifteen units, three doors. Invented."""

from functools import lru_cache
from math import hypot

from alongside.core.rules import Rules
from alongside.library import load_program
from alongside.twin.planning.roster import PlannedUnit, Shift
from alongside.twin.planning.scenario import Practice, Scenario
from alongside.twin.planning.world import CallKind, Door, PlanningWorld, Quantiles

START, DAY, MINUTE = 1_767_225_600_000, 86_400_000, 60_000  # 2026-01-01 00:00 UTC
CALLS_A_YEAR = 30_000
PLACES = [(0, 0), (4, 1), (8, 3), (2, 5), (6, 6), (10, 8), (1, 9), (5, 11), (9, 12), (3, 14), (7, 15), (11, 16)]  # km
MINUTES: dict[str, tuple[float, float, float, float, float]] = {
    "triage": (1, 2, 3, 5, 9), "ready": (0.3, 0.5, 1, 2, 5), "acknowledge": (0.05, 0.1, 0.2, 0.3, 0.45), "turnout": (0.4, 0.8, 1.2, 2, 4),
    "contact": (0.5, 1, 2, 4, 9), "engaged": (12, 25, 40, 62, 115), "refused": (4, 7, 11, 18, 35), "look": (5, 9, 14, 21, 40),
    "wrap": (2, 5, 9, 15, 28), "by_phone": (6, 12, 20, 31, 55), "answer": (0.5, 1, 2, 4, 8), "door": (2, 4, 6, 9, 14),
    "door_emergency": (3, 6, 9, 13, 18), "stay": (180, 420, 800, 1150, 1380), "stay_emergency": (90, 180, 300, 480, 900),
    "taken": (5, 20, 45, 100, 300), "again": (300, 900, 2000, 5000, 12000),
}  # fmt: skip
ABOARD = {
    "mobile_crisis": ("clinician", "peer"), "co_responder": ("clinician", "officer"), "clinician_paramedic": ("clinician", "paramedic"),
    "ems": ("paramedic", "emt"), "patrol": ("officer",), "community_responder": ("community_worker", "driver"),
    "clinician_phone": ("clinician",),
}  # fmt: skip
ROSTER = (
    ("mobile_crisis", 0, 6, 12), ("mobile_crisis", 4, 9, 12), ("mobile_crisis", 8, 14, 10), ("mobile_crisis", 10, 20, 12),
    ("co_responder", 3, 7, 10), ("co_responder", 7, 15, 10), ("clinician_paramedic", 5, 0, 0), ("ems", 1, 0, 0), ("ems", 9, 0, 0),
    ("patrol", 2, 0, 0), ("patrol", 6, 0, 0), ("patrol", 11, 0, 0), ("community_responder", 4, 8, 14), ("clinician_phone", 0, 0, 0),
    ("clinician_phone", 0, 10, 12),
)  # fmt: skip
DOORS = (
    Door(facility="wasatch-receiving", service="chair_23h", place=4, yes=0.85),
    Door(facility="granite-receiving", service="chair_23h", place=9, yes=0.8),
    Door(facility="foothill-hospital", service="ed", place=7),
)


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The default program as it is shipped."""
    return load_program("tailored").rules


def county(days: float, seed: int = 1) -> Scenario:
    """So many days of it."""
    return Scenario(rules(), world(), roster(), START, START + round(days * DAY), seed, Practice())


@lru_cache(maxsize=1)
def world() -> PlanningWorld:
    """Calls by hour of the day, places on a plane, drives at 40 km/h (28 at peak), five kinds of call."""
    by_hour = [0.6 if hour < 7 else 1.0 if hour < 15 else 1.4 for hour in range(24)]
    mean = CALLS_A_YEAR / 365 / sum(by_hour)
    drives = tuple(tuple(tuple(drive(a, b, speed) for b in PLACES) for a in PLACES) for speed in (40, 28))
    return PlanningWorld(
        name="bench county", source="declared in bench/county.py", east_ms=0,
        places=tuple((40_700_000 + y * 9_000, -111_900_000 + x * 11_900) for x, y in PLACES),
        weekly=tuple(mean * one for one in by_hour) * 7,
        where=(tuple(1.0 + place % 3 for place in range(len(PLACES))),) * 4, kinds=kinds(),
        bands=tuple(int(hour % 24 in (7, 8, 16, 17)) for hour in range(168)), drives=drives, doors=DOORS,
        durations={name: milliseconds(one) for name, one in MINUTES.items()} | {"drive_permille": (800, 920, 1000, 1120, 1400)},
    )  # fmt: skip


def kinds() -> tuple[CallKind, ...]:
    """By what is said, and what comes of it where somebody comes."""
    met, goes = (0.78, 0.14, 0.08), (0.5, 0.2, 0.27, 0.03)
    return (
        CallKind(name="in danger", weight=0.1, level=4, ends=met, outcomes=(0.2, 0.1, 0.62, 0.08)),
        CallKind(name="urgent", weight=0.3, level=3, ends=met, outcomes=goes),
        CallKind(name="in distress", weight=0.4, level=2, ends=met, outcomes=(0.6, 0.25, 0.14, 0.01)),
        CallKind(name="in Spanish", weight=0.1, level=2, language="es", ends=met, outcomes=goes),
        CallKind(name="asks for advice", weight=0.08, level=1, ends=(0.95, 0.05, 0.0), outcomes=(0.8, 0.2, 0, 0)),
        CallKind(name="something else", weight=0.02, level=0),
    )


def drive(a: tuple[int, int], b: tuple[int, int], speed: int) -> int:
    """Milliseconds as the crow flies and a third more."""
    return round(hypot(a[0] - b[0], a[1] - b[1]) * 4 / 3 / speed * 3_600_000) + (30_000 if a != b else 0)


def milliseconds(minutes: tuple[float, float, float, float, float]) -> Quantiles:
    """Quantiles of a duration."""
    five, quarter, half, most, last = (round(one * MINUTE) for one in minutes)
    return five, quarter, half, most, last


def roster() -> tuple[PlannedUnit, ...]:
    """Each kind at its post; from an hour of the day for so many hours, or around the clock."""
    return tuple(unit(number, *one) for number, one in enumerate(ROSTER))


def unit(number: int, kind: str, post: int, begins: int, hours: int) -> PlannedUnit:
    """Every third crew speaks Spanish."""
    spoken = ("en", "es") if number % 3 == 0 else ("en",)
    aboard = tuple((f"s{number}-{turn}", role, spoken) for turn, role in enumerate(ABOARD[kind]))
    shifts = tuple(Shift(day * 24 + begins, hours) for day in range(7)) if hours else ()
    return PlannedUnit(name=f"{kind}-{number}", crew_kind=kind, post=post, members=aboard, shifts=shifts)
