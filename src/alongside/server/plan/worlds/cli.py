"""`alongside twin fit HISTORY --out WORLD`: a world fitted to an imported call history, with what the fit rests on."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from alongside.evaluate.fitting.measured import CannotFit, Measured
from alongside.evaluate.fitting.whole import measure
from alongside.evaluate.history.read_mapping import find_mapping
from alongside.library.programs import load_program
from alongside.library.programs.profile import Profile
from alongside.library.reading import Mistake as LibraryMistake
from alongside.roads.opening import open_area
from alongside.roads.refused import RoadsRefused
from alongside.server.plan.worlds import join, kept
from alongside.twin.planning.wrong import Mistake
from alongside.twin.today.keeping import open_today
from alongside.twin.world.numbers import load_world

STEPS = ("rows", "arrivals", "durations", "contents")
WHY = {
    "few": "too few calls say it", "times": "the history has no such times", "places": "the history has no coordinates",
    "elsewhere": "most of its places are not in this area", "short": "the history is too short", "said": "no history says it",
}  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Fit one history. 0 done, 1 refused with a sentence."""
    told = parser().parse_args(argv)
    data = Path(os.environ.get("ALONGSIDE_DATA", "var"))
    try:
        path, measured = fit(told, data)
    except (CannotFit, Mistake, LibraryMistake, RoadsRefused, OSError) as refusal:
        print(f"{told.history}: {refusal}", file=sys.stderr)
        return 1
    print("\n".join(lines(measured)))
    print(f"  written: {path}")
    return 0


def parser() -> argparse.ArgumentParser:
    """The options."""
    ask = argparse.ArgumentParser(prog="alongside twin fit", description="Fit a planning world to an imported call history.")
    ask.add_argument("history", help="its name, as `alongside import cad` wrote it into the data folder, or the folder itself")
    ask.add_argument("--out", metavar="WORLD", help="the name of the world (usual: the history's, and what of it was taken)")
    ask.add_argument("--program", default="tailored", help="program and area the world is for (tailored)")
    ask.add_argument("--all", action="store_true", help="fit all calls, not those whose words say behavioral health")
    ask.add_argument("--until", type=date.fromisoformat, help="only calls before this local day, such as 2025-11-02")
    return ask


def fit(told: argparse.Namespace, data: Path) -> tuple[Path, Measured]:
    """Measure, join, keep."""
    named = Path(told.history)
    folder = named if named.is_dir() else data / "history" / named
    file = folder / "calls.parquet"
    if not file.is_file():
        raise FileNotFoundError("no imported history of that name; import one with: alongside import cad FILE --mapping NAME")
    name = told.out or name_of(folder.name, told)
    kept.must_be_name(name)
    profile = load_program(told.program)
    numbers, worlds = load_world(), data / "plan" / "worlds"
    now = round(datetime.now(UTC).timestamp() * 1000)
    today = open_today(worlds, profile, open_area(profile.area, data / "roads"), numbers, now)
    wanted = "all" if told.all else "behavioural"
    measured = measure(file, zone_of(folder.name, profile), wanted, today.places, told.until, ShowStep())
    world = join.fitted_world(today, measured, name)
    return kept.keep(kept.folder_of(data), world, measured), measured


def name_of(history: str, told: argparse.Namespace) -> str:
    """The history's, and what of it was taken where that is not what the planning page takes."""
    return f"{history}{' all' if told.all else ''}{f' until {told.until}' if told.until else ''}"


def zone_of(history: str, profile: Profile) -> ZoneInfo:
    """The clock of the mapping that the history was imported with, where the library knows it; else the area's."""
    try:
        return find_mapping(history).zone
    except LibraryMistake:
        return ZoneInfo(profile.area.zone)


class ShowStep:
    """Writes what is measured now, on a terminal only, over its own line."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()

    def __call__(self, step: str) -> None:
        if self.shown:
            at = STEPS.index(step) + 1
            print(f"\r  {at} of {len(STEPS)}: {step:<12}", end="\n" if at == len(STEPS) else "", file=sys.stderr, flush=True)


def lines(measured: Measured) -> Iterator[str]:
    """The report: what was fitted from how many calls, how well, and what is taken from this deployment instead."""
    yield f"{measured.history}: {measured.calls:,} of {measured.everything:,} calls, {measured.first} to {measured.last}"
    yield f"  {measured.per_day:.2f} calls a day"
    if measured.backwards:
        yield f"  {measured.backwards:,} calls whose times run backwards: counted, not timed"
    yield from (f"  counts otherwise from {day} on: hours are fitted after it" for day in measured.breaks)
    for part in measured.parts:
        yield f"  {part.name:<16}{part.calls:>9,}  {'fitted' if not part.lacks else f'this deployment’s own: {WHY[part.lacks]}'}"
    if measured.hours and measured.spread is not None:
        fit = sum(one.fits for one in measured.hours)
        yield f"  hours of the day within their 95 % interval: {fit} of 24; hours vary {measured.spread:.2f} × a count’s own noise"
    if measured.score:
        yield f"  on weeks held back: {measured.score.better:.0%} better than last week’s counts, {measured.score.inside:.0%} within 90 %"
