"""How often one address may try: what nobody needs faster than by hand."""

import time
from collections import deque
from ipaddress import IPv6Address, IPv6Network, ip_address
from threading import Lock

TRIES, WITHIN_S = 40, 300.0
MOST_ADDRESSES = 10_000
NET_BITS = 64


class Pace:
    """Counts tries by address in this process; a lock on the invitation itself is the ledger's and holds on every node."""

    def __init__(self) -> None:
        self._tries: dict[str, deque[float]] = {}
        self._lock = Lock()

    def allows(self, address: str, now: float | None = None) -> bool:
        """Whether one more try is let through."""
        now, house = time.monotonic() if now is None else now, house_of(address)
        with self._lock:
            tries = self._tries.pop(house, None) or deque()
            self._tries[house] = tries  # whoever tried last stands last
            if len(self._tries) > MOST_ADDRESSES:
                self._tries.pop(next(iter(self._tries)))
            while tries and tries[0] <= now - WITHIN_S:
                tries.popleft()
            if len(tries) >= TRIES:
                return False
            tries.append(now)
            return True


def house_of(address: str) -> str:
    """A version 6 address is one of very many that one household has: they count together."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    is_one_of_many = isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None
    return str(IPv6Network((address, NET_BITS), strict=False)) if is_one_of_many else address


PACE = Pace()
