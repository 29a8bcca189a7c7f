"""A plan as data, named by its content: the same plan has the same address on every machine, for ever."""

import os
import re
from pathlib import Path
from typing import Literal

import msgspec

from alongside.core.policy.state import Settings
from alongside.twin.planning.content_mark import name_of
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.whole_file import write_whole

LEAST_DEMAND, MOST_DEMAND = 50, 150  # percent of the world's calls
MOST_WEEKS, MOST_RUNS, MOST_UNITS = 26, 200, 200
MOST_PLANS = 20_000  # kept in one folder: some 200 MB beside the calls for help
MARK = re.compile(r"[0-9a-f]{16}")


class BoardPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Roster, policy, demand, world and seeds (1 to ``runs``). ``start``: ms UTC, a Monday 0:00 of the world's own clock."""

    program: str
    rules: str  # hash of the program's rules as they were, with these settings
    world: str  # hash of a world that is kept beside
    start: int
    weeks: int = 4
    runs: int = 30
    demand: int = 100  # percent of the world's calls
    same_calls: bool = True  # today's roster meets this demand, too; else the world's own
    units: tuple[PlannedUnit, ...] = ()
    settings: Settings = ()  # what the policy of then said otherwise than the program's files
    costs: tuple[tuple[str, float], ...] = ()  # figures somebody put in, in the order of their ids
    beside: Literal["own"] | msgspec.UnsetType = msgspec.UNSET  # compared with this program's own roster; left out: with today

    def mark(self) -> str:
        """Names this exact content."""
        return name_of(self)


class Plans:
    """Plans kept in a folder, each under its own mark; nothing there is ever changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has_room(self) -> bool:
        """Whether one more may be kept."""
        return not self.folder.is_dir() or len(os.listdir(self.folder)) < MOST_PLANS

    def keep(self, plan: BoardPlan) -> str:
        """Its mark. Written whole or not at all."""
        mark = plan.mark()
        path = self.folder / f"{mark}.json"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, msgspec.json.encode(plan, order="deterministic"))
        return mark

    def find(self, mark: str) -> BoardPlan | None:
        """The plan of that mark; None where there is none, or its file is no longer what its name says."""
        if not MARK.fullmatch(mark):
            return None
        try:
            plan = msgspec.json.decode((self.folder / f"{mark}.json").read_bytes(), type=BoardPlan)
        except (OSError, msgspec.DecodeError):
            return None
        return plan if plan.mark() == mark else None
