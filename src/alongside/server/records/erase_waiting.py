"""Waits until the running server has destroyed what two people signed."""

import time
from collections.abc import Sequence

from alongside.ledger.engine import Where
from alongside.ledger.read_only import read_ledger
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.sealed import is_erased

LONGEST_WAIT_S = 40  # the server looks every ten seconds


def wait_until_erased(where: Where, owners: Sequence[tuple[str, str]]) -> bool:
    """Whether the vault has no key of any of them any more; False where nobody can say so yet."""
    end = time.monotonic() + LONGEST_WAIT_S
    while time.monotonic() < end:
        if _is_done(where, owners):
            return True
        time.sleep(0.5)
    return False


def _is_done(where: Where, owners: Sequence[tuple[str, str]]) -> bool:
    try:
        with read_ledger(where) as engine:
            return all(is_erased(engine, *owner) for owner in owners)
    except LedgerRefused:  # it was signed all the same: whoever asks again is told
        return False
