"""``alongside staff``: who may sign in as what, and which machines may use the interface."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence

from alongside.core.sharing.access import ROLES
from alongside.server.site.own_sqlite import swap

DONE, WRONG = 0, 1


def main(argv: Sequence[str]) -> int:
    """Run one command; 0 done, 1 it could not be done and said why."""
    told = parser().parse_args(argv)
    start_django()
    from alongside.server.people import accounts
    from alongside.server.people.accounts import AccountRefused

    work: dict[str, Callable[[], str]] = {
        "add": lambda: accounts.add(told.id, told.name, told.role, ask_password(), agency=told.agency, seat=told.seat),
        "list": accounts.show,
        "disable": lambda: accounts.disable(told.id),
        "enable": lambda: accounts.enable(told.id),
        "password": lambda: accounts.set_password(told.id, ask_password()),
        "machine": lambda: accounts.add_machine_client(told.id, told.name, told.role, agency=told.agency, seat=told.seat),
    }
    try:
        print(work[told.command]())
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


def ask_password() -> str:
    """From the terminal without showing it; from a pipe as one line."""
    if sys.stdin.isatty():
        return getpass.getpass("Password: ")
    return sys.stdin.readline().rstrip("\n")


def parser() -> argparse.ArgumentParser:
    """The commands."""
    ask = argparse.ArgumentParser(
        prog="alongside staff", description="Who may sign in as what. The server's data folder is ALONGSIDE_DATA."
    )
    commands = ask.add_subparsers(dest="command", required=True)
    for name, about in (
        ("add", "add a member of staff; asks for a password"),
        ("machine", "register a machine client; prints its token once"),
    ):
        one = commands.add_parser(name, help=about, description=about)
        one.add_argument("id")
        one.add_argument("--name", required=True)
        one.add_argument("--role", required=True, choices=sorted(ROLES))
        one.add_argument("--agency", default="")
        one.add_argument("--seat", default="", help="the desk, unit or facility this one usually works at")
    commands.add_parser("list", help="show everybody")
    for name, about in (
        ("disable", "sign out at once and for good"),
        ("enable", "let sign in again"),
        ("password", "set another password"),
    ):
        commands.add_parser(name, help=about, description=about).add_argument("id")
    return ask
