"""A city to run, from a program's name and a local time; a recorded ledger to ask again."""

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from alongside.ledger.asked import stream_asked
from alongside.ledger.engine import is_postgres, open_engine
from alongside.library.programs import load_program
from alongside.roads import open_area
from alongside.twin.city import City
from alongside.twin.replay import Replayed, replay


def prepare(program: str, start: str, seed: int) -> tuple[City, int]:
    """The city and when it begins (ms UTC). Raises ``Mistake`` for a program that cannot be used, ``ValueError`` for no time."""
    profile = load_program(program)
    local = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(profile.area.zone))
    return City(profile, open_area(profile.area, _roads()), seed), round(local.timestamp() * 1000)


def replay_recorded(ledger: str, program: str) -> Replayed:
    """Every request of a ledger asked again under a program and its roads. Raises ``Mistake``, ``LedgerRefused``, ``FileNotFoundError``."""
    if not is_postgres(ledger) and not Path(ledger).exists():
        raise FileNotFoundError(f"{ledger}: no ledger there; give a SQLite file or a PostgreSQL address")
    profile = load_program(program)
    engine = open_engine(ledger, reading=True)
    try:
        return replay(stream_asked(engine), profile.rules, open_area(profile.area, _roads()))
    finally:
        engine.close()


def _roads() -> Path:
    return Path(os.environ.get("ALONGSIDE_DATA", "var")) / "roads"
