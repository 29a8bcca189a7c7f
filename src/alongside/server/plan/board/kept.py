"""What planning keeps in this deployment's data folder: plans and worlds by their content, and what was asked to be tried."""

from functools import lru_cache
from pathlib import Path

from alongside.server.plan.board.jobs import Jobs
from alongside.server.site.deployment import get_deployment
from alongside.twin.planning.world import PlanningWorld, read_world, save_world
from alongside.twin.whatif.moves import CannotBe
from alongside.twin.whatif.plan import MARK, BoardPlan, Plans


def folder() -> Path:
    """Where planning keeps what it keeps."""
    return Path(get_deployment().options.data) / "plan"


def plans() -> Plans:
    """Every plan that was ever looked at."""
    return Plans(folder() / "plans")


def keep_plan(plan: BoardPlan) -> str:
    """The mark of a plan that somebody made. Raises :class:`CannotBe` where no more can be kept."""
    if plans().find(plan.mark()) is None and not plans().has_room():
        raise CannotBe("plans_full")
    return plans().keep(plan)


def jobs() -> Jobs:
    """What was asked to be tried."""
    return Jobs(folder())


def keep_world(world: PlanningWorld) -> str:
    """Its mark: plans name the very content they were made for."""
    path = _path(world.hash())
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        save_world(world, path)
    return world.hash()


def find_world(mark: str) -> PlanningWorld | None:
    """The world of that content, or None where it is not kept here any more."""
    path = _path(mark)
    return _read(path) if MARK.fullmatch(mark) and path.exists() else None


def _path(mark: str) -> Path:
    return folder() / "worlds" / "by-content" / f"{mark}.json"


@lru_cache(maxsize=8)
def _read(path: Path) -> PlanningWorld:
    return read_world(path)
