"""From options to a deployment that can answer: every check and every load, in order."""

import asyncio
import logging
from collections.abc import Sequence

from alongside.core.board import Board
from alongside.ledger.genesis import is_about_the_ledger
from alongside.ledger.ledger import Ledger
from alongside.ledger.memory import Recorded
from alongside.library import load_program
from alongside.server.people.opening import open_people
from alongside.server.site.deployment import Deployment
from alongside.server.site.feed.feed import Feed
from alongside.server.site.options import Options
from alongside.server.site.stores import make_city, open_stores

log = logging.getLogger(__name__)


def open_deployment(options: Options, loop: asyncio.AbstractEventLoop) -> Deployment:
    """Open everything. ``loop`` is where the feed lives. Raises ``LedgerRefused``, ``Mistake`` or ``RoadsRefused`` with a sentence."""
    profile = load_program(options.program)
    names, sittings = open_people(profile, demo=not options.live)
    stores = open_stores(options, profile)
    feed = Feed(Board(), lambda language: deployment.view(feed.board, language), stores.clock.now)
    deployment = Deployment(options, profile, stores.travel, stores.clock, stores.ledger, stores.spots, names, sittings, feed, stores.vault)
    if deployment.is_demo and not options.quiet:
        deployment.city = make_city(stores, profile, sittings.list_seats)
        if not has_calls(stores.ledger):
            log.info("the city lived through the last %d hours", deployment.city.pre_roll(stores.clock.now()))
    follow(stores.ledger, feed, loop)
    return deployment


def has_calls(ledger: Ledger) -> bool:
    """Whether anything ever happened on this ledger."""
    with ledger.board() as board:
        return len(board.incidents) > 0


def follow(ledger: Ledger, feed: Feed, loop: asyncio.AbstractEventLoop) -> None:
    """Fold what the ledger holds into the feed, then every newly committed batch, each fact once."""
    last = 0

    def take_in(recorded: Sequence[Recorded]) -> None:
        news = [one for one in recorded if one.row.seq > last]
        if news:
            feed.take_in(news)

    ledger.subscribe(lambda recorded: loop.call_soon_threadsafe(take_in, recorded))
    while rows := ledger.read.list_after(last):
        feed.fold([row.fact for row in rows if not is_about_the_ledger(row)])
        feed.seq = last = rows[-1].seq
