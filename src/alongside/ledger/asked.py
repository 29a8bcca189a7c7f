"""Everything that was asked of a ledger, in order, with what came of it: what a replay runs on."""

from collections.abc import Iterator
from typing import NamedTuple

from alongside.core.fact import Fact
from alongside.core.request import Request
from alongside.ledger.body import read_fact, read_request
from alongside.ledger.engine import Engine
from alongside.ledger.store import ASKED, FACTS_OF


class Asked(NamedTuple):
    """A kept request. ``at`` is when it was decided (ms UTC), ``code`` why it was refused, "" where it was granted."""

    request: Request
    at: int
    rules: str  # the hash of the rules in force
    code: str
    facts: tuple[Fact, ...]


def stream_asked(engine: Engine) -> Iterator[Asked]:
    """In the order they were decided: a refusal stands after the facts it was refused on."""
    for kind, body, at, rules, code, first_seq, count in engine.fetch(ASKED):
        facts = tuple(read_fact(*row) for row in engine.fetch(FACTS_OF, (first_seq, first_seq + count))) if count else ()
        yield Asked(read_request(kind, body), at, rules, code, facts)
