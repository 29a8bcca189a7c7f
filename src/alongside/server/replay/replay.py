"""From a source, a day and a program to figures: read, place, play through a fresh ledger, measure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from alongside.ledger.opening import open_ledger
from alongside.library import load_program
from alongside.server.replay import day as days
from alongside.server.replay import ground, places, play, refused, replayed, report, sources, town
from alongside.server.replay.types_table import TypesTable, load_types
from alongside.server.replay.watching import Watch

LEDGER = "ledger.sqlite3"


@dataclass(frozen=True)
class Asked:
    """What is to be replayed, into which new folder. ``wanted`` are classes of the classifier."""

    source: str
    date: date
    program: str
    out: Path
    history: Path | None = None
    wanted: frozenset[str] = frozenset({"behavioural"})
    seed: int = 1


def replay(asked: Asked, watch: Watch) -> dict[str, Any]:
    """Play the day and return its figures; ``out`` holds the ledger.

    Raises ``ReplayRefused``, ``Mistake``, ``Unreadable`` or ``LedgerRefused``, each with a sentence.
    """
    source = sources.find_source(asked.source)
    file, geocoded = (sources.find_file(source, name, asked.history) for name in (source.calls, source.geocoded))
    if (asked.out / LEDGER).exists():
        raise refused.ReplayRefused(f"{asked.out} holds a replay already; give another folder with --out, or remove it.")
    asked.out.mkdir(parents=True, exist_ok=True)
    day = days.read_day(source, file, asked.date, asked.out / "history", asked.wanted)
    beats = places.read_beats(source, geocoded, asked.out / "geocoded")
    area, travel = ground.make_ground(source, beats)
    profile = load_program(asked.program, area)
    types = load_types(source.types)
    calls = list_calls(day, beats, types)
    city = town.open_city(profile, travel, asked.seed, town.list_outcomes(calls, types))
    clock, watch.zone = play.Clock(), source.zone
    span = local_day(source, asked.date)
    clock.at = span[0]
    ledger = open_ledger(asked.out / LEDGER, profile.rules, travel, genesis="demo", clock=clock.now)
    try:
        played = play.play(city, ledger, clock, calls, span, watch)
        with ledger.board() as board:
            figures = report.measure(replayed.Replayed(source, profile, day, beats, calls, board, played))
        return {**figures, "wanted": sorted(asked.wanted)}
    finally:
        ledger.close()


def local_day(source: sources.Source, day: date) -> tuple[int, int]:
    """The day's first and last instant (ms UTC), by the source's own clock."""
    zone = ZoneInfo(source.zone)
    first, last = (datetime(each.year, each.month, each.day, tzinfo=zone) for each in (day, day + timedelta(days=1)))
    return int(first.timestamp() * 1000), int(last.timestamp() * 1000)


def list_calls(day: days.Day, beats: places.Beats, types: TypesTable) -> list[play.RealCall]:
    """The day's rows as calls; the incident's id is opaque and made of the call's number."""
    return [_as_call(row, beats, types) for row in day.rows]


def _as_call(row: dict[str, Any], beats: places.Beats, types: TypesTable) -> play.RealCall:
    spot, uncertainty, how = beats.place(row)
    type = row["type"] or ""
    return play.RealCall(
        incident=f"{row['source']}-{row['ordinal']}",
        number=row["source_id"] or "",
        at=row["received_at"],
        type=type,
        type_words=row["type_words"] or type,
        level=types.get_level(type, row["priority"] or ""),
        origin=types.get_origin(type),
        spot=spot,
        uncertainty_m=uncertainty,
        placed_by=how,
        disposition_text=row["disposition_text"] or "",
        disposition=row["disposition"] or "",
    )
