"""``alongside vault``: how the keys stand, and a new key-encryption key."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from alongside.ledger.engine import Engine, Where, is_postgres, open_engine
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.work import must_exist
from alongside.server.records.key_file import key_path
from alongside.server.records.rotating import is_unfinished, list_put_away, prepare, rotate
from alongside.server.records.telling import tell_standing

COPY = (
    "The next key waits at {path}. Copy it to every other node now, beside the key file there (chmod 600), then run "
    "“alongside vault rotate --copied” on one node after the other. Nothing was wrapped yet."
)
ABOUT, ERASING = (
    "The keys of protected words. The server may run meanwhile.",
    "Words are erased with two people: alongside vault erase --help.",
)
DONE = "{rows} data keys wrapped anew under the new key; every word stayed readable. {then}"
PUT_AWAY = (
    "Keep a copy of {path} apart from the backups, as before. {old} opens what was wrapped before, in backups, too: put it where you keep "
    "those keys, then take it away from here. Backups made before today need it."
)
NODES = "Run it on every other node, too, before you take anything away."


def main(argv: Sequence[str]) -> int:
    """Run one command: 0 done, 1 it could not be done and said why."""
    told = parser().parse_args(argv)
    os.umask(0o077)
    data = Path(os.environ.get("ALONGSIDE_DATA", "var")).resolve()
    where: Where = os.environ.get("ALONGSIDE_DATABASE") or data / "ledger.sqlite3"
    try:
        print(run_rotate(told, where, data) if told.command == "rotate" else run_status(where, data))
    except (LedgerRefused, OSError) as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    """The commands."""
    ask = argparse.ArgumentParser(prog="alongside vault", description=ABOUT, epilog=ERASING)
    commands = ask.add_subparsers(dest="command", required=True)
    about = "which key file is in force, what it opens, and what encrypts"
    commands.add_parser("status", help=about, description=about)
    about = "a new key-encryption key: wraps every data key anew; cut short, run it again"
    turn = commands.add_parser("rotate", help=about, description=about)
    turn.add_argument(
        "--data-keys", action="store_true", help="also a new data key for whatever is written from now on; old words stay readable"
    )
    turn.add_argument("--copied", action="store_true", help="on PostgreSQL: the next key was copied to every other node")
    return ask


@contextmanager
def beside_the_server(where: Where) -> Iterator[Engine]:
    """A connection beside the server that writes. It touches wrapped keys only, in short transactions."""
    must_exist(where)
    engine = open_engine(where)
    try:
        yield engine
    finally:
        engine.close()


def run_status(where: Where, data: Path) -> str:
    """How it stands."""
    with beside_the_server(where) as engine:
        return tell_standing(engine, key_path(data))


def run_rotate(told: argparse.Namespace, where: Where, data: Path) -> str:
    """Rotate; on PostgreSQL in two steps, so that no node meets a key it does not have."""
    path = key_path(data)
    with beside_the_server(where) as engine:
        if is_postgres(where) and not told.copied and not is_unfinished(engine, path):
            prepare(path, told.data_keys)
            return COPY.format(path=path.with_name(f"{path.name}.next"))
        rows = rotate(engine, path, told.data_keys)
    old = ", ".join(str(one) for one in list_put_away(path))
    then = PUT_AWAY.format(path=path, old=old) if old else ""
    return DONE.format(rows=rows, then=f"{then} {NODES}" if is_postgres(where) else then)
