"""The kinds of call of a planning world: calls of the living city, as many alike as its protocol makes no difference between."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass

from alongside.core.codes import Level
from alongside.core.intake.protocol import Protocol
from alongside.core.intake.triage import Triage, run
from alongside.twin.planning.world import CallKind
from alongside.twin.world.call import Call
from alongside.twin.world.calls import Callers
from alongside.twin.world.numbers import World
from alongside.twin.world.outcomes import weigh_outcomes

CALLS = 1_200  # of the living city, from one fixed hour on: the same figures give the same kinds
FIRST_HOUR = 482_136  # 2025-01-01 00:00 UTC
OUTCOMES = ("resolved_on_scene", "referred", "transported", "arrested")
ENDS = ("engaged", "refused", "unable_to_locate")


@dataclass(frozen=True)
class Kinds:
    """``hurried``: the share of calls that are urgent or more."""

    kinds: tuple[CallKind, ...]
    hurried: float


def list_kinds(callers: Callers, questions: Protocol) -> Kinds:
    """What the people of this city call about, sorted by what the protocol makes of it."""
    counts, first = Counter[Hashable](), dict[Hashable, tuple[Call, Triage]]()
    for call in some_calls(callers):
        found = run(questions, dict(call.answers))
        if found.level is not None:
            mark = alike(call, found)
            counts[mark] += 1
            first.setdefault(mark, (call, found))
    whole = max(1, counts.total())
    kinds = tuple(call_kind(callers.world, *first[mark], count / whole, n) for n, (mark, count) in enumerate(counts.most_common()))
    urgent = sum(count for mark, count in counts.items() if (first[mark][1].level or Level.ROUTINE) >= Level.URGENT)
    return Kinds(kinds, urgent / whole)


def some_calls(callers: Callers) -> list[Call]:
    """The first calls of the living city, without those told again."""
    found: list[Call] = []
    hour = FIRST_HOUR
    while len(found) < CALLS and hour < FIRST_HOUR + 20 * CALLS:
        found += [call for call in callers.list_calls(hour) if not call.repeats]
        hour += 1
    return found[:CALLS]


def alike(call: Call, found: Triage) -> Hashable:
    """Calls that the policy cannot tell apart have the same mark."""
    told = told_facts(found.protocol, call)
    needs = sorted({one.code for one in found.requirements})
    never = sorted({one.crew for one in found.not_eligible})
    weapon = told.get("weapon:type", "unknown") in ("unknown", "not_asked")
    return (call.origin, call.language, call.minor, found.level, found.crews, found.police, weapon, *needs, "|", *never, "|", *flags(told))


def told_facts(questions: Protocol, call: Call) -> dict[str, str]:
    """What the answers state, by the name of the fact."""
    answers = dict(call.answers)
    return {question.fact: answers[question.id] for question in questions.questions if question.fact and question.id in answers}


def flags(told: dict[str, str]) -> list[str]:
    """Medical red flags that stand at yes."""
    return sorted(name for name, answer in told.items() if name.startswith("medical:") and answer == "yes")


def call_kind(world: World, call: Call, found: Triage, weight: float, number: int) -> CallKind:
    """One of them stands for all."""
    outcomes = weigh_outcomes(world, found.level, bool(flags(told_facts(found.protocol, call))))
    resolved, referred, taken, arrested = (outcomes[name] for name in OUTCOMES)
    engaged, declined, gone = (world.end_points[name] for name in ENDS)
    return CallKind(
        name=f"{found.rule}-{number:03}", weight=weight, origin=str(call.origin), answers=call.answers, level=int(found.level or 0),
        language=call.language, ends=(engaged, declined, gone), outcomes=(resolved, referred, taken, arrested),
    )  # fmt: skip
