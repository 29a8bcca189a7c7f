"""Every check over the three databases, their heads and the anchors named."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from alongside.ledger.engine import Where, is_postgres, sqlite_path
from alongside.server.audit.anchor_file import read_anchor
from alongside.server.audit.checking import Finding, check_anchor, check_deeds, check_heads, check_ledger
from alongside.server.audit.deeds import FROM_THE_FIRST, roll_all
from alongside.server.audit.head import Head
from alongside.server.audit.ledger_side import ended_epochs, ledger_hashes
from alongside.server.audit.sources import Sources
from alongside.server.audit.stretches import check_all_reads
from alongside.server.records.side import side_path


def find_all(where: Where, sources: Sources, heads: Sequence[Head], known: frozenset[str], anchors: Sequence[Path]) -> Iterator[Finding]:
    """All that is wrong, in the order in which it is looked at."""
    marks = defaultdict(list)
    for head in heads:
        marks[head.reads_seq].append(head)
    yield from check_heads(heads, known)
    last = max((head.reads_seq for head in heads), default=0)
    side = where if is_postgres(where) else side_path(sqlite_path(where))
    yield from check_all_reads(side, sources.side, marks, last)
    yield from check_deeds(roll_all(sources.people, FROM_THE_FIRST), heads)
    yield from check_ledger(ledger_hashes(sources.ledger, heads), heads)
    restored, by_seq = ended_epochs(sources.ledger), {head.seq: head for head in heads}
    for path in anchors:
        yield from check_anchor(read_anchor(path), by_seq, restored)
