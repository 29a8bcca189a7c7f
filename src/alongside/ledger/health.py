"""Is the ledger well? A synthetic call on a scratch ledger, and how the live one stands."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from alongside.core.request import Request
from alongside.ledger.guidance import Guidance
from alongside.ledger.ledger import Ledger
from alongside.ledger.opening import open_ledger
from alongside.ledger.read_only import read_ledger
from alongside.ledger.verify import verify


class Health(NamedTuple):
    """``problem`` is one sentence, empty when all is well; times in ms."""

    problem: str
    head_seq: int
    head_age_ms: int
    synthetic_ms: float


def look(ledger: Ledger, requests: Callable[[], list[Request]], now: int) -> Health:
    """Run a call end to end on a scratch ledger by the rules in force, and look at the live one; ``now`` is ms UTC.

    ``requests`` gives the call's requests in order; every one must be granted.
    """
    started = time.perf_counter()
    problem = ledger.trouble or try_a_call(ledger.guidance, requests(), now)
    head = ledger.head
    return Health(problem, head.seq, now - head.recorded_at, (time.perf_counter() - started) * 1_000)


def try_a_call(guidance: Guidance, requests: list[Request], now: int) -> str:
    """Record, close, read again, verify: the sentence of the first thing that fails, or ``""``."""
    with tempfile.TemporaryDirectory(prefix="alongside-health-") as folder:
        path = Path(folder) / "ledger.sqlite3"
        scratch = open_ledger(path, guidance.rules, guidance.travel, genesis="demo", clock=lambda: now)
        try:
            receipts = scratch.record(requests)
        finally:
            scratch.close()
        for request, receipt in zip(requests, receipts, strict=True):
            if not receipt.granted:
                return f"The synthetic call stopped at {request.kind}: {receipt.code}."
        with read_ledger(path) as engine:
            found = verify(engine)
    return "" if found.is_whole else f"The synthetic call was not kept whole: {found.sentences[0]}"
