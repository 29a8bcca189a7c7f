"""What ``alongside vault erase`` asks at the terminal, or reads from a pipe line by line."""

import getpass
import sys

from alongside.ledger.refused import LedgerRefused


def ask_line(prompt: str) -> str:
    """From the terminal, or one line of a pipe."""
    if sys.stdin.isatty():
        return input(prompt).strip()
    return sys.stdin.readline().strip()


def ask_secret(prompt: str) -> str:
    """From the terminal without showing it; from a pipe as one line. Raises :class:`LedgerRefused` where the pipe has ended."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt)
    line = sys.stdin.readline()
    if not line:
        raise LedgerRefused(f"Nobody answered “{prompt.strip()}”.")
    return line.rstrip("\n")
