"""From a source, a day and a program to figures: read, place, play through a fresh ledger, measure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from alongside.ledger.opening import open_ledger
from alongside.library import load_program
from alongside.server.replay.day import Day, read_day
from alongside.server.replay.ground import make_ground
from alongside.server.replay.places import Beats, read_beats
from alongside.server.replay.play import Clock, RealCall, play
from alongside.server.replay.refused import ReplayRefused
from alongside.server.replay.report import measure
from alongside.server.replay.sources import Source, find_file, find_source
from alongside.server.replay.town import list_outcomes, open_city
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
    source = find_source(asked.source)
    file, geocoded = (find_file(source, name, asked.history) for name in (source.calls, source.geocoded))
    if (asked.out / LEDGER).exists():
        raise ReplayRefused(f"{asked.out} holds a replay already; give another folder with --out, or remove it.")
    asked.out.mkdir(parents=True, exist_ok=True)
    day = read_day(source, file, asked.date, asked.out / "history", asked.wanted)
    beats = read_beats(source, geocoded, asked.out / "geocoded")
    area, travel = make_ground(source, beats)
    profile = load_program(asked.program, area)
    types = load_types(source.types)
    calls = list_calls(day, beats, types)
    city = open_city(profile, travel, asked.seed, list_outcomes(calls, types))
    clock, watch.zone = Clock(), source.zone
    span = local_day(source, asked.date)
    clock.at = span[0]
    ledger = open_ledger(asked.out / LEDGER, profile.rules, travel, genesis="demo", clock=clock.now)
    try:
        played = play(city, ledger, clock, calls, span, watch)
        with ledger.board() as board:
            figures = measure(source, profile, day, beats, calls, board, played)
        return {**figures, "wanted": sorted(asked.wanted)}
    finally:
        ledger.close()


def local_day(source: Source, day: date) -> tuple[int, int]:
    """The day's first and last instant (ms UTC), by the source's own clock."""
    zone = ZoneInfo(source.zone)
    first, last = (datetime(each.year, each.month, each.day, tzinfo=zone) for each in (day, day + timedelta(days=1)))
    return int(first.timestamp() * 1000), int(last.timestamp() * 1000)


def list_calls(day: Day, beats: Beats, types: TypesTable) -> list[RealCall]:
    """The day's rows as calls; the incident's id is opaque and made of the call's number."""
    return [_as_call(row, beats, types) for row in day.rows]


def _as_call(row: dict[str, Any], beats: Beats, types: TypesTable) -> RealCall:
    spot, uncertainty, how = beats.place(row)
    type = row["type"] or ""
    return RealCall(
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
