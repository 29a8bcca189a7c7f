"""What each setting may be. Bounds that keep people safe say which rule of practice they come from; data never goes beyond them."""

from collections.abc import Iterator
from typing import NamedTuple

from alongside.core.codes import Disposition, Level, Origin
from alongside.core.policy.settings import list_settings
from alongside.core.policy.state import Setting
from alongside.core.refused import Refused
from alongside.core.rules import LevelPlan, Rules

SECOND, MINUTE, HOUR, DAY = 1_000, 60_000, 3_600_000, 86_400_000
CONNECTED_ARRIVES_MS = 30 * MINUTE  # whoever stays on the line until a team is there: target 30 minutes


class Bound(NamedTuple):
    """``unit``: time, count, flag or codes; of codes ``least`` is how many at least, ``among`` which, ``ordered`` if their order counts."""

    unit: str
    least: int
    most: int
    among: tuple[str, ...] = ()
    ordered: bool = False


CLOCKS: dict[str, tuple[int, int]] = {
    "page": (5 * SECOND, 30 * SECOND),  # a page nobody acknowledges rises within 30 seconds
    "help": (5 * SECOND, 30 * SECOND),
    "offer": (30 * SECOND, 10 * MINUTE),
    "call_back": (10 * SECOND, 5 * MINUTE),
    "weapon_before": (MINUTE, 30 * MINUTE),  # an unknown weapon is asked about again before anybody is there
    "weapon_again": (20 * SECOND, 10 * MINUTE),
    "reservation": (5 * MINUTE, 24 * HOUR),
    "silence_again": (MINUTE, HOUR),
    "capacity_stale": (5 * MINUTE, 24 * HOUR),
}
AT_DESK = ("position", "call_taker", "dispatcher", "supervisor", "clinician_line")  # a limit of a duty comes before that of desks
SILENCE = {**dict.fromkeys(AT_DESK, (MINUTE, 30 * MINUTE)), "crew": (10 * MINUTE, 4 * HOUR)}  # nobody responsible is silent for long
PLAN = {"assign_within": (10 * SECOND, DAY), "arrive_within": (5 * MINUTE, 7 * DAY), "load_penalty": (SECOND, 4 * HOUR)}
PROMISE = {"due": (HOUR, 120 * DAY), "again": (15 * MINUTE, 30 * DAY)}


def list_bounds(rules: Rules) -> dict[str, Bound]:
    """Every setting these rules have, and every drive limit they could have."""
    base = rules.base or rules
    found = {name: _bound(base, name.split(".")) for name in list_settings(base)}
    for plan in base.program.levels.values():
        drives = (kind.id for kind in base.program.crews.values() if not kind.remote)
        found |= {f"level.{int(plan.level)}.within.{kind}": Bound("time", MINUTE, 4 * HOUR) for kind in drives}
    return found


def _bound(base: Rules, path: list[str]) -> Bound:
    head, last = path[0], path[-1]
    if head == "level":
        return _of_level(base, path)
    if head == "crew":  # no lone field worker, unless the files say that this kind may be one person
        origins = tuple(one.value for one in Origin)
        alone = 1 if base.program.crews[path[1]].fewest == 1 else 2
        return Bound("codes", 1, len(origins), origins) if last == "asked_by" else Bound("count", alone, 12)
    if head == "follow_up":
        return _of_promise(last)
    if head == "unassessed_as":
        return Bound("count", 1, 4)
    times = {"clock": CLOCKS.get(last), "silence": SILENCE.get(last, (MINUTE, 7 * DAY)), "stale": (30 * SECOND, 6 * HOUR)}
    return Bound("time", *(times.get(head) or (15 * MINUTE, 60 * DAY)))


def _of_level(base: Rules, path: list[str]) -> Bound:
    if path[2] == "order":
        return Bound("codes", 1, len(base.program.crews), tuple(base.program.crews), ordered=True)
    if path[2] == "within":
        return Bound("time", MINUTE, 4 * HOUR)
    if path[2] == "stay_connected":
        return Bound("flag", 1 if path[1] == "4" and base.program.levels[Level.EMERGENT].stay_connected else 0, 1)
    return Bound("time", *PLAN[path[2]])


def _of_promise(last: str) -> Bound:
    if last == "after":
        return Bound("codes", 1, len(Disposition), tuple(one.value for one in Disposition))
    if last == "levels":
        return Bound("codes", 1, 5, tuple(str(int(level)) for level in Level))
    return Bound("count", 1, 20) if last == "attempts" else Bound("time", *PROMISE[last])


def must_be_possible(rules: Rules, setting: Setting, bounds: dict[str, Bound] | None = None) -> None:
    """Refuse what is not a setting here, or lies outside its bounds."""
    bound = (bounds or list_bounds(rules)).get(setting.name)
    if bound is None:
        raise Refused("policy_setting_unknown")
    if bound.unit != "codes" and not (bound.least <= setting.number <= bound.most and not setting.codes):
        raise Refused("policy_out_of_bounds", setting=setting.name, least=bound.least, most=bound.most)
    if bound.unit == "codes" and not _fits(setting, bound):
        raise Refused("policy_codes_wrong", setting=setting.name, allowed=", ".join(bound.among))


def _fits(setting: Setting, bound: Bound) -> bool:
    codes = set(setting.codes)
    return not setting.number and codes <= set(bound.among) and len(codes) == len(setting.codes) >= bound.least


def may_stand(setting: Setting, bounds: dict[str, Bound]) -> bool:
    """Whether a number agreed to under other files is within the bounds of these; codes that are not known are left out one by one."""
    bound = bounds.get(setting.name)
    return bound is None or bound.unit == "codes" or bound.least <= setting.number <= bound.most


def must_hold_together(rules: Rules, before: Rules) -> None:
    """What no single setting can see: refuse rules that promise what cannot be, unless the files or what holds anyway (``before``) do."""
    known = [*_quarrels(rules.base or rules), *_quarrels(before)]
    for code, told in _quarrels(rules):
        if (code, told) not in known:
            raise Refused(code, **told)


def _quarrels(rules: Rules) -> Iterator[tuple[str, dict[str, object]]]:
    for plan in rules.program.levels.values():
        told = {"level": int(plan.level)}
        if plan.assign_within_ms > plan.arrive_within_ms:
            yield "policy_sent_after_arrival", {**told, "assign_ms": plan.assign_within_ms, "arrive_ms": plan.arrive_within_ms}
        own = (rules.base or rules).program.levels[plan.level]
        most = max(CONNECTED_ARRIVES_MS, own.arrive_within_ms if _is_connected(rules.base or rules, own) else 0)
        if _is_connected(rules, plan) and plan.arrive_within_ms > most:
            yield "policy_connected_too_long", {**told, "most": most}
        ordered = [kind for step in plan.order if (kind := rules.program.crews.get(step.crew_kind))]
        asked_by = frozenset[Origin]().union(*(kind.asked_by for kind in ordered))
        for origin in sorted(rules.program.origins - asked_by) if plan.order else ():
            yield "policy_nobody_may_go", {**told, "origin": origin.value}
    for rule in rules.program.follow_ups:
        if rule.again_ms > rule.due_ms:
            yield "policy_again_after_due", {"follow_up": rule.id}


def _is_connected(rules: Rules, plan: LevelPlan) -> bool:
    """Whether somebody stays on the line at this level: for every call, or for what a rule of triage says of some."""
    answers = (rule for protocol in rules.protocols.values() for rule in protocol.rules if rule.level == plan.level)
    return plan.stay_connected or any("stay_connected" in rule.requires for rule in answers)
