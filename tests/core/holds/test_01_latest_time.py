"""The latest time is exact across every change of the clock and every day that does not count: 2,000 cases, (deep) 200,000."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alongside.core.holds.counting import latest_time
from alongside.core.holds.rules import HoldKind, Jurisdiction
from alongside.library.jurisdictions.load import MOVES
from alongside.library.jurisdictions.zones import offsets_of
from tests.core.holds.oracle import WEEKDAYS, Minutes

HOUR = 3_600_000
NEAR = 6 * 24 * HOUR
SHORT = ("America/New_York", "America/Adak")
# Every zone of the United States and its territories that the tz database keeps apart.
ALL = (
    *SHORT, "America/Los_Angeles", "America/Denver", "America/Anchorage", "America/Boise", "America/Chicago", "America/Detroit",
    "America/Indiana/Indianapolis",
    "America/Indiana/Knox", "America/Indiana/Marengo", "America/Indiana/Petersburg", "America/Indiana/Tell_City", "America/Indiana/Vevay",
    "America/Indiana/Vincennes", "America/Indiana/Winamac", "America/Juneau", "America/Kentucky/Louisville",
    "America/Kentucky/Monticello", "America/Menominee", "America/Metlakatla", "America/Nome", "America/North_Dakota/Beulah",
    "America/North_Dakota/Center", "America/North_Dakota/New_Salem", "America/Phoenix", "America/Puerto_Rico", "America/Sitka",
    "America/St_Thomas", "America/Yakutat", "Pacific/Guam", "Pacific/Honolulu", "Pacific/Pago_Pago", "Pacific/Saipan", "Pacific/Wake",
)  # fmt: skip
HOLIDAYS = frozenset(date(year, month, day) for year in range(2019, 2047) for month, day in ((1, 1), (3, 12), (7, 4), (11, 6), (12, 25)))
EXCLUDED: tuple[tuple[tuple[str, ...], frozenset[date]], ...] = (
    ((), frozenset()), (("sunday",), frozenset()), (("saturday", "sunday"), HOLIDAYS), (("sunday", "monday"), HOLIDAYS),
)  # fmt: skip
ENDS_NOT_ON: tuple[tuple[str, ...], ...] = ((), ("saturday", "sunday"), ("sunday", "monday", "tuesday"))


def ms(year: int) -> int:
    return round(datetime(year, 1, 1, tzinfo=UTC).timestamp() * 1000)


def list_starts(zone: str, count: int, dice: random.Random) -> list[int]:
    """Each change of the clock from 2020 to 2045 comes before or into at least one of them; others anywhere, down to the millisecond."""
    changes = [at for at, _ in offsets_of(zone) if ms(2020) <= at < ms(2046)]
    near = [at - dice.randrange(NEAR) for at in changes for _ in range(max(1, count // 2 // len(changes)))]
    anywhere = [dice.randrange(ms(2020), ms(2046)) for _ in range(max(0, count - len(near)))]
    return [one if dice.random() < 0.5 else one - one % dice.choice((60_000, HOUR, 24 * HOUR)) for one in (*near, *anywhere)]


def wrong_of(zone: str, count: int, seed: int) -> tuple[int, list[str]]:
    """How many were tried, and which differ from the oracle."""
    dice, wrong, tried = random.Random(f"{zone}{seed}"), list[str](), 0
    for excluded, holidays in EXCLUDED:
        oracle = Minutes(zone, excluded, holidays)
        days = frozenset((one - date(1970, 1, 1)) // timedelta(days=1) for one in holidays)
        names = frozenset(WEEKDAYS.index(name) for name in excluded)
        for started in list_starts(zone, count // len(EXCLUDED), dice):
            maximum = dice.choice((72 * HOUR, 24 * HOUR, 23 * HOUR, 120 * HOUR, dice.randrange(1, 96 * HOUR)))
            kind = HoldKind("k", "detained", maximum, frozenset(), frozenset(), excluded=names, holidays=days)
            off, to = dice.choice(ENDS_NOT_ON), dice.choice(("", *MOVES))
            kind = replace(kind, off=frozenset(WEEKDAYS.index(name) for name in off), off_days=days, moves_to=to)
            found, expected = latest_time(Jurisdiction("j", offsets_of(zone)), kind, started), oracle.latest(started, maximum)
            if to:
                expected = oracle.moved(expected, _days_off(off, holidays), to)
            tried += 1
            if found != expected:
                wrong.append(f"{zone} {excluded} {started} +{maximum} {off} {to}: {found} not {expected}")
    return tried, wrong


def _days_off(names: tuple[str, ...], holidays: frozenset[date]) -> Callable[[date], bool]:
    return lambda day: WEEKDAYS[day.weekday()] in names or day in holidays


def test_01_two_thousand_cases_and_none_wrong() -> None:
    results = [wrong_of(zone, 1_008, 1) for zone in SHORT]
    assert [one for _, wrong in results for one in wrong] == []
    assert sum(tried for tried, _ in results) >= 2_000


@pytest.mark.deep
@pytest.mark.parametrize("zone", ALL)
def test_02_two_hundred_thousand_over_every_zone_and_every_change(zone: str) -> None:
    tried, wrong = wrong_of(zone, 6_000, 2)
    assert wrong == []
    assert tried >= 200_000 // len(ALL)


@pytest.mark.parametrize(
    ("zone", "started", "hours", "excluded", "latest"),
    [
        ("America/Denver", (2026, 3, 7, 12, 0), 72, (), (2026, 3, 10, 13, 0)),  # an hour of a wall clock is missing
        ("America/Denver", (2026, 10, 31, 12, 0), 72, (), (2026, 11, 3, 11, 0)),  # an hour comes twice
        ("America/Phoenix", (2026, 3, 7, 12, 0), 72, (), (2026, 3, 10, 12, 0)),
        ("America/Denver", (2026, 3, 6, 12, 0), 24, (5, 6), (2026, 3, 9, 12, 0)),  # Friday noon: 12 h, then Monday's first 12
        ("America/Denver", (2026, 3, 7, 12, 0), 24, (5, 6), (2026, 3, 10, 0, 0)),  # written on a day that does not count
        ("America/Denver", (2026, 3, 6, 0, 0), 24, (5, 6), (2026, 3, 7, 0, 0)),  # used up where Saturday begins: that moment, not Monday
    ],
)
def test_03_as_a_lawyer_would_count_it(
    zone: str, started: tuple[int, ...], hours: int, excluded: tuple[int, ...], latest: tuple[int, ...]
) -> None:
    kind = HoldKind("k", "detained", hours * HOUR, frozenset(), frozenset(), excluded=frozenset(excluded))
    begins = round(datetime(*started, tzinfo=ZoneInfo(zone)).timestamp() * 1000)  # type: ignore[misc, arg-type]
    found = latest_time(Jurisdiction("j", offsets_of(zone)), kind, begins)
    assert datetime.fromtimestamp(found / 1000, ZoneInfo(zone)).replace(tzinfo=None) == datetime(*latest)  # type: ignore[arg-type]  # noqa: DTZ001


@pytest.mark.parametrize(
    ("zone", "started", "to", "latest"),
    [
        ("America/Denver", (2026, 3, 6, 12, 0), "start_of_day", (2026, 3, 9, 0, 0)),  # ends Saturday noon, so Monday begins without them
        ("America/Denver", (2026, 3, 6, 12, 0), "same_clock", (2026, 3, 9, 12, 0)),  # over the lost hour: noon is noon
        ("America/Denver", (2026, 3, 6, 12, 0), "end_of_day", (2026, 3, 10, 0, 0)),
        ("America/Denver", (2026, 3, 5, 0, 0), "end_of_day", (2026, 3, 6, 0, 0)),  # Thursday, 24 h: a working day
        ("America/Denver", (2026, 3, 6, 0, 0), "end_of_day", (2026, 3, 7, 0, 0)),  # midnight before Saturday is Friday's end
        ("America/Denver", (2026, 3, 7, 0, 0), "start_of_day", (2026, 3, 9, 0, 0)),  # midnight between two days off
        ("America/Denver", (2026, 3, 7, 23, 0), "same_clock", (2026, 3, 9, 0, 0)),  # midnight before Monday: Monday has begun
    ],
)
def test_04_an_end_on_a_day_off_moves_to_the_next_working_day(
    zone: str, started: tuple[int, ...], to: str, latest: tuple[int, ...]
) -> None:
    kind = HoldKind("k", "detained", 24 * HOUR, frozenset(), frozenset(), off=frozenset({5, 6}), moves_to=to)
    begins = round(datetime(*started, tzinfo=ZoneInfo(zone)).timestamp() * 1000)  # type: ignore[misc, arg-type]
    found = latest_time(Jurisdiction("j", offsets_of(zone)), kind, begins)
    assert datetime.fromtimestamp(found / 1000, ZoneInfo(zone)).replace(tzinfo=None) == datetime(*latest)  # type: ignore[arg-type]  # noqa: DTZ001


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        ((2026, 3, 8, 2, 30), (2026, 3, 8, 9, 0)),  # a time that is left out: the moment the clock jumps
        ((2026, 11, 1, 1, 30), (2026, 11, 1, 7, 30)),  # a time that comes twice: the first
        ((2026, 11, 1, 2, 0), (2026, 11, 1, 9, 0)),
    ],
)
def test_05_a_clock_time_that_is_left_out_or_comes_twice(local: tuple[int, ...], utc: tuple[int, ...]) -> None:
    """The same clock on a Sunday of change, moved there from a Friday that is a holiday, and a Saturday."""
    shown = datetime(*local, tzinfo=UTC)  # type: ignore[misc, arg-type]
    day = (shown.date() - date(1970, 1, 1)).days
    ends = round(datetime(*local, tzinfo=ZoneInfo("America/Denver")).timestamp() * 1000) - 2 * 24 * HOUR  # type: ignore[misc, arg-type]
    ends += (shown.hour * 60 + shown.minute - _clock(ends)) * 60_000
    kind = HoldKind("k", "detained", HOUR, frozenset(), frozenset(), off_days=frozenset({day - 2, day - 1}), moves_to="same_clock")
    found = latest_time(Jurisdiction("j", offsets_of("America/Denver")), kind, ends - HOUR)
    assert found == round(datetime(*utc, tzinfo=UTC).timestamp() * 1000)  # type: ignore[misc, arg-type]


def _clock(at: int) -> int:
    shown = datetime.fromtimestamp(at / 1000, ZoneInfo("America/Denver"))
    return shown.hour * 60 + shown.minute
