"""Keeps the feed up with the ledger."""

import asyncio
from collections.abc import Sequence

from alongside.ledger.genesis import is_about_the_ledger
from alongside.ledger.ledger import Ledger
from alongside.ledger.memory import Recorded
from alongside.server.site.feed.feed import Feed


def follow(ledger: Ledger, feed: Feed, loop: asyncio.AbstractEventLoop) -> None:
    """Fold what the ledger holds into the feed, then every newly committed batch, each fact once."""
    last = 0

    def take_in(recorded: Sequence[Recorded]) -> None:
        news = [one for one in recorded if one.row.seq > last]
        if news:
            feed.take_in(news)

    def hand_over(recorded: Sequence[Recorded]) -> None:
        loop.call_soon_threadsafe(take_in, recorded)

    ledger.subscribe(hand_over)
    while rows := ledger.read.list_after(last):
        feed.fold([row.fact for row in rows if not is_about_the_ledger(row)])
        feed.seq = last = rows[-1].seq
