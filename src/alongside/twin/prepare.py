"""A city to run, from a program's name and a local time."""

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from alongside.library.programs import load_program
from alongside.roads import open_area
from alongside.twin.city import City


def prepare(program: str, start: str, seed: int) -> tuple[City, int]:
    """The city and when it begins (ms UTC). Raises ``Mistake`` for a program that cannot be used, ``ValueError`` for no time."""
    profile = load_program(program)
    local = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(profile.area.zone))
    folder = Path(os.environ.get("ALONGSIDE_DATA", "var")) / "roads"
    return City(profile, open_area(profile.area, folder), seed), round(local.timestamp() * 1000)
