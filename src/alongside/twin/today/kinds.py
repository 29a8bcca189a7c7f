"""The kinds of call of a planning world: what people of the living city say, as many alike as its protocol makes no difference between."""

from collections import Counter
from collections.abc import Hashable

from alongside.core.intake.protocol import Protocol
from alongside.core.intake.triage import Triage, run
from alongside.twin.planning.world import CallKind
from alongside.twin.world.contents import Content, Contents
from alongside.twin.world.numbers import World
from alongside.twin.world.outcomes import weigh_outcomes

CALLS = 600  # as many are drawn, always the same: the same figures give the same kinds
OUTCOMES = ("resolved_on_scene", "referred", "transported", "arrested")
ENDS = ("engaged", "refused", "unable_to_locate")


def list_kinds(contents: Contents) -> tuple[CallKind, ...]:
    """What the people of this city call about, sorted by what the protocol makes of it."""
    counts, first = Counter[Hashable](), dict[Hashable, tuple[Content, Triage]]()
    for n in range(CALLS):
        said = contents.sample(f"call:{n}")
        found = run(contents.questions, dict(said.answers))
        if found.level is not None:
            mark = alike(said, found)
            counts[mark] += 1
            first.setdefault(mark, (said, found))
    whole = max(1, counts.total())
    return tuple(call_kind(contents.world, *first[mark], count / whole, n) for n, (mark, count) in enumerate(counts.most_common()))


def alike(call: Content, found: Triage) -> Hashable:
    """Calls that the policy cannot tell apart have the same mark."""
    told = told_facts(found.protocol, call)
    needs = sorted({one.code for one in found.requirements})
    never = sorted({one.crew for one in found.not_eligible})
    weapon = told.get("weapon:type", "unknown") in ("unknown", "not_asked")
    return (call.origin, call.language, call.minor, found.level, found.crews, found.police, weapon, *needs, "|", *never, "|", *flags(told))


def told_facts(questions: Protocol, call: Content) -> dict[str, str]:
    """What the answers state, by the name of the fact."""
    answers = dict(call.answers)
    return {question.fact: answers[question.id] for question in questions.questions if question.fact and question.id in answers}


def flags(told: dict[str, str]) -> list[str]:
    """Medical red flags that stand at yes."""
    return sorted(name for name, answer in told.items() if name.startswith("medical:") and answer == "yes")


def call_kind(world: World, call: Content, found: Triage, weight: float, number: int) -> CallKind:
    """One of them stands for all."""
    outcomes = weigh_outcomes(world, found.level, bool(flags(told_facts(found.protocol, call))))
    resolved, referred, taken, arrested = (outcomes[name] for name in OUTCOMES)
    engaged, declined, gone = (world.end_points[name] for name in ENDS)
    return CallKind(
        name=f"{found.rule}-{number:03}", weight=weight, origin=str(call.origin), answers=call.answers, level=int(found.level or 0),
        language=call.language, ends=(engaged, declined, gone), outcomes=(resolved, referred, taken, arrested),
    )  # fmt: skip
