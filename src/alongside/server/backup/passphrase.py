"""What a backup is encrypted with."""

import argparse
import getpass
import os

from alongside.ledger.refused import LedgerRefused

SHORTEST = 12


def secret_of(told: argparse.Namespace) -> bytes:
    """The key file's content, ALONGSIDE_BACKUP_PASSPHRASE, or a passphrase asked for. Raises :class:`LedgerRefused`."""
    if told.key_file:
        return bytes(told.key_file.read_bytes())
    given = os.environ.get("ALONGSIDE_BACKUP_PASSPHRASE") or getpass.getpass("Passphrase: ")
    if told.command == "backup" and len(given) < SHORTEST:
        raise LedgerRefused(f"The passphrase is shorter than {SHORTEST} characters: use a longer one, or --key-file.")
    return given.encode()
