"""Where the three chains stand now."""

from alongside.ledger.genesis import get_identity
from alongside.ledger.row import NO_HASH
from alongside.ledger.schema import list_tables
from alongside.ledger.store import get_head
from alongside.server.audit.deeds import FROM_THE_FIRST, Rolled, roll
from alongside.server.audit.head import Head, Standing
from alongside.server.audit.sources import Sources


def standing_now(sources: Sources, last: Head | None) -> Standing:
    """Where the chains stand; the deeds are rolled on from the last head."""
    reads = sources.side.fetch("SELECT seq, hash FROM words_read ORDER BY seq DESC LIMIT 1") if _has_reads(sources) else []
    reads_seq, reads_hash = (reads[0][0], bytes(reads[0][1])) if reads else (0, NO_HASH)
    deeds = roll(sources.people, Rolled(last.deeds_seq, last.deeds_hash) if last else FROM_THE_FIRST)
    head = get_head(sources.ledger)
    return Standing(get_identity(sources.ledger).epoch, reads_seq, reads_hash, deeds.seq, deeds.hash, head.seq, bytes(head.hash))


def _has_reads(sources: Sources) -> bool:
    return "words_read" in list_tables(sources.side)
