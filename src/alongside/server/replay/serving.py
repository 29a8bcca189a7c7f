"""A deployment over a replay's own ledger: the same console, on this machine only, where nobody's action changes the day."""

import asyncio

from alongside.core.board import Board
from alongside.ledger.opening import open_ledger
from alongside.server.people.opening import open_people
from alongside.server.replay import asked, pace, play, preparing, watched
from alongside.server.site.deployment import Deployment
from alongside.server.site.feed.feed import Feed
from alongside.server.site.feed.follow import follow
from alongside.server.site.open_stores import gather
from alongside.server.site.options import Options
from alongside.server.site.stores import Stores


def open_replay(options: Options, loop: asyncio.AbstractEventLoop) -> Deployment:
    """Prepare the day and open everything over a fresh ledger. Raises ``ReplayRefused``, ``Mistake``, ``Unreadable``, ``LedgerRefused``."""
    day = asked.read(options.replay)
    ready = preparing.prepare(day)
    clock = pace.Pace(ready.span[0] - play.BEFORE_MS, options.speed)
    stores = open_stores(options, ready, clock)
    names, sittings = open_people(ready.profile, demo=True)
    feed = Feed(Board(), lambda language: deployment.view(feed.board, language), clock.now)
    deployment = Deployment(**vars(stores), options=options, profile=ready.profile, names=names, sittings=sittings, feed=feed)
    deployment.replay = watched.WatchedDay(day, ready, stores, clock)
    follow(stores.ledger, feed, loop)
    return deployment


def open_stores(options: Options, ready: preparing.Prepared, clock: pace.Pace) -> Stores:
    """Everything on disk. No door for the command line: nobody else writes here."""
    ledger = open_ledger(options.ledger, ready.profile.rules, ready.travel, genesis="demo", clock=clock.now)
    return gather(options, ready.travel, clock, ledger)
