"""From options to a deployment that can answer: every check and every load, in order."""

import asyncio
from collections.abc import Sequence

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from alongside.core.board import Board
from alongside.ledger.genesis import is_about_the_ledger
from alongside.ledger.ledger import Ledger
from alongside.ledger.memory import Recorded
from alongside.ledger.opening import open_ledger
from alongside.library import load_program
from alongside.roads.opening import open_area
from alongside.server.records.opening import open_vault
from alongside.server.people.epoch import EpochWatch
from alongside.server.people.roster import bring_in
from alongside.server.people.sitting import Sittings
from alongside.server.people.staff import list_names
from alongside.server.site.clock import Clock
from alongside.server.site.deployment import Deployment
from alongside.server.site.feed.feed import Feed
from alongside.server.site.feed.spots import open_spots
from alongside.server.site.names import Names
from alongside.server.site.options import Options


def open_deployment(options: Options, loop: asyncio.AbstractEventLoop) -> Deployment:
    """Open everything. ``loop`` is where the feed lives. Raises ``LedgerRefused``, ``Mistake`` or ``RoadsRefused`` with a sentence."""
    migrate()
    profile = load_program(options.program)
    if not options.live:
        bring_in(profile.staff)
    travel = open_area(profile.area, options.data / "roads")
    clock = Clock(options.speed if not options.live else 1.0)
    ledger = open_ledger(options.ledger, profile.rules, travel, genesis=options.genesis, clock=clock.now)
    clock.catch_up(ledger.head.recorded_at)
    spots, names = open_spots(options.ledger), Names(profile, list_names())
    vault = open_vault(ledger, options.ledger, options.data)
    feed = Feed(Board(), lambda language: deployment.view(feed.board, language), clock.now)
    deployment = Deployment(options, profile, travel, clock, ledger, spots, names, Sittings(EpochWatch()), feed, vault)
    follow(ledger, feed, loop)
    return deployment


def migrate() -> None:
    """Bring the side tables up to date; nothing is run where nothing is to do."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


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
