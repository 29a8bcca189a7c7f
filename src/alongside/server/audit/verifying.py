"""A whole verification: the three databases, their heads, and whatever anchors are named."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from alongside.ledger.engine import Where
from alongside.ledger.schema import list_tables, list_unguarded
from alongside.server.audit.checking import NOTES
from alongside.server.audit.finding import find_all
from alongside.server.audit.head import stream_heads
from alongside.server.audit.sources import open_sources
from alongside.server.audit.telling import say
from alongside.server.records.side import APPEND_ONLY


class Verified(NamedTuple):
    """How much was looked at, what is wrong, and what should be said though nothing is wrong with it."""

    reads: int
    heads: int
    wrong: tuple[str, ...]
    notes: tuple[str, ...]


def verify_audit(where: Where, known: frozenset[str], anchors: Iterable[Path] = ()) -> Verified:
    """Look at every row. Writes nothing; safe beside a running server. Raises :class:`LedgerRefused`, ``ValueError``, ``OSError``."""
    with open_sources(where) as sources:
        if "audit_head" not in list_tables(sources.side):
            return Verified(0, 0, ("There are no heads: this deployment has not signed its audit yet. Start it once.",), ())
        missing = [
            f"Table {table}: its append-only triggers are missing or changed." for table in list_unguarded(sources.side, APPEND_ONLY)
        ]
        heads = list(stream_heads(sources.side))
        found = list(find_all(where, sources, heads, known, list(anchors)))
        ((reads,),) = sources.side.fetch("SELECT count(*) FROM words_read")
    wrong = tuple(say(one) for one in found if one.code not in NOTES)
    return Verified(reads, len(heads), (*missing, *wrong), tuple(say(one) for one in found if one.code in NOTES))
