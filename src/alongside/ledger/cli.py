"""`alongside ledger verify | rebuild | copy TO | head`, `alongside backup FILE`, `alongside restore FILE`."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from alongside.ledger import work
from alongside.ledger.backup import LEDGER, back_up, restore
from alongside.ledger.clock import now_ms
from alongside.ledger.engine import Where
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.verify import Findings


def main(argv: Sequence[str]) -> int:
    """Run one command: 0 done, 1 it failed and said why, 2 it was not understood."""
    told = parser().parse_args(argv)
    try:
        run: Callable[[argparse.Namespace], int] = told.run
        return run(told)
    except (LedgerRefused, OSError) as refused:
        print(refused, file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    ask = argparse.ArgumentParser(prog="alongside ledger", description=__doc__)
    commands = ask.add_subparsers(required=True, metavar="COMMAND")
    add = {name: commands.add_parser(name, help=text, description=text) for name, text in HELP.items()}
    for name in ("verify", "rebuild", "copy", "head"):
        add[name].add_argument("--ledger", help="a SQLite file or PostgreSQL address (the one of the data folder)")
    add["copy"].add_argument("to", help="an empty database: a SQLite file or a PostgreSQL address")
    for name in ("backup", "restore"):
        add[name].add_argument("file", type=Path, help="the backup")
        add[name].add_argument("--key-file", type=Path, help="encrypt with this file's content instead of a passphrase")
    for name, run in RUN.items():
        add[name].set_defaults(run=run)
    return ask


def data_folder() -> Path:
    """The data folder in force."""
    return Path(os.environ.get("ALONGSIDE_DATA", "var"))


def which(told: argparse.Namespace) -> Where:
    """The ledger meant: as told, else the one of this deployment."""
    return told.ledger or os.environ.get("ALONGSIDE_DATABASE") or data_folder() / LEDGER


def secret_of(told: argparse.Namespace, twice: bool) -> bytes:
    """The key file's content, ALONGSIDE_BACKUP_PASSPHRASE, or a passphrase asked for. Raises :class:`LedgerRefused`."""
    if told.key_file:
        return bytes(told.key_file.read_bytes())
    given = os.environ.get("ALONGSIDE_BACKUP_PASSPHRASE") or getpass.getpass("Passphrase: ")
    if twice and len(given) < 12:
        raise LedgerRefused("The passphrase is shorter than 12 characters: use a longer one, or --key-file.")
    return given.encode()


def say(found: Findings, well: str) -> int:
    """Print what was found; 1 where anything was."""
    for sentence in found.sentences:
        print(sentence, file=sys.stderr)
    print(well if found.is_whole else f"{len(found.sentences)} findings in {found.rows} rows.")
    return 0 if found.is_whole else 1


def run_verify(told: argparse.Namespace) -> int:
    found = work.verify_all(which(told))
    return say(found, f"Whole: {found.rows} rows, every hash, version, guard and word as written.")


def run_rebuild(told: argparse.Namespace) -> int:
    print(f"Rebuilt: the tables for lists and search show all rows up to {work.rebuild_all(which(told))}.")
    return 0


def run_copy(told: argparse.Namespace) -> int:
    found = work.copy_all(which(told), told.to)
    return say(found, f"Copied and verified: {found.rows} rows, ending in the same hash.")


def run_head(told: argparse.Namespace) -> int:
    identity, head = work.get_state(which(told))
    print(f"{identity.genesis} ledger {identity.id}, epoch {identity.epoch}")
    print(f"row {head.seq}, hash {head.hash.hex()}, recorded at {head.recorded_at}")
    return 0


def run_backup(told: argparse.Namespace) -> int:
    found = back_up(data_folder(), told.file.resolve(), secret_of(told, twice=True))
    return say(found, f"Backed up to {told.file} and read again: {found.rows} rows. Keep the vault's key file apart from it.")


def run_restore(told: argparse.Namespace) -> int:
    found = restore(told.file.resolve(), data_folder(), secret_of(told, twice=False), now_ms())
    return say(found, f"Restored and verified: {found.rows} rows. Put the vault's key file back before you start the server.")


HELP = {
    "verify": "look at every row, hash, guard and ciphertext; writes nothing, also beside a running server",
    "rebuild": "write the tables for lists and search anew from the facts (stop the server first)",
    "copy": "copy the ledger into an empty database, e.g. from SQLite to PostgreSQL, and verify it (stop the server first)",
    "head": "which ledger this is and where it stands",
    "backup": "write an encrypted backup and read it again to verify it; the server may run",
    "restore": "restore a backup into a data folder that holds no ledger",
}
RUN: dict[str, Callable[[argparse.Namespace], int]] = {
    "verify": run_verify, "rebuild": run_rebuild, "copy": run_copy, "head": run_head, "backup": run_backup, "restore": run_restore,
}  # fmt: skip
