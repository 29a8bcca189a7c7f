"""``alongside staff``: who may sign in as what, and which machines may use the interface."""

import os
import sys
from collections.abc import Sequence

from alongside.server.people.cli_parser import parser
from alongside.server.site.own_sqlite import swap

DONE, WRONG = 0, 1


def main(argv: Sequence[str]) -> int:
    """Run one command; 0 done, 1 it could not be done and said why."""
    told = parser().parse_args(argv)
    start_django()
    from alongside.server.people.accounts import AccountRefused
    from alongside.server.people.cli_commands import commands

    try:
        print(commands(told)[told.command]())
    except AccountRefused as refused:
        print(refused, file=sys.stderr)
        return WRONG
    return DONE


def start_django() -> None:
    """Django on the data folder of the environment; its tables brought up to date."""
    os.umask(0o077)  # whatever is written is for this user alone
    swap()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.server.site.settings")
    import django

    django.setup()
    from alongside.server.people.opening import migrate

    migrate()
