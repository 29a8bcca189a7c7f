"""From options to a deployment that can answer: every check and every load, in order."""

import asyncio
import logging
from importlib import import_module

from alongside.core.board import Board
from alongside.library import load_program
from alongside.server.people.opening import open_people
from alongside.server.site.deployment import Deployment
from alongside.server.site.feed.feed import Feed
from alongside.server.site.feed.follow import follow
from alongside.server.site.making_city import make_city
from alongside.server.site.open_stores import open_stores
from alongside.server.site.options import Options

log = logging.getLogger(__name__)


def open_deployment(options: Options, loop: asyncio.AbstractEventLoop) -> Deployment:
    """Open everything. ``loop`` is where the feed lives. Raises ``LedgerRefused``, ``Mistake`` or ``RoadsRefused`` with a sentence."""
    if options.replay:
        opened: Deployment = import_module("alongside.server.replay.serving").open_replay(options, loop)
        return opened
    profile = load_program(options.program)
    names, sittings = open_people(profile, demo=not options.live)
    stores = open_stores(options, profile)
    feed = Feed(Board(), lambda language: deployment.view(feed.board, language), stores.clock.now)
    deployment = Deployment(**vars(stores), options=options, profile=profile, names=names, sittings=sittings, feed=feed)
    if deployment.is_demo and not options.quiet:
        deployment.city = make_city(stores, profile, options, sittings.list_seats)
        live_through_the_last_hours(deployment)
    follow(stores.ledger, feed, loop)
    return deployment


def live_through_the_last_hours(deployment: Deployment) -> None:
    """Where nothing ever happened on this ledger, so that a first look meets a city at work."""
    with deployment.ledger.board() as board:
        is_new = len(board.incidents) == 0
    if is_new and deployment.city:
        import_module("alongside.server.first_look.whole_way").WholeWay(deployment).play()
        first = import_module("alongside.server.first_look.playing").FirstLook(deployment)
        log.info("the city lived through the last %d hours", deployment.city.pre_roll(deployment.clock.now(), first.keep_free))
        first.play()
