"""What a backup is encrypted with."""

import argparse
import getpass
import os
from pathlib import Path

from alongside.ledger.refused import LedgerRefused

SHORTEST, SHORTEST_KEY = 12, 32


def secret_of(told: argparse.Namespace) -> bytes:
    """The key file's content, ALONGSIDE_BACKUP_PASSPHRASE, or a passphrase asked for. Raises :class:`LedgerRefused`."""
    if told.key_file:
        return read_secret(told.key_file, told.command)
    given = os.environ.get("ALONGSIDE_BACKUP_PASSPHRASE") or getpass.getpass("Passphrase: ")
    if told.command == "backup" and len(given) < SHORTEST:
        raise LedgerRefused(f"The passphrase is shorter than {SHORTEST} characters: use a longer one, or --key-file.")
    return given.encode()


def read_secret(file: Path, command: str) -> bytes:
    """What a key file of backups holds. A short one opens old backups and makes no new ones. Raises :class:`LedgerRefused`."""
    try:
        held = file.read_bytes()
    except OSError as broken:
        raise LedgerRefused(f"The key file {file} cannot be read ({broken.strerror}): see that it is there.") from broken
    if not held.strip():
        raise LedgerRefused(f"The key file {file} is empty: give the one the backup is to be encrypted with.")
    if command == "backup" and len(held) < SHORTEST_KEY:
        raise LedgerRefused(f"The key file {file} holds fewer than {SHORTEST_KEY} bytes: make one with “head -c 32 /dev/urandom > {file}”.")
    return held
