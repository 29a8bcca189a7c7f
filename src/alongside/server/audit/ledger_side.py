"""What the verifier needs to know of the ledger: the rows that heads signed, and the epochs a restore ended."""

from collections.abc import Sequence

from alongside.ledger.body import decode
from alongside.ledger.engine import Engine
from alongside.ledger.genesis import STREAM
from alongside.server.audit.head import Head

BATCH = 500


def ledger_hashes(ledger: Engine, heads: Sequence[Head]) -> dict[int, bytes]:
    """Hash by seq, of those rows that are there."""
    wanted = sorted({head.ledger_seq for head in heads})
    found: dict[int, bytes] = {}
    for start in range(0, len(wanted), BATCH):
        some = wanted[start : start + BATCH]
        rows = ledger.fetch(f"SELECT seq, hash FROM fact WHERE seq IN ({', '.join('?' * len(some))})", some)
        found |= {seq: bytes(hash) for seq, hash in rows}
    return found


def ended_epochs(ledger: Engine) -> frozenset[str]:
    """The epochs before the one that runs: each was ended by a restore the ledger itself tells of."""
    rows = ledger.fetch("SELECT body FROM fact WHERE stream = ? ORDER BY seq", (STREAM,))
    return frozenset(str(decode(body)["epoch"]) for (body,) in rows[:-1])
