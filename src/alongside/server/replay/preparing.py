"""From a source, a day and a program to a day that can be played: read, placed on ground to drive on, with people to answer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from alongside.library import load_program
from alongside.library.programs.profile import Profile
from alongside.roads.travel import RoadTravel
from alongside.server.replay import calls, ground, map_files, places, refused, sources, town, types_table
from alongside.server.replay.asked import Asked
from alongside.server.replay.day import Day, read_day
from alongside.twin.city import City

LEDGER = "ledger.sqlite3"


@dataclass(frozen=True)
class Prepared:
    """Everything a day is played with. ``span`` is its first and last instant, ms UTC."""

    source: sources.Source
    profile: Profile
    travel: RoadTravel
    day: Day
    beats: places.Beats
    calls: list[calls.RealCall]
    city: City
    span: tuple[int, int]


def check(asked: Asked) -> tuple[sources.Source, Path, Path]:
    """The source with its two files, where they are there and nothing was played into ``out`` yet. Raises ``ReplayRefused``."""
    source = sources.find_source(asked.source)
    file, geocoded = (sources.find_file(source, name, asked.history) for name in (source.calls, source.geocoded))
    if (asked.out / LEDGER).exists():
        raise refused.ReplayRefused(f"{asked.out} holds a replay already; give another folder with --out, or remove it.")
    return source, file, geocoded


def prepare(asked: Asked) -> Prepared:
    """Read the day and make its ground. Raises ``ReplayRefused``, ``Mistake`` or ``Unreadable``, each with a sentence."""
    source, file, geocoded = check(asked)
    asked.out.mkdir(parents=True, exist_ok=True)
    day = read_day(source, file, asked.date, asked.out / "history", asked.wanted)
    beats = places.read_beats(source, geocoded, asked.out / "geocoded")
    area, travel, streets = ground.make_ground(source, beats)
    profile = load_program(asked.program, map_files.draw(area, streets, asked.out / "area"))
    types = types_table.load_types(source.types)
    ringing = calls.list_calls(day, beats, types)
    city = town.open_city(profile, travel, asked.seed, town.list_outcomes(ringing, types))
    return Prepared(source, profile, travel, day, beats, ringing, city, local_day(source, asked.date))


def local_day(source: sources.Source, day: date) -> tuple[int, int]:
    """The day's first and last instant (ms UTC), by the source's own clock."""
    zone = ZoneInfo(source.zone)
    first, last = (datetime(each.year, each.month, each.day, tzinfo=zone) for each in (day, day + timedelta(days=1)))
    return int(first.timestamp() * 1000), int(last.timestamp() * 1000)
