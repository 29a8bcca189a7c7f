"""``alongside backup FILE`` and ``alongside restore FILE``: everything but the vault's key, encrypted, verified after writing."""

import argparse
import getpass
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from alongside.ledger.clock import now_ms
from alongside.ledger.engine import Where
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.sealed import find_any_key
from alongside.server.backup.making import back_up
from alongside.server.backup.restoring import restore
from alongside.server.backup.scratch import work_in
from alongside.server.backup.watched import Watched
from alongside.server.records.key_file import KeyFile, key_path, read_key_file
from alongside.server.records.seal import key_name

SHORTEST = 12
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


def secret_of(told: argparse.Namespace) -> bytes:
    """The key file's content, ALONGSIDE_BACKUP_PASSPHRASE, or a passphrase asked for. Raises :class:`LedgerRefused`."""
    if told.key_file:
        return bytes(told.key_file.read_bytes())
    given = os.environ.get("ALONGSIDE_BACKUP_PASSPHRASE") or getpass.getpass("Passphrase: ")
    if told.command == "backup" and len(given) < SHORTEST:
        raise LedgerRefused(f"The passphrase is shorter than {SHORTEST} characters: use a longer one, or --key-file.")
    return given.encode()


def data_folder() -> Path:
    """The data folder in force."""
    return Path(os.environ.get("ALONGSIDE_DATA", "var")).resolve()


def which(data: Path) -> Where:
    """The ledger of this deployment."""
    return os.environ.get("ALONGSIDE_DATABASE") or data / "ledger.sqlite3"


def run_backup(file: Path, secret: bytes) -> str:
    """Write one; the sentence to print."""
    data = data_folder()
    about = back_up(which(data), data, file, secret, now_ms(), Watched())
    return f"Backed up to {file} and read again: {about.count}. Keep the vault's key file apart from it; sessions are not in it."


def run_restore(file: Path, secret: bytes) -> str:
    """Restore one; what was done, in sentences."""
    data, watched = data_folder(), Watched()
    where = which(data)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with work_in(data) as folder:
        about, has_people = restore(file, folder, where, secret, now_ms(), watched)
    when = f" as of {datetime.fromtimestamp(about.made_at / 1000, UTC):%Y-%m-%d %H:%M} UTC" if about.made_at else ""
    return "\n".join(
        (
            f"Restored and verified: {about.count}, of the {about.genesis} ledger {about.ledger}{when}.",
            "A new epoch began: phones and consoles send again what this copy does not know of.",
            "No session came along: everybody signs in anew; passwords and machine tokens are those of the backup."
            if has_people
            else "This backup is of an older format without staff: add them with “alongside staff add”.",
            tell_of_key(where, data),
        )
    )


def tell_of_key(where: Where, data: Path) -> str:
    """Whether the key file in place opens the words; what to do where it does not."""
    path = key_path(data)
    with read_ledger(where) as engine:
        some = find_any_key(engine)
    if some is None:
        return "It holds no words, so any key file will do."
    if not path.exists():
        return f"Before you start the server put the vault's key file back at {path} (chmod 600), from where you keep it apart."
    try:
        KeyFile(read_key_file(path)).unwrap(some[3], key_name(*some[:3]))
    except LedgerRefused as wrong:
        return f"The words do not open yet: {wrong}"
    return f"The key file {path} opens its words."
