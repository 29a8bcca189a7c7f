"""A recorded ledger asked again: the kept requests through today's core must give the recorded facts. It writes nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.decide import answer
from alongside.core.fact import Fact
from alongside.core.policy.in_force import in_force
from alongside.core.refused import Refused
from alongside.core.rules import Rules
from alongside.core.travel import Travel
from alongside.ledger.asked import Asked

SHOWN = 20  # differences kept to be read; all are counted


@dataclass(frozen=True)
class Difference:
    """Where today's core says something else. ``told`` and ``tells``: the first fact that differs, or the code of a refusal."""

    request: str
    kind: str
    at: int
    told: str
    tells: str
    other_rules: bool  # it was decided under rules that are no longer in force


@dataclass
class Replayed:
    """What came of it."""

    requests: int = 0
    refused: int = 0
    facts: int = 0
    unequal: int = 0
    other_rules: int = 0
    differences: list[Difference] = field(default_factory=list)
    board: Board = field(default_factory=Board)


def replay(asked: Iterable[Asked], rules: Rules, travel: Travel) -> Replayed:
    """Ask everything again, each on the board as it was recorded, so that one difference does not hide the next."""
    done = Replayed()
    for one in asked:
        done.requests += 1
        done.refused += one.code != ""
        other = one.rules != in_force(done.board, rules, one.at).hash
        done.other_rules += other
        tells, code = _ask(done.board, one, rules, travel)
        if tells != one.facts or code != one.code:
            done.unequal += 1
            if len(done.differences) < SHOWN:
                done.differences.append(_difference(one, tells, code, other))
        for fact in one.facts:
            apply(done.board, fact)
        done.facts += len(one.facts)
    return done


def _ask(board: Board, one: Asked, rules: Rules, travel: Travel) -> tuple[tuple[Fact, ...], str]:
    try:
        return answer(board, one.request, rules, travel, one.at), ""
    except Refused as refused:
        return (), refused.code


def _difference(one: Asked, tells: tuple[Fact, ...], code: str, other: bool) -> Difference:
    pairs = _pairs(one.facts, tells)
    told, now = next(((str(was), str(is_now)) for was, is_now in pairs if was != is_now), (one.code, code))
    return Difference(one.request.id, one.request.kind, one.at, told, now, other)


def _pairs(told: tuple[Fact, ...], tells: tuple[Fact, ...]) -> Iterator[tuple[Fact | str, Fact | str]]:
    """Side by side; where one list is shorter it says nothing."""
    for place in range(max(len(told), len(tells))):
        yield told[place] if place < len(told) else "nothing", tells[place] if place < len(tells) else "nothing"
