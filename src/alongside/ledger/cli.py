"""`alongside ledger verify | rebuild | copy TO | head`."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from alongside.ledger import work
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
    for name, run in RUN.items():
        add[name].set_defaults(run=run)
    return ask


def data_folder() -> Path:
    """The data folder in force."""
    return Path(os.environ.get("ALONGSIDE_DATA", "var"))


def which(told: argparse.Namespace) -> Where:
    """The ledger meant: as told, else the one of this deployment."""
    return told.ledger or os.environ.get("ALONGSIDE_DATABASE") or data_folder() / "ledger.sqlite3"


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


HELP = {
    "verify": "look at every row, hash, guard and ciphertext; writes nothing, also beside a running server",
    "rebuild": "write the tables for lists and search anew from the facts (stop the server first)",
    "copy": "copy the ledger into an empty database, e.g. from SQLite to PostgreSQL, and verify it (stop the server first)",
    "head": "which ledger this is and where it stands",
}
RUN: dict[str, Callable[[argparse.Namespace], int]] = {"verify": run_verify, "rebuild": run_rebuild, "copy": run_copy, "head": run_head}
