"""The commands of ``alongside staff``."""

import argparse
from datetime import UTC, datetime, timedelta

from alongside.core.sharing.access import ROLES


def end_of_day(text: str) -> datetime:
    """The end of a day written 2027-01-31, in UTC."""
    return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC) + timedelta(days=1)


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
        one.add_argument("--until", type=end_of_day, help="last day of a temporary account, as 2027-01-31")
        one.add_argument("--supervisor", default="", help="for an intern: the id of the clinician or supervisor they work under")
    first = commands.add_parser("first", help="add the first administrator; asks for a password, and is refused where there is one")
    first.add_argument("id")
    first.add_argument("--name", required=True)
    commands.add_parser("list", help="show everybody")
    for name, about in WITH_ID:
        commands.add_parser(name, help=about, description=about).add_argument("id")
    return ask


WITH_ID = (
    ("disable", "sign out at once and for good"),
    ("enable", "let sign in again"),
    ("release", "release the lock that too many wrong tries set"),
    ("password", "set another password"),
    ("factors", "take passkeys, authenticator app, recovery codes and the identity provider's binding away from somebody"),
)
