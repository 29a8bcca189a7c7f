"""From the name of an imported history to a world on disk."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from alongside.evaluate.fitting.measured import Measured
from alongside.evaluate.fitting.whole import Progress
from alongside.evaluate.history.read_mapping import find_mapping
from alongside.library.programs import load_program
from alongside.library.reading import Mistake
from alongside.roads.opening import open_area
from alongside.server.plan.worlds import join, kept, measuring
from alongside.twin.today.keeping import open_today
from alongside.twin.world.numbers import load_world


def fit(data: Path, history: str, name: str, program: str, wanted: str, until: date | None, progress: Progress) -> tuple[Path, Measured]:
    """Measure, join, keep. ``history``: its name in the data folder, or its own folder; ``name``: "" for a usual one."""
    folder = Path(history) if Path(history).is_dir() else data / "history" / history
    file = folder / "calls.parquet"
    if not file.is_file():
        raise FileNotFoundError("no imported history of that name; import one with: alongside import cad FILE --mapping NAME")
    name = name or name_of(folder.name, wanted, until)
    kept.must_be_name(name)
    profile = load_program(program)
    now = round(datetime.now(UTC).timestamp() * 1000)
    today = open_today(data / "plan" / "worlds", profile, open_area(profile.area, data / "roads"), load_world(), now)
    measured = measuring.measure_file(file, zone_of(folder.name, profile.area.zone), wanted, today.places, until, progress)
    return kept.keep(kept.folder_of(data), join.fitted_world(today, measured, name), measured), measured


def name_of(history: str, wanted: str, until: date | None) -> str:
    """The history's, and what of it was taken where that is not what the planning page takes."""
    return f"{history}{' all' if wanted == 'all' else ''}{f' until {until}' if until else ''}"


def zone_of(history: str, usual: str) -> ZoneInfo:
    """The clock of the mapping that the history was imported with, where the library knows it; else the area's."""
    try:
        return find_mapping(history).zone
    except Mistake:
        return ZoneInfo(usual)
