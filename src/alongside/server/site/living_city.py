"""The living city of a demo: the twin's people ask this server like anybody else, and move on its map."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future

from alongside.ledger.receipt import Receipt
from alongside.ledger.timers import run_due
from alongside.server.site.asking.seal import seal_what_can_be
from alongside.server.site.stores import Stores
from alongside.server.site.whereabouts import Whereabouts
from alongside.twin.city import City
from alongside.twin.people.scene import Asked

log = logging.getLogger(__name__)
STEP_S = 0.25
PRE_ROLL_MS = 8 * 3_600_000
PRE_ROLL_STEP_MS, LONGEST_STEP_MS = 4_999, 59_999  # odd, so that no limit of whole seconds ends at the moment of a step
LONGEST_PRE_ROLL_S = 12.0
NEVER_LONGER_S = 45.0  # a machine that cannot keep up starts later: hours left out are calls nobody came to
NO_SEATS = frozenset[str]()


class LivingCity:
    """Refuses a live ledger. ``human_seats`` names the seats people at browsers hold: the city never acts for them."""

    def __init__(self, stores: Stores, city: City, human_seats: Callable[[], frozenset[str]]) -> None:
        if not stores.is_demo:
            raise ValueError("the living city only lives on a demo ledger")
        self.ledger, self.vault, self.city, self.human_seats = stores.ledger, stores.vault, city, human_seats
        self.whereabouts = Whereabouts(stores.spots, city.positions)

    @property
    def seed(self) -> int:
        """With its world, what everything left to chance follows from."""
        return self.city.dice.seed

    def live(self) -> None:
        """One step at server time."""
        now = self.ledger.clock()
        self.step(now, self.human_seats())
        self.whereabouts.tell_each_second(now, self.human_seats())

    def step(self, now: int, human_seats: frozenset[str] = frozenset()) -> None:
        """Ask for everything the city's people want at ``now`` (ms UTC); refusals are theirs to live with."""
        with self.ledger.board() as board:
            wanted = self.city.step(board, now, human_seats)
            ready = [(asked, *seal_what_can_be(self.vault, board, asked.request, asked.texts)) for asked in wanted]
        waiting: list[tuple[Asked, Future[Receipt]]] = []
        for asked, request, enclosures in ready:
            waiting.append((asked, self.ledger.submit(request, asked.at, enclosures)))
        for asked, future in waiting:
            receipt = future.result()
            if not receipt.granted:
                log.debug("the city was refused %s: %s %s", asked.request.kind, receipt.code, dict(receipt.parameters))

    def pre_roll(self, until: int, kept_free: Callable[[int, float], frozenset[str]] = lambda now, left: NO_SEATS) -> int:
        """Live through the last hours at once, so that a first look meets a city at work. Returns how many hours were lived.

        ``kept_free`` is told the time and which share of the hours is left, and says for which seats the city does not act: they are
        wanted afterwards.
        """
        began, stuck = time.monotonic(), set[str]()
        now = until - PRE_ROLL_MS
        while now < until and time.monotonic() - began < NEVER_LONGER_S:
            run_due(self.ledger, now, stuck)
            done = max(1 - (until - now) / PRE_ROLL_MS, (time.monotonic() - began) / NEVER_LONGER_S)
            self.step(now, kept_free(now, 1 - done))
            now += step_within(time.monotonic() - began, now - until + PRE_ROLL_MS, until - now)
        self.whereabouts.tell(until, self.human_seats())
        return (now - until + PRE_ROLL_MS) // 3_600_000


def step_within(spent_s: float, lived_ms: int, left_ms: int) -> int:
    """How far to go next (ms): on a busy machine in longer steps, so that nobody of the last hours is found left alone."""
    due_s = LONGEST_PRE_ROLL_S * lived_ms / PRE_ROLL_MS
    late = spent_s - due_s > 0.05 * LONGEST_PRE_ROLL_S or spent_s > 0.9 * LONGEST_PRE_ROLL_S
    return min(LONGEST_STEP_MS if late else PRE_ROLL_STEP_MS, max(left_ms, 1))
