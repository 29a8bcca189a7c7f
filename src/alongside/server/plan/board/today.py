"""What the board starts from: this deployment's roster, rules and world as they are today, and the questions a plan asks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from alongside.library import load_program
from alongside.library.programs.profile import Profile
from alongside.server.plan.board.jobs import Jobs
from alongside.server.site.deployment import Deployment, get_deployment
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.world import PlanningWorld, read_world, save_world
from alongside.twin.today.keeping import open_today
from alongside.twin.today.roster import units_of
from alongside.twin.whatif.plan import MARK, BoardPlan, Plans
from alongside.twin.whatif.sources import engine_mark
from alongside.twin.whatif.told import Job, Side
from alongside.twin.world.numbers import load_world

TODAY, PLAN = "today", "plan"


def folder() -> Path:
    """Where planning keeps what it keeps."""
    return Path(get_deployment().options.data) / "plan"


def plans() -> Plans:
    """Every plan that was ever looked at."""
    return Plans(folder() / "plans")


def jobs() -> Jobs:
    """What was asked to be tried."""
    return Jobs(folder())


def today_plan() -> BoardPlan:
    """This week, with today's roster and program. Its world is kept beside."""
    deployment = get_deployment()
    start = monday(deployment.clock.now(), deployment.profile.area.zone)
    world = _world(deployment, start)
    rules = deployment.profile.rules
    units = units_of(deployment.profile, world)
    return BoardPlan(program=deployment.options.program, rules=rules.hash, world=world.hash(), start=start, units=units)


def monday(now: int, zone: str) -> int:
    """The local Monday 0:00 before this time, ms UTC."""
    local = datetime.fromtimestamp(now / 1000, ZoneInfo(zone))
    begins = (local - timedelta(days=local.weekday())).replace(hour=0, minute=0, second=0, microsecond=0)
    return int(begins.timestamp() * 1000)


def _world(deployment: Deployment, start: int) -> PlanningWorld:
    world = open_today(folder() / "worlds", deployment.profile, deployment.travel, load_world(), start)
    path = _world_path(world.hash())
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        save_world(world, path)
    return world


def _world_path(mark: str) -> Path:
    return folder() / "worlds" / "by-content" / f"{mark}.json"


@lru_cache(maxsize=8)
def _read(path: Path) -> PlanningWorld:
    return read_world(path)


def find_world(mark: str) -> PlanningWorld | None:
    """The world of that content, or None where it is not kept here any more."""
    path = _world_path(mark)
    return _read(path) if MARK.fullmatch(mark) and path.exists() else None


def profile_of(program: str) -> Profile:
    """A program in this deployment's own area. Raises ``Mistake``."""
    deployment = get_deployment()
    if program == deployment.options.program:
        return deployment.profile
    return load_program(program, deployment.profile.area)


@dataclass(frozen=True)
class Question:
    """A plan, what it is compared with, and the world both meet."""

    today: BoardPlan
    plan: BoardPlan
    world: PlanningWorld

    def job(self) -> Job:
        """What is to be lived: today's roster and rules in this plan's world, weeks and runs; then the plan."""
        plan = self.plan
        sides = (
            Side(name=TODAY, program=self.today.program, rules=self.today.rules, units=self.today.units,
                 demand=plan.demand / 100 if plan.same_calls else 1.0),
            Side(name=PLAN, program=plan.program, rules=plan.rules, units=self.known_units(), demand=plan.demand / 100),
        )  # fmt: skip
        area = get_deployment().profile.area.name
        return Job(area=area, world=self.world, start=plan.start, weeks=plan.weeks, runs=plan.runs, sides=sides, engine=engine_mark())

    def known_units(self) -> tuple[PlannedUnit, ...]:
        """Teams that this plan's program has a place for; the others stay in."""
        crews = profile_of(self.plan.program).rules.program.crews
        return tuple(one for one in self.plan.units if one.crew_kind in crews)


def question(plan: BoardPlan) -> Question | None:
    """A plan beside today's roster, both from the plan's own week on; None where its world is gone."""
    world = find_world(plan.world)
    today = replace(today_plan(), start=plan.start, world=plan.world)
    return Question(today, plan, world) if world else None
