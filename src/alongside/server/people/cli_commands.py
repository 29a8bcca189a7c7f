"""What each command of ``alongside staff`` does. Imported once Django stands."""

import argparse
import getpass
import sys
from collections.abc import Callable

from alongside.server.people import accounts, machines, standing_changed
from alongside.server.people.accounts_shown import show
from alongside.server.people.adding import add
from alongside.server.people.first import add_first, release_by_hand


def commands(told: argparse.Namespace) -> dict[str, Callable[[], str]]:
    """What each command does."""

    cli = accounts.CLI
    return {
        "first": lambda: add_first(told.id, told.name, ask_password()),
        "add": lambda: add(
            told.id, told.name, told.role, ask_password(), told.agency, told.seat, until=told.until, supervisor=told.supervisor
        ),
        "list": show,
        "disable": lambda: standing_changed.disable(told.id),
        "enable": lambda: standing_changed.enable(told.id),
        "release": lambda: release_by_hand(told.id),
        "password": lambda: standing_changed.set_password(accounts.get(told.id), ask_password(), cli),
        "factors": lambda: standing_changed.take_factors_away(accounts.get(told.id), cli),
        "machine": lambda: machines.add_machine_client(told.id, told.name, told.role, agency=told.agency, seat=told.seat),
    }


def ask_password() -> str:
    """From the terminal without showing it; from a pipe as one line."""
    if sys.stdin.isatty():
        return getpass.getpass("Password: ")
    return sys.stdin.readline().rstrip("\n")
