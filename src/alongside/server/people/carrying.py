"""Who may sign in, as one file that either database can take in again. Sessions are never in it: whoever restores signs everybody out."""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.db import connection, models, transaction

from alongside.ledger.refused import LedgerRefused
from alongside.server.people.epoch import raise_epoch
from alongside.server.people.models import MachineClient, Staff

LEFT_OUT = frozenset(  # made anew
    {
        "sessions.session",
        "usersessions.usersession",
        "contenttypes.contenttype",
        "auth.permission",
        "people.revocationepoch",
        "people.usedcode",
    }
)


def write_people(into: Path) -> tuple[int, int]:
    """Write everybody as they stand at one moment; how many staff and machines."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        with into.open("w") as file:
            serializers.serialize("json", _everything(), stream=file, use_natural_foreign_keys=True)
        return Staff.objects.count(), MachineClient.objects.count()


def _everything() -> Iterator[models.Model]:
    for model in apps.get_models():
        if model._meta.label_lower not in LEFT_OUT and model._meta.managed and not model._meta.proxy:
            yield from model._default_manager.order_by("pk").iterator()


def load_people(file: Path) -> None:
    """Take everybody in, in one transaction. Raises :class:`LedgerRefused` where somebody is there, or the file is newer."""
    if Staff.objects.exists() or MachineClient.objects.exists():
        raise LedgerRefused("There are staff in this database already: restore into an empty one.")
    try:
        with file.open() as text, transaction.atomic(), connection.constraint_checks_disabled():
            for one in serializers.deserialize("json", text, handle_forward_references=True):
                one.save()
            connection.check_constraints()
            _count_on()
    except DeserializationError as unknown:
        raise LedgerRefused(f"A newer version of Alongside wrote the staff of this backup ({unknown}): restore with that one.") from unknown
    raise_epoch()
    connection.close()  # the last connection folds SQLite's log into the file


def _count_on() -> None:
    """PostgreSQL counts its own ids: the next one follows the highest taken in."""
    for statement in connection.ops.sequence_reset_sql(no_style(), list(apps.get_models())):
        connection.cursor().execute(statement)
