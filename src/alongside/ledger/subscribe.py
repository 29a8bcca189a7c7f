"""Tell others in this process about newly committed facts: every one, once, in order of ``seq``."""

import logging
from collections.abc import Callable, Sequence
from threading import Lock

from alongside.ledger.memory import Recorded

log = logging.getLogger(__name__)
Listener = Callable[[Sequence[Recorded]], None]
FillGap = Callable[[int, int], Sequence[Recorded]]


class Subscription:
    """Close it to hear no more."""

    def __init__(self, listeners: dict["Subscription", Listener]) -> None:
        self._listeners = listeners

    def close(self) -> None:
        """Stop listening; closing twice is fine."""
        self._listeners.pop(self, None)


class Fanout:
    """Calls listeners from the writer's thread, so they must hand over and return at once."""

    def __init__(self, last_seq: int, fill_gap: FillGap) -> None:
        self._listeners: dict[Subscription, Listener] = {}
        self._last_seq, self._fill_gap = last_seq, fill_gap
        self._one_at_a_time = Lock()

    def subscribe(self, listener: Listener) -> Subscription:
        """Call ``listener`` with every batch committed from now on; a listener that fails is logged and taken off."""
        subscription = Subscription(self._listeners)
        self._listeners[subscription] = listener
        return subscription

    def publish(self, recorded: Sequence[Recorded]) -> None:
        """Pass facts on; ones that were committed but never passed on (a lost acknowledgement) are read from the ledger first."""
        if not recorded:
            return
        with self._one_at_a_time:
            first = recorded[0].row.seq
            if first > self._last_seq + 1:
                recorded = [*self._fill_gap(self._last_seq, first), *recorded]
            news = [one for one in recorded if one.row.seq > self._last_seq]
            if news:
                self._last_seq = news[-1].row.seq
                for subscription, listener in list(self._listeners.items()):
                    self._tell(subscription, listener, news)

    def _tell(self, subscription: Subscription, listener: Listener, news: Sequence[Recorded]) -> None:
        try:
            listener(news)
        except Exception:
            log.exception("a listener failed and hears no more")
            subscription.close()
