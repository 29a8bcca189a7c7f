"""Reads the order of crews by level, the clocks, and the follow-up rules."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import NamedTuple

from alongside.core.codes import AssignmentStatus, Disposition, Level
from alongside.core.rules import Clocks, CrewKind, CrewStep, FollowUpRule, LevelPlan, ReferralLimits
from alongside.library.programs.profile import Labels
from alongside.library.shape import Part

ASSESSED = ("1", "2", "3", "4")  # level 0 is not behavioural: ordinary dispatch sends for it, unless a program writes an order
WITHOUT_PLAN: Mapping[str, Labels] = {"level.0": {"en": "Not behavioral", "es": "No conductual"}}  # what no policy needs to name
CLOCKS = ("page", "help", "offer", "call_back", "weapon_before", "weapon_again", "report", "reservation", "silence_again", "capacity_stale")
DEFAULTS: dict[str, int] = {one.name: one.default for one in fields(Clocks) if isinstance(one.default, int)}
SILENT = ("position", "crew", "facility", "partner", "call_taker", "dispatcher", "supervisor", "clinician_line", "follow_up")
LEVEL_FIELDS = ("label", "assign_within", "arrive_within", "stay_connected", "load_penalty", "order")


class Levels(NamedTuple):
    """The plan of each level, and their names."""

    plans: Mapping[Level, LevelPlan]
    labels: Mapping[str, Labels]


def read_levels(part: Part, crews: Mapping[str, CrewKind], known: frozenset[str]) -> Levels:
    """The policy ``levels``. It may name kinds this program does not run; each level must keep at least one that it does."""
    part.only("levels")
    plans, labels = {}, dict(WITHOUT_PLAN)
    for name, below in part.mapping("levels"):
        if name not in ("0", *ASSESSED):
            raise below.mistake("is not a level; levels are 0 to 4")
        below.only(*LEVEL_FIELDS)
        plans[Level(int(name))] = _read_plan(Level(int(name)), below, crews, known)
        labels[f"level.{name}"] = below.words("label")
    for name in ASSESSED:
        if Level(int(name)) not in plans:
            raise part.mistake(f"level {name} has no order of crews; write one", "levels", name)
    return Levels(plans, labels)


def _read_plan(level: Level, part: Part, crews: Mapping[str, CrewKind], known: frozenset[str]) -> LevelPlan:
    steps = [_read_step(below, crews, known) for below in part.parts("order", least=1)]
    kinds = [step.crew_kind for step in steps if step]
    if not kinds:
        raise part.mistake(f"level {int(level)} orders no kind of crew that this program runs; add one of {', '.join(crews)}", "order")
    for index, kind in enumerate(kinds):
        if kind in kinds[:index]:
            raise part.mistake(f"names “{kind}” twice; keep one", "order")
    return LevelPlan(
        level=level,
        order=tuple(step for step in steps if step),
        assign_within_ms=part.duration_ms("assign_within"),
        arrive_within_ms=part.duration_ms("arrive_within"),
        stay_connected=part.flag("stay_connected"),
        load_penalty_ms=part.duration_ms("load_penalty", 600_000),
    )


def _read_step(part: Part, crews: Mapping[str, CrewKind], known: frozenset[str]) -> CrewStep | None:
    """One row of the order; None for a kind this program does not run."""
    part.only("crew", "within")
    kind = crews.get(part.code("crew", known))
    if kind is None:
        return None
    if kind.remote and part.has("within"):
        raise part.mistake("a crew by phone or video never drives; leave “within” out", "within")
    return CrewStep(kind.id, 0 if kind.remote else part.duration_ms("within"))


def read_clocks(part: Part) -> Clocks:
    """The policy ``clocks``."""
    part.only("clocks")
    clocks = part.at("clocks")
    clocks.only(*CLOCKS, "silence", "stale")
    plain = {f"{name}_ms": clocks.duration_ms(name, DEFAULTS[f"{name}_ms"]) for name in CLOCKS}
    silence = _read_limits(clocks, "silence", SILENT)
    for needed in ("position", "crew"):
        if needed not in silence:
            raise clocks.mistake(f"has no limit for a {needed}; nobody responsible may be silent for ever", "silence", needed)
    return Clocks(**plain, silence_ms=silence, stale_ms=_read_limits(clocks, "stale", list(AssignmentStatus)))


def _read_limits(part: Part, key: str, known: Collection[str]) -> Mapping[str, int]:
    if part.has(key):
        part.at(key).only(*known)
    return MappingProxyType({name: part.at(key).duration_ms(name) for name, _ in part.mapping(key)})


class FollowUps(NamedTuple):
    """The follow-up rules, and their names."""

    rules: tuple[FollowUpRule, ...]
    labels: Mapping[str, Labels]
    referral: ReferralLimits = ReferralLimits()


def read_follow_ups(part: Part, duties: Collection[str]) -> FollowUps:
    """The policy ``follow_up``. Whoever is to keep a promise must have a desk."""
    part.only("follow_ups", "referral")
    rules, labels = [], {}
    for below in part.parts("follow_ups"):
        below.only("id", "label", "after", "levels", "due", "duty", "attempts", "again")
        rule = FollowUpRule(
            id=below.code("id"),
            after=frozenset(below.codes("after", list(Disposition))),
            levels=frozenset(Level(int(code)) for code in below.codes("levels", ("0", *ASSESSED))),
            due_ms=below.duration_ms("due"),
            duty=below.code("duty", duties, "follow_up"),
            attempts=below.number("attempts", 3, least=1, most=20),
            again_ms=below.duration_ms("again", 86_400_000),
        )
        rules.append(rule)
        labels[f"follow_up.{rule.id}"] = below.words("label")
    return FollowUps(tuple(rules), labels, _read_referral(part))


def _read_referral(part: Part) -> ReferralLimits:
    """By when what must have happened to who was sent on; what is not written is as the core has it."""
    below = part.at("referral")
    if not part.has("referral"):
        return ReferralLimits()
    names = [one.name.removesuffix("_ms") for one in fields(ReferralLimits)]
    below.only(*names)
    return ReferralLimits(**{f"{name}_ms": below.duration_ms(name, getattr(ReferralLimits(), f"{name}_ms")) for name in names})
