"""The city in memory: the same requests, decided and applied by the same core, with a clock of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.decide import decide
from alongside.core.fact import Fact
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.twin.city import City
from alongside.twin.people.memory import Asked
from alongside.twin.rolling import pre_roll
from alongside.twin.sealing import sealed


@dataclass
class Told:
    """What a run brought: every fact in order, every request, and those refused with their code."""

    board: Board = field(default_factory=Board)
    facts: list[Fact] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    refused: list[tuple[Request, str]] = field(default_factory=list)


def run(city: City, start: int, end: int, step_ms: int = 5_000, watch: Callable[[Board, Fact], None] | None = None) -> Told:
    """Live from ``start`` to ``end`` (ms UTC) in memory. ``watch`` is called after every applied fact."""
    told = Told()

    def ask(asked: Asked) -> bool:
        return settle(told, asked, city, watch)

    pre_roll(city, told.board, start, end, step_ms, ask)
    return told


def settle(told: Told, asked: Asked, city: City, watch: Callable[[Board, Fact], None] | None = None) -> bool:
    """Decide one request and apply its facts; a refusal is kept and changes nothing."""
    request = sealed(asked)
    told.requests.append(request)
    try:
        facts = decide(told.board, request, city.rules, city.travel, asked.at)
    except Refused as refused:
        told.refused.append((request, str(refused)))
        return False
    for fact in facts:
        apply(told.board, fact)
        told.facts.append(fact)
        if watch is not None:
            watch(told.board, fact)
    return True
