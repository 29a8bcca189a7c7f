"""Everything a policy may say without a programmer, as named settings: read out of rules, and put into them.

``with_settings(rules, list_settings(rules))`` says the same as ``rules``. What names a crew, a level or a promise that the files no
longer know is left out: a fact once written can always be applied.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any, TypeVar

from alongside.core.codes import Level, Origin
from alongside.core.policy.state import Setting
from alongside.core.rules import Clocks, CrewKind, CrewStep, FollowUpRule, LevelPlan, Program, ReferralLimits, Rules

PLAN_TIMES = ("assign_within", "arrive_within", "load_penalty")
CLOCK_TIMES = ("page", "help", "offer", "call_back", "weapon_before", "weapon_again", "reservation", "silence_again", "capacity_stale")
REFERRAL_TIMES = tuple(one.name.removesuffix("_ms") for one in fields(ReferralLimits))
Told = Mapping[str, Setting]
T = TypeVar("T")


def list_settings(rules: Rules) -> dict[str, Setting]:
    """What these rules say, by name, in the order in which people read it."""
    program = rules.program
    found = [Setting("unassessed_as", int(program.unassessed_as))]
    for plan in sorted(program.levels.values(), key=lambda one: -one.level):
        found += _of_plan(plan, program.crews)
    for kind in program.crews.values():
        found += [Setting(f"crew.{kind.id}.fewest", kind.fewest), Setting(f"crew.{kind.id}.asked_by", 0, _sorted(kind.asked_by))]
    for rule in program.follow_ups:
        found += _of_promise(rule)
    found += [Setting(f"clock.{name}", getattr(rules.clocks, f"{name}_ms")) for name in CLOCK_TIMES]
    found += [Setting(f"silence.{party}", limit) for party, limit in rules.clocks.silence_ms.items()]
    found += [Setting(f"stale.{status}", limit) for status, limit in rules.clocks.stale_ms.items()]
    found += [Setting(f"referral.{name}", getattr(rules.referral, f"{name}_ms")) for name in REFERRAL_TIMES]
    return {one.name: one for one in found}


def _of_plan(plan: LevelPlan, crews: Mapping[str, CrewKind]) -> list[Setting]:
    name = f"level.{int(plan.level)}"
    found = [Setting(f"{name}.order", 0, tuple(step.crew_kind for step in plan.order))]
    known = [step for step in plan.order if step.crew_kind in crews]
    found += [Setting(f"{name}.within.{step.crew_kind}", step.drive_limit_ms) for step in known if not crews[step.crew_kind].remote]
    found += [Setting(f"{name}.{one}", getattr(plan, f"{one}_ms")) for one in PLAN_TIMES]
    return [*found, Setting(f"{name}.stay_connected", int(plan.stay_connected))]


def _of_promise(rule: FollowUpRule) -> list[Setting]:
    name = f"follow_up.{rule.id}"
    return [
        Setting(f"{name}.after", 0, _sorted(rule.after)),
        Setting(f"{name}.levels", 0, tuple(str(int(level)) for level in sorted(rule.levels))),
        Setting(f"{name}.due", rule.due_ms),
        Setting(f"{name}.attempts", rule.attempts),
        Setting(f"{name}.again", rule.again_ms),
    ]


def _sorted(codes: frozenset[T]) -> tuple[str, ...]:
    return tuple(sorted(str(one) for one in codes))


def with_settings(rules: Rules, told: Told) -> Rules:
    """The rules where these settings stand; ``base`` of the answer are the rules of the files. Its hash follows from both."""
    known, base = _Known(told), rules.base or rules
    return replace(
        rules,
        hash=_name_of(rules, told),
        program=_program(rules.program, known),
        clocks=_clocks(rules.clocks, known),
        referral=replace(rules.referral, **known.times("referral", REFERRAL_TIMES, rules.referral)),
        base=base,
    )


def _name_of(rules: Rules, told: Told) -> str:
    said = repr([tuple(told[name]) for name in sorted(told)])
    return sha256(f"{rules.hash}\n{said}".encode()).hexdigest()


class _Known:
    """Settings looked up by name, with what stands where nothing is said."""

    def __init__(self, told: Told) -> None:
        self._told = told

    def number(self, name: str, default: int) -> int:
        found = self._told.get(name)
        return default if found is None else found.number

    def times(self, head: str, names: tuple[str, ...], default: object) -> dict[str, Any]:
        """Several of one thing, as its fields are called."""
        return {f"{name}_ms": self.number(f"{head}.{name}", getattr(default, f"{name}_ms")) for name in names}

    def codes(self, name: str, default: tuple[str, ...]) -> tuple[str, ...]:
        found = self._told.get(name)
        return default if found is None else found.codes

    def known(self, name: str, default: frozenset[T], read: Callable[[str], T]) -> frozenset[T]:
        """Codes as what they are codes of."""
        found = self._told.get(name)
        return default if found is None else frozenset(read(code) for code in found.codes)


def _program(program: Program, known: _Known) -> Program:
    return replace(
        program,
        unassessed_as=Level(known.number("unassessed_as", int(program.unassessed_as))),
        levels=MappingProxyType({level: _plan(plan, known, program.crews) for level, plan in program.levels.items()}),
        crews=MappingProxyType({id: _crew(kind, known) for id, kind in program.crews.items()}),
        follow_ups=tuple(_promise(rule, known) for rule in program.follow_ups),
    )


def _plan(plan: LevelPlan, known: _Known, crews: Mapping[str, CrewKind]) -> LevelPlan:
    name = f"level.{int(plan.level)}"
    before = {step.crew_kind: step.drive_limit_ms for step in plan.order}
    order = [kind for kind in known.codes(f"{name}.order", tuple(before)) if kind in crews] or list(before)
    limits = {kind: 0 if crews[kind].remote else plan.arrive_within_ms for kind in order} | before
    steps = tuple(CrewStep(kind, known.number(f"{name}.within.{kind}", limits[kind])) for kind in order)
    connected = bool(known.number(f"{name}.stay_connected", plan.stay_connected))
    return replace(plan, order=steps, stay_connected=connected, **known.times(name, PLAN_TIMES, plan))


def _crew(kind: CrewKind, known: _Known) -> CrewKind:
    name = f"crew.{kind.id}"
    asked_by = known.known(f"{name}.asked_by", kind.asked_by, Origin)
    return replace(kind, fewest=known.number(f"{name}.fewest", kind.fewest), asked_by=asked_by)


def _promise(rule: FollowUpRule, known: _Known) -> FollowUpRule:
    name = f"follow_up.{rule.id}"
    return replace(
        rule,
        after=known.known(f"{name}.after", rule.after, str),
        levels=known.known(f"{name}.levels", rule.levels, lambda code: Level(int(code))),
        due_ms=known.number(f"{name}.due", rule.due_ms),
        attempts=known.number(f"{name}.attempts", rule.attempts),
        again_ms=known.number(f"{name}.again", rule.again_ms),
    )


def _clocks(clocks: Clocks, known: _Known) -> Clocks:
    silence = {party: known.number(f"silence.{party}", limit) for party, limit in clocks.silence_ms.items()}
    stale = {status: known.number(f"stale.{status}", limit) for status, limit in clocks.stale_ms.items()}
    return replace(
        clocks, silence_ms=MappingProxyType(silence), stale_ms=MappingProxyType(stale), **known.times("clock", CLOCK_TIMES, clocks)
    )
