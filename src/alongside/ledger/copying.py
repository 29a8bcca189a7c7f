"""Copy a whole ledger into an empty one on another database, row for row, and verify the copy."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from alongside.ledger.engine import Engine, transaction
from alongside.ledger.parted import stream_parts
from alongside.ledger.refused import LedgerRefused
from alongside.ledger.replay import rebuild
from alongside.ledger.row import COLUMNS
from alongside.ledger.schema import install, list_tables
from alongside.ledger.store import ADD_PART, REQUEST, TOKEN, get_head, insert
from alongside.ledger.verify import Findings, verify

COPIED: dict[str, tuple[Sequence[str], str]] = {
    "fact": (COLUMNS, "seq"),
    "request": (REQUEST, "id"),
    "enclosure": (("id", "owner_kind", "owner_id", "field", "key_id", "request_id", "ciphertext", "digest"), "id"),
    "data_key": (("id", "owner_kind", "owner_id", "wrapped"), "id"),
    "blind_mark": (("enclosure_id", "owner_kind", "owner_id", "field", "mark"), "enclosure_id"),
    "finding_token": (TOKEN, "enclosure_id, token"),
    "erasure": (("owner_kind", "owner_id", "erased_at", "by"), "owner_kind, owner_id"),
}
CHUNK = 2_000


def copy_ledger(source: Engine, target: Engine) -> Findings:
    """Copy everything in one transaction, rebuild the projections, verify, and see that both end in the same hash.

    Raises :class:`LedgerRefused` where the target already holds rows or the source is not whole.
    """
    whole = verify(source)
    if not whole.is_whole:
        raise LedgerRefused(f"The ledger to copy is not whole, so nothing was copied: {whole.sentences[0]}")
    install(target)
    if get_head(target).seq:
        raise LedgerRefused("The ledger to copy into is not empty: give an empty database.")
    there = list_tables(source)
    with transaction(target):
        for table, (columns, order) in COPIED.items():
            if table in there:  # an older one knew fewer
                copy_table(source, target, table, columns, order)
        for parts in stream_parts(source):
            target.execute_many(ADD_PART, parts)
    rebuild(target)
    found = verify(target)
    if get_head(source) != get_head(target):
        found.say("The copy ends in another row than the original, which was written to meanwhile: copy again into an empty database.")
    return found


def copy_table(source: Engine, target: Engine, table: str, columns: Sequence[str], order: str) -> None:
    """All rows of one table, in order, inside the target's open transaction."""
    listed = ", ".join(f'"{column}"' for column in columns)
    rows = source.stream(f"SELECT {listed} FROM {table} ORDER BY {order}")
    for chunk in _chunks(rows):
        target.execute_many(insert(table, columns), chunk)


def _chunks(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
