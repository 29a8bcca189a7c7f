"""Staff and machines, by way of Django, which begins only when all else is well: it binds itself to one database for good."""

import os
from pathlib import Path

from alongside.ledger.engine import Where, is_postgres
from alongside.server.backup.contents import PEOPLE
from alongside.server.people.cli import start_django


def write_people(into: Path) -> None:
    """Whoever may sign in, of the data folder and database of the environment."""
    start_django()
    from alongside.server.people import carrying

    carrying.write_people(into)


def take_in_people(folder: Path, where: Where) -> None:
    """On SQLite Django is pointed at the working folder, so that nothing half-done is ever in place."""
    real = os.environ.get("ALONGSIDE_DATA", "var")
    os.environ["ALONGSIDE_DATA"] = real if is_postgres(where) else str(folder)
    start_django()
    os.environ["ALONGSIDE_DATA"] = real
    from alongside.server.people.carrying import load_people

    load_people(folder / PEOPLE)
