"""``alongside backup FILE`` and ``alongside restore FILE``: everything but the vault's key, encrypted, verified after writing."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from alongside.ledger.clock import now_ms
from alongside.ledger.refused import LedgerRefused
from alongside.server.backup.making import back_up
from alongside.server.backup.passphrase import secret_of
from alongside.server.backup.restoring import restore
from alongside.server.backup.telling import tell
from alongside.server.backup.watched import Watched

LINES = {
    "backup": "write an encrypted backup (ledger, words, readings, drafts, staff) and read it again to verify it; the server may run",
    "restore": "restore a backup into an empty data folder, or with ALONGSIDE_DATABASE into an empty PostgreSQL database",
}


def main(argv: Sequence[str]) -> int:
    """Run one command: 0 done, 1 it could not be done and said why."""
    told = parser().parse_args(argv)
    run = {"backup": run_backup, "restore": run_restore}[told.command]
    try:
        print(run(told.file.resolve(), secret_of(told)))
    except (LedgerRefused, OSError) as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    """The two commands."""
    ask = argparse.ArgumentParser(prog="alongside")
    commands = ask.add_subparsers(dest="command", required=True)
    for name, line in LINES.items():
        one = commands.add_parser(name, help=line, description=line)
        one.add_argument("file", type=Path, help="the backup")
        one.add_argument("--key-file", type=Path, help="encrypt with this file's content instead of a passphrase")
    return ask


def data_folder() -> Path:
    """The data folder in force."""
    return Path(os.environ.get("ALONGSIDE_DATA", "var")).resolve()


def which(data: Path) -> str | Path:
    """The ledger of this deployment."""
    return os.environ.get("ALONGSIDE_DATABASE") or data / "ledger.sqlite3"


def run_backup(file: Path, secret: bytes) -> str:
    """Write one; the sentence to print."""
    data = data_folder()
    about = back_up(which(data), data, file, secret, now_ms(), Watched())
    return f"Backed up to {file} and read again: {about.count}. Keep the vault's key file apart from it; sessions are not in it."


def run_restore(file: Path, secret: bytes) -> str:
    """Restore one; what was done, in sentences."""
    data = data_folder()
    where = which(data)
    about, has_people = restore(file, data, where, secret, now_ms(), Watched())
    return tell(about, has_people, where, data)
