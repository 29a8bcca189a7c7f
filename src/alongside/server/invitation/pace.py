"""How often one address may try: what nobody needs faster than by hand."""

import time
from collections import deque
from threading import Lock

TRIES, WITHIN_S = 40, 300.0
MOST_ADDRESSES = 10_000


class Pace:
    """Counts tries by address in this process; a lock on the invitation itself is the ledger's and holds on every node."""

    def __init__(self) -> None:
        self._tries: dict[str, deque[float]] = {}
        self._lock = Lock()

    def allows(self, address: str, now: float | None = None) -> bool:
        """Whether one more try is let through."""
        now = time.monotonic() if now is None else now
        with self._lock:
            if len(self._tries) > MOST_ADDRESSES:
                self._tries = {one: tries for one, tries in self._tries.items() if tries and tries[-1] > now - WITHIN_S}
            tries = self._tries.setdefault(address, deque())
            while tries and tries[0] <= now - WITHIN_S:
                tries.popleft()
            if len(tries) >= TRIES:
                return False
            tries.append(now)
            return True


PACE = Pace()
