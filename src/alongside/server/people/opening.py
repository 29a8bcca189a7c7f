"""Opens the side tables: brought up to date, with the invented people of a demo."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from alongside.library.programs import Profile
from alongside.server.people.epoch import EpochWatch
from alongside.server.people.roster import bring_in
from alongside.server.people.sittings import Sittings
from alongside.server.people.staff import list_designated, list_names, list_overseers
from alongside.server.site.names import Names


def open_people(profile: Profile, demo: bool) -> tuple[Names, Sittings]:
    """Names, and who sits behind which session."""
    migrate()
    if demo:
        bring_in(profile.staff)
    zone = profile.area.zone
    names = Names(profile, list_names(), list_overseers(), list_designated(zone))
    return names, Sittings(EpochWatch(lambda: names.learn(list_names(), list_overseers(), list_designated(zone))))


def migrate() -> None:
    """Bring the side tables up to date; nothing is run where nothing is to do."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
