"""What all plans of a sweep share, and the world they are lived in: today's, a fitted one, or that of a plan of the board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from alongside.library.programs import Profile
from alongside.roads import open_area
from alongside.twin.planning.world import PlanningWorld, read_world
from alongside.twin.sweeping.named import CannotAsk, get_board_plan
from alongside.twin.today.keeping import open_today
from alongside.twin.whatif.plan import MARK
from alongside.twin.world.numbers import load_world


@dataclass(frozen=True)
class Terms:
    """What all plans of a sweep share. ``demand``: percent of the world's calls; a plan of the board brings its own."""

    profile: Profile
    data: Path
    weeks: int
    demand: int
    start: date
    world: str | None


def find_world(words: Sequence[str], terms: Terms, start: int) -> PlanningWorld:
    """The fitted world that was named; else that of the first plan of the board; else today's."""
    kept = terms.data / "plan" / "worlds"
    if terms.world:
        return _read(kept / "fitted" / f"{terms.world}.json", terms.world)
    for word in words:
        if MARK.fullmatch(word):
            return _read(kept / "by-content" / f"{get_board_plan(word, terms.data).world}.json", word)
    profile = terms.profile
    return open_today(terms.data / "plan", profile, open_area(profile.area, terms.data / "roads"), load_world(), start)


def _read(path: Path, word: str) -> PlanningWorld:
    if not path.is_file():
        raise CannotAsk("no_world", word, folder=path.parent)
    return read_world(path)
