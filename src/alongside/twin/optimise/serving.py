"""What a call asks of one kind of crew, read from a planning world: how often, from where, how long before and after the drive."""

from dataclasses import dataclass

import numpy as np

from alongside.core.dispatch.facts import PositionTaken
from alongside.core.rules import Rules
from alongside.core.travel import Mode
from alongside.twin.engine.call_kinds import Outside, know
from alongside.twin.engine.grid import GridTravel
from alongside.twin.engine.policy import desks
from alongside.twin.optimise.goal import Unreachable
from alongside.twin.planning.scenario import Scenario
from alongside.twin.planning.world import CallKind, PlanningWorld

SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
DRAWS, SEED = 1_000, 1
MINUTE = 60_000
BEFORE = ("triage", "ready", "acknowledge", "turnout")
STRAIGHT = 1000  # permille


@dataclass(frozen=True)
class Serving:
    """Minutes, unless said otherwise. ``drives``: from a post (row) to a caller (column)."""

    served: float  # share of all calls that this kind of crew may go to
    rates: np.ndarray  # calls an hour it may go to, by hour of the week
    weight: np.ndarray  # share of its calls, by place
    before: np.ndarray  # from the first ring until it drives: so many equally likely cases
    stretch: np.ndarray  # what a drive is multiplied by, case by case
    drives: np.ndarray
    there: float  # from the turn-out's begin to being free again, but for the drive to the scene

    def missed(self, within_min: int) -> np.ndarray:
        """How likely a caller (row) is not reached in time from a post (column) where a team stands ready."""
        cases = self.before.astype(np.float32) + self.drives.T[:, :, None].astype(np.float32) * self.stretch.astype(np.float32)
        return np.asarray((cases > within_min).mean(axis=2))

    def busy_hours(self, drive: float) -> float:
        """How long a mean call takes a team, with this drive to it."""
        return (self.there + drive) / 60


def serving_of(world: PlanningWorld, rules: Rules, crew_kind: str, start: int) -> Serving:
    """Asks the core which kinds of call this kind of crew is ordered for. Raises :class:`Unreachable` where there is none."""
    weights = _served(world, rules, crew_kind, start)
    whole = sum(kind.weight for kind in world.kinds)
    served = float(weights.sum()) / whole
    if not served:
        raise Unreachable("never_ordered")
    lights = world.lights_permille if rules.program.crews[crew_kind].mode is Mode.LIGHTS else STRAIGHT
    drives = np.mean([np.array(band, dtype=float) for band in world.drives], axis=0) * lights / STRAIGHT / MINUTE
    where = np.mean([np.array(row) / sum(row) for row in world.where], axis=0)
    dice = np.random.default_rng(SEED)
    before = sum(dice.permutation(spread(world, name, DRAWS)) for name in BEFORE) / MINUTE
    stretch = dice.permutation(spread(world, "drive_permille", DRAWS)) / STRAIGHT
    there = _there(world, weights, where @ _to_a_door(world, drives))
    return Serving(served, np.array(world.weekly) * served, where, np.asarray(before), stretch, drives, there)


def _served(world: PlanningWorld, rules: Rules, crew_kind: str, start: int) -> np.ndarray:
    """The weight of each kind of call where the policy orders this kind of crew, 0 where it does not."""
    travel = GridTravel(world)
    told = desks(Scenario(rules, world, (), start, start + MINUTE))
    return np.array([kind.weight if _is_ordered(kind, rules, crew_kind, travel, told) else 0.0 for kind in world.kinds])


def _is_ordered(kind: CallKind, rules: Rules, crew_kind: str, travel: GridTravel, told: tuple[PositionTaken, ...]) -> bool:
    """A call that stays unassessed is nobody's to promise for."""
    try:
        known = know(kind, rules, travel, told)
    except Outside:
        return False
    return crew_kind in known.order and crew_kind in known.terms


def spread(world: PlanningWorld, name: str, size: int) -> np.ndarray:
    """Cases of a duration, ms, evenly over all shares."""
    return np.interp((np.arange(size) + 0.5) / size, SHARES, world.durations[name])


def mean(world: PlanningWorld, name: str) -> float:
    """In minutes."""
    return float(spread(world, name, 200).mean()) / MINUTE


def _to_a_door(world: PlanningWorld, drives: np.ndarray) -> np.ndarray:
    """From each place to the nearest door that ever says yes."""
    doors = [one.place for one in world.doors if one.yes > 0]
    return drives[:, doors].min(axis=1) if doors else np.zeros(len(drives))


def _there(world: PlanningWorld, weights: np.ndarray, to_a_door: float) -> float:
    """Turn-out, contact, whatever the call ends in, and getting clear."""
    share = weights / weights.sum()
    ends = share @ np.array([np.array(kind.ends) / sum(kind.ends) for kind in world.kinds])
    taken = share @ np.array([kind.ends[0] / sum(kind.ends) * kind.outcomes[2] / sum(kind.outcomes) for kind in world.kinds])
    at_scene = float(ends @ [mean(world, name) for name in ("engaged", "refused", "look")])
    before = sum(mean(world, name) for name in ("acknowledge", "turnout", "contact", "wrap"))
    return float(before + at_scene + taken * (to_a_door + mean(world, "answer") + mean(world, "door")))
