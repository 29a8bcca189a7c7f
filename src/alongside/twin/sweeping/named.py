"""One plan by its name: ``today``, another program, a file with a roster or an order of crews, a plan of the planning board by its mark."""

from dataclasses import dataclass
from pathlib import Path

from alongside.core.rules import Rules
from alongside.library import load_program
from alongside.library.programs import Profile
from alongside.library.reading import read_yaml
from alongside.twin.planning.roster import PlannedUnit
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.recorded.files import FILES, read_policy, read_roster
from alongside.twin.today.roster import units_of
from alongside.twin.whatif.plan import MARK, BoardPlan, Plans
from alongside.twin.whatif.policy import rules_with

TODAY = "today"
SENTENCES = {
    "no_mark": "{word}: no plan of the planning board has this mark in {folder}; look at the address of its page",
    "other_rules": "{word}: the program {program} has other rules than when this plan was made; try it anew on the planning board",
    "other_world": "{word} was made for another world; sweep it without --world, or apart from plans of other worlds",
    "no_world": "{word}: no such world is kept in {folder}; the page Worlds of the planning pages lists them",
    "not_served": "{word}: a call of this world is refused by this plan's rules ({why}); sweep it in a world of its own kind of calls",
}  # fmt: skip


class CannotAsk(ValueError):
    """A plan that cannot be read: which, why, what to do."""

    def __init__(self, code: str, word: str, **said: object) -> None:
        self.code = code
        super().__init__(SENTENCES[code].format(word=word, **said))


@dataclass(frozen=True)
class Named:
    """Whose rules, which roster; ``demand`` in percent where the plan itself says it."""

    name: str
    rules: Rules
    units: tuple[PlannedUnit, ...]
    demand: int | None = None


def read_named(word: str, profile: Profile, world: PlanningWorld, data: Path) -> Named:
    """Raises :class:`CannotAsk`, ``Mistake``, ``OSError``."""
    if word == TODAY:
        return Named(word, profile.rules, units_of(profile, world))
    if MARK.fullmatch(word):
        return _of_board(word, get_board_plan(word, data), profile, world)
    if Path(word).suffix in FILES:
        return _of_file(word, profile, world)
    other = load_program(word, profile.area)
    return Named(other.rules.program.id, other.rules, units_of(other, world))


def get_board_plan(mark: str, data: Path) -> BoardPlan:
    """Raises :class:`CannotAsk` where it is not kept."""
    plans = Plans(data / "plan" / "plans")
    found = plans.find(mark)
    if found is None:
        raise CannotAsk("no_mark", mark, folder=plans.folder)
    return found


def _of_board(mark: str, plan: BoardPlan, profile: Profile, world: PlanningWorld) -> Named:
    if plan.world != world.hash():
        raise CannotAsk("other_world", mark)
    rules = rules_with(load_program(plan.program, profile.area).rules, plan.settings)
    if rules.hash != plan.rules:
        raise CannotAsk("other_rules", mark, program=plan.program)
    units = tuple(one for one in plan.units if one.crew_kind in rules.program.crews)
    return Named(mark, rules, units, plan.demand)


def _of_file(word: str, profile: Profile, world: PlanningWorld) -> Named:
    """A mapping with ``levels`` is an order of crews for today's roster; a list is a roster under today's rules."""
    if isinstance(read_yaml(Path(word)).data, dict):
        return Named(Path(word).stem, read_policy(word, profile), units_of(profile, world))
    return Named(Path(word).stem, profile.rules, read_roster(word, profile, world))
