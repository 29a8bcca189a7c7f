"""The machine's clock, handed to the ledger as an argument so that tests and simulated worlds can hand in another."""

import time


def now_ms() -> int:
    """Milliseconds since the epoch, UTC."""
    return time.time_ns() // 1_000_000
