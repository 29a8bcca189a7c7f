"""``alongside vault erase``: as the page *Records* does it: shown, asked for by one person, signed by another, then done.

The same requests to the same core, so the same refusals and the same facts; the running server destroys the keys.
"""

import argparse
import getpass
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from secrets import token_urlsafe

from alongside.core.custodian.erasing import list_needs
from alongside.core.custodian.requests import ProposeErasure, SignErasure
from alongside.ledger.engine import Where
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.sealed import is_erased
from alongside.server.people.proving import prove
from alongside.server.records.erase_asking import Asked, asking
from alongside.server.records.erase_whom import Whom, find_whom
from alongside.server.records.key_file import key_path

DONE, NOT_DONE = 0, 1
LONGEST_WAIT_S = 40
NOT_YET = "Nothing is destroyed. It is proposed: another person signs it with the same command, or on the page Records."
LATER = "Signed. The server destroys the keys as soon as it runs; “alongside vault status” and the page Records say when it is done."
ERASED = "Erased for ever, in every backup, too. Copy {path}.erased to each place where the vault's key is kept."


def run_erase(told: argparse.Namespace, where: Where, data: Path) -> int:
    """Everything is said before anybody is asked. 0: erased, or could be; 1: not done."""
    with read_ledger(where) as engine:
        whom = find_whom(engine, told.kind, told.about)
    needs = list_needs(whom.board, whom.kind, whom.id)
    sys.stdout.write(whom.tell(needs) + "\n")
    if told.dry_run or needs:
        return NOT_DONE if needs else DONE
    with asking(where, data, told.program, whom.board) as asked:
        erasure = whom.waiting or _propose(told, whom, asked)
        second = told.second or ask_line("Who signs as the second person (id)? ")
        if not second:
            sys.stderr.write(NOT_YET + "\n")
            return NOT_DONE
        asked.must(SignErasure(id=token_urlsafe(16), by=prove(second, ask_secret), erasure=erasure))
    done = wait_until_erased(where, whom.owners)
    sys.stdout.write((ERASED.format(path=key_path(data)) if done else LATER) + "\n")
    return DONE


def _propose(told: argparse.Namespace, whom: Whom, asked: Asked) -> str:
    first = told.by or ask_line("Who proposes it (id)? ")
    erasure = token_urlsafe(16)
    by = prove(first, ask_secret)
    asked.must(ProposeErasure(id=token_urlsafe(16), by=by, erasure=erasure, about_kind=whom.kind, about=whom.id, ground=told.ground))
    return erasure


def wait_until_erased(where: Where, owners: Sequence[tuple[str, str]]) -> bool:
    """Whether the vault has no key of any of them any more; the server looks every ten seconds."""
    end = time.monotonic() + LONGEST_WAIT_S
    while time.monotonic() < end:
        with read_ledger(where) as engine:
            if all(is_erased(engine, *owner) for owner in owners):
                return True
        time.sleep(0.5)
    return False


def ask_line(prompt: str) -> str:
    """From the terminal, or one line of a pipe."""
    if sys.stdin.isatty():
        return input(prompt).strip()
    return sys.stdin.readline().strip()


def ask_secret(prompt: str) -> str:
    """From the terminal without showing it; from a pipe as one line."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt)
    line = sys.stdin.readline()
    if not line:
        raise LedgerRefused(f"Nobody answered “{prompt.strip()}”. Nothing is destroyed.")
    return line.rstrip("\n")
