"""The city in memory: the same requests, decided and applied by the same core, with a clock of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from alongside.core.apply import apply
from alongside.core.board import Board
from alongside.core.clock import next_due
from alongside.core.decide import decide
from alongside.core.fact import Fact
from alongside.core.party import Reference
from alongside.core.refused import Refused
from alongside.core.request import Request
from alongside.core.rules import Rules
from alongside.core.travel import Travel
from alongside.twin.city import City
from alongside.twin.people.scene import Asked

Ask = Callable[[Asked], bool]
MOST_TICKS = 10_000  # timers that come due in one step


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
        return settle(told, asked, city.rules, city.travel, watch)

    pre_roll(city, told.board, start, end, step_ms, ask)
    return told


def pre_roll(city: City, board: Board, start: int, end: int, step_ms: int, ask: Ask, human_seats: frozenset[str] = frozenset()) -> None:
    """Step the city through virtual time. ``ask`` decides and applies to the same ``board``; timers that come due are asked first."""
    for now in range(start, end, step_ms):
        for _ in range(MOST_TICKS):
            tick = next_due(board)
            if tick is None or tick.due > now or not ask(Asked(tick, {}, now)):
                break
        for asked in city.step(board, now, human_seats):
            ask(asked)


def settle(told: Told, asked: Asked, rules: Rules, travel: Travel, watch: Callable[[Board, Fact], None] | None = None) -> bool:
    """Decide one request and apply its facts; a refusal is kept and changes nothing."""
    request = sealed(asked)
    told.requests.append(request)
    try:
        facts = decide(told.board, request, rules, travel, asked.at)
    except Refused as refused:
        told.refused.append((request, str(refused)))
        return False
    for fact in facts:
        apply(told.board, fact)
        told.facts.append(fact)
        if watch is not None:
            watch(told.board, fact)
    return True


def sealed(asked: Asked) -> Request:
    """The request as the core sees it: words are references. In memory there is no vault, only the hash of what would be in it."""
    if not asked.texts:
        return asked.request
    words = tuple(
        Reference(name, f"{asked.request.id}:{name}", sha256(text.encode()).hexdigest()) for name, text in sorted(asked.texts.items())
    )
    return replace(asked.request, words=words)
