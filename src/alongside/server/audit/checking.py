"""Is everything that was noted still there, as it was noted? Pure: rows, heads and anchors come in, findings go out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from alongside.ledger.body import encode
from alongside.ledger.row import NO_HASH
from alongside.ledger.signatures import is_signed
from alongside.server.audit.head import Head, hash_of

Marks = Mapping[int, Sequence[Head]]  # heads by the row they speak of


class Finding(NamedTuple):
    """One thing that is wrong: a code, the row or head it is about, and a second figure where there is one."""

    code: str
    at: int
    other: int = 0


class After(NamedTuple):
    """The row before the first that is looked at."""

    seq: int = 0
    hash: bytes = NO_HASH


FIRST = After()


class Told(NamedTuple):
    """One reading as it was hashed: ``body`` is its JSON, which follows ``previous_hash``."""

    seq: int
    body: bytes
    previous_hash: bytes
    hash: bytes


def tell(row: tuple[Any, ...]) -> Told:
    """A row of the table."""
    return Told(row[0], encode(row[:-2]), bytes(row[-2]), bytes(row[-1]))


def check_reads(rows: Iterable[tuple[Any, ...]], marks: Marks, last: int, after: After = FIRST) -> Iterator[Finding]:
    """The readings: every hash, no gap, and at each head the row it signed. ``last`` is the furthest row any head speaks of."""
    return check_told(map(tell, rows), marks, last, after)


def check_told(
    rows: Iterable[tuple[int, bytes, bytes, bytes]], marks: Marks, last: int, after: After, again: Callable[[int], Told] | None = None
) -> Iterator[Finding]:
    """The same, of readings as they were hashed. ``again`` reads one whose hash is wrong once more, where JSON was not made by us."""
    previous, expected, reached = after.hash, after.seq + 1, after.seq
    for seq, body, before, hash in rows:
        # Looked at here, told there: a call for each of millions of rows that are right would cost as much as the hash.
        if seq != expected or before != previous or sha256(previous + body).digest() != hash:
            yield from check_read(again(seq) if again else Told(seq, body, before, hash), expected, previous)
        if seq in marks:
            yield from (Finding("read_not_as_signed", seq, head.seq) for head in marks[seq] if head.reads_hash != hash)
        previous, expected, reached = hash, seq + 1, seq
    if reached < last:
        yield Finding("reads_cut", reached, last)


def check_read(told: Told, expected: int, previous: bytes) -> Iterator[Finding]:
    """One reading, after the one whose hash is ``previous``."""
    if told.seq != expected:
        yield Finding("read_missing", expected, told.seq)
    if told.previous_hash != previous or sha256(told.previous_hash + told.body).digest() != told.hash:
        yield Finding("read_altered", told.seq)


def check_heads(heads: Iterable[Head], known: frozenset[str]) -> Iterator[Finding]:
    """The heads' own chain: each hash, each signature by a key that is known, no gap, nothing that goes back."""
    last: Head | None = None
    for head in heads:
        if head.seq != (last.seq + 1 if last else 1):
            yield Finding("head_missing", last.seq + 1 if last else 1, head.seq)
        if hash_of(head) != head.hash or head.previous_hash != (last.hash if last else NO_HASH):
            yield Finding("head_altered", head.seq)
        elif not is_signed(head.public_key, head.signature, head.hash):
            yield Finding("head_unsigned", head.seq)
        elif head.public_key not in known:
            yield Finding("head_unknown_key", head.seq)
        if last and head.epoch == last.epoch and _goes_back(last, head):
            yield Finding("head_goes_back", head.seq)
        last = head


def _goes_back(last: Head, head: Head) -> bool:
    return head.reads_seq < last.reads_seq or head.deeds_seq < last.deeds_seq or head.ledger_seq < last.ledger_seq


def check_deeds(rolled: Iterable[tuple[int, bytes]], heads: Sequence[Head]) -> Iterator[Finding]:
    """What was written down of accounts, against each head that signed how far it had come."""
    marks = defaultdict(list)
    for head in heads:
        marks[head.deeds_seq].append(head)
    reached = 0
    for seq, hash in rolled:
        for head in marks.pop(seq, ()):
            if head.deeds_hash != hash:
                yield Finding("deeds_not_as_signed", seq, head.seq)
        reached = seq
    marks.pop(0, None)
    for seq in sorted(marks):
        yield Finding("deeds_cut" if seq > reached else "deed_missing", seq, marks[seq][0].seq)


def check_ledger(hashes: Mapping[int, bytes], heads: Iterable[Head]) -> Iterator[Finding]:
    """The ledger's rows that heads signed: there, and the same."""
    for head in heads:
        if head.ledger_seq and head.ledger_seq not in hashes:
            yield Finding("ledger_cut", head.ledger_seq, head.seq)
        elif head.ledger_seq and hashes[head.ledger_seq] != head.ledger_hash:
            yield Finding("ledger_not_as_signed", head.ledger_seq, head.seq)


def check_anchor(kept: Iterable[Head], heads: Mapping[int, Head], restored: frozenset[str]) -> Iterator[Finding]:
    """Heads kept elsewhere: each must be here, byte for byte. ``restored`` are the ledger's epochs that a declared restore ended."""
    for head in kept:
        if not head.is_sound:
            yield Finding("anchor_altered", head.seq)
            continue
        here = heads.get(head.seq)
        if here is None or here.hash != head.hash:
            lost = "lost_by_restore" if head.epoch in restored else "rolled_back"
            yield Finding(lost if here is None or head.epoch in restored else "head_replaced", head.seq, max(heads, default=0))


NOTES = frozenset({"lost_by_restore"})  # said, but nothing is wrong with it: somebody declared a restore
