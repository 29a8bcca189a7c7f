"""Whoever changes what was noted is found: each bit, each row, the end, the whole database; by the chain, the heads, or the anchor."""

import copy
from collections.abc import Callable, Iterator
from hashlib import sha256
from random import Random
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from alongside.ledger.body import encode
from alongside.ledger.row import NO_HASH
from alongside.ledger.signatures import Ed25519
from alongside.server.audit.checking import Finding, check_anchor, check_deeds, check_heads, check_ledger, check_read, check_reads, tell
from alongside.server.audit.head import Head, Standing, hash_of

ROWS, EVERY = 1_000, 100
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KNOWN = frozenset({Ed25519(KEY).public})
Read = tuple[Any, ...]
World = tuple[list[Read], list[Head], list[tuple[int, bytes]], dict[int, bytes]]  # readings, heads, deeds, ledger


def chained(values: list[tuple[Any, ...]]) -> list[Read]:
    """Rows with their hashes, as the audit writes them."""
    rows, previous = [], NO_HASH
    for seq, told in enumerate(values, 1):
        hash = sha256(previous + encode((seq, *told))).digest()
        rows.append((seq, *told, previous, hash))
        previous = hash
    return rows


def signed(heads: list[Standing], key: Ed25519PrivateKey = KEY) -> list[Head]:
    made: list[Head] = []
    for seq, standing in enumerate(heads, 1):
        bare = Head(seq, 1_000 * seq, *standing, made[-1].hash if made else NO_HASH, b"", Ed25519(key).public, b"")
        made.append(bare._replace(hash=hash_of(bare), signature=key.sign(hash_of(bare))))
    return made


@pytest.fixture(scope="module")
def world() -> World:
    """A thousand readings, a head for each hundred, deeds and a ledger beside them."""
    dice = Random(3)
    staff = [f"staff-{n}" for n in range(9)]
    told = [
        (1_700_000_000_000 + n, dice.choice(staff), "clinician", "clinic", "m12", "response", "person", f"e{dice.randrange(50)}", "note",
         f"{dice.getrandbits(128):032x}", "shown/treatment")
        for n in range(ROWS)
    ]  # fmt: skip
    reads = chained(told)
    deeds, hash = [], NO_HASH
    for id in range(1, 201):
        hash = sha256(hash + encode([id, "signed_in"])).digest()
        deeds.append((id, hash))
    ledger = {seq: sha256(str(seq).encode()).digest() for seq in range(1, 501)}
    stands = [
        Standing("epoch-1", n, reads[n - 1][-1], n // 5, deeds[n // 5 - 1][1], n // 2, ledger[n // 2])
        for n in range(EVERY, ROWS + 1, EVERY)
    ]
    return reads, signed(stands), deeds, ledger


def findings(world: World, anchor: list[Head] | None = None) -> Iterator[Finding]:
    """Everything the verifier says of it."""
    reads, heads, deeds, ledger = world
    marks: dict[int, list[Head]] = {}
    for head in heads:
        marks.setdefault(head.reads_seq, []).append(head)
    yield from check_heads(heads, KNOWN)
    yield from check_reads(reads, marks, max((head.reads_seq for head in heads), default=0))
    yield from check_deeds(deeds, heads)
    yield from check_ledger(ledger, heads)
    if anchor is not None:
        yield from check_anchor(anchor, {head.seq: head for head in heads}, frozenset())


def is_found(world: World, anchor: list[Head] | None = None) -> bool:
    try:
        return next(findings(world, anchor), None) is not None
    except (ValueError, TypeError, OverflowError):  # what cannot even be read is found, too
        return True


def flips(value: Any) -> Iterator[Any]:
    """The value with each one of its bits turned over."""
    if isinstance(value, int):
        yield from (value ^ (1 << bit) for bit in range(63))
    else:
        raw = value.encode() if isinstance(value, str) else value
        for at in range(len(raw) * 8):
            turned = bytearray(raw)
            turned[at // 8] ^= 1 << at % 8
            yield turned.decode("latin-1") if isinstance(value, str) else bytes(turned)


def test_01_what_nobody_touched_is_whole(world: World) -> None:
    assert list(findings(world, world[1])) == []


def test_02_every_single_bit_of_every_twenty_fifth_reading(world: World) -> None:
    assert turn_every_bit(world, 25) > 40_000


@pytest.mark.deep
def test_02_deep_every_single_bit_of_a_thousand_readings(world: World) -> None:
    assert turn_every_bit(world, 1) > 1_000_000


def turn_every_bit(world: World, step: int) -> int:
    """How many bits were turned; each must have been seen."""
    reads, seen = world[0], 0
    for row in reads[::step]:
        before = reads[row[0] - 2][-1] if row[0] > 1 else NO_HASH
        for column, value in enumerate(row):
            for turned in flips(value):
                changed = (*row[:column], turned, *row[column + 1 :])
                assert next(check_read(tell(changed), row[0], before), None), (row[0], column)
                seen += 1
    return seen


def test_03_every_single_bit_of_a_head(world: World) -> None:
    heads = world[1][:2]
    for at, head in enumerate(heads):
        for column, value in enumerate(head):
            for turned in flips(value):
                changed = [*heads[:at], Head(*(*head[:column], turned, *head[column + 1 :])), *heads[at + 1 :]]
                assert is_found_in_heads(changed), (at, column)


def is_found_in_heads(heads: list[Head]) -> bool:
    try:
        return next(check_heads(heads, KNOWN), None) is not None
    except (ValueError, TypeError, OverflowError):
        return True


def delete(world: World, dice: Random) -> None:
    del world[0][dice.randrange(ROWS - 1)]


def delete_many(world: World, dice: Random) -> None:
    at = dice.randrange(ROWS - 50)
    del world[0][at : at + dice.randint(2, 40)]


def insert(world: World, dice: Random) -> None:
    at = dice.randrange(1, ROWS)
    world[0].insert(at, world[0][dice.randrange(ROWS)])


def swap(world: World, dice: Random) -> None:
    one, two = dice.sample(range(ROWS), 2)
    world[0][one], world[0][two] = world[0][two], world[0][one]


def cut(world: World, dice: Random) -> None:
    del world[0][dice.randrange(ROWS - 1) :]


def cut_with_heads(world: World, dice: Random) -> None:
    """The end of everything is cut off, heads included: only the anchor knows."""
    keep = dice.randrange(1, len(world[1]))
    del world[1][keep:]
    del world[0][world[1][-1].reads_seq :]
    del world[2][world[1][-1].deeds_seq :]


def rewrite(world: World, dice: Random) -> None:
    """One row is changed and the whole chain after it made anew: the heads know."""
    told = [list(row[1:-2]) for row in world[0]]
    told[dice.randrange(ROWS)][1] = "somebody-else"
    world[0][:] = chained([tuple(one) for one in told])


def rewrite_and_sign(world: World, dice: Random) -> None:
    """… and the heads signed anew with a key of the attacker's own."""
    rewrite(world, dice)
    _sign_anew(world, Ed25519PrivateKey.from_private_bytes(dice.randbytes(32)))


def rewrite_with_our_key(world: World, dice: Random) -> None:
    """… and the heads signed anew with our own key, stolen: only the anchor knows."""
    rewrite(world, dice)
    _sign_anew(world, KEY)


def _sign_anew(world: World, key: Ed25519PrivateKey) -> None:
    stands = [Standing(*head[2:9])._replace(reads_hash=world[0][head.reads_seq - 1][-1]) for head in world[1]]
    world[1][:] = signed(stands, key)


def head_gone(world: World, dice: Random) -> None:
    del world[1][dice.randrange(len(world[1]))]


def heads_swapped(world: World, dice: Random) -> None:
    one, two = dice.sample(range(len(world[1])), 2)
    world[1][one], world[1][two] = world[1][two], world[1][one]


def deed_gone(world: World, dice: Random) -> None:
    """A row of what happened to accounts is taken out: the hashes after it roll on differently."""
    at, hash = dice.randrange(len(world[2]) - 1), NO_HASH
    kept = [id for id, _ in world[2][:at]] + [id for id, _ in world[2][at + 1 :]]
    world[2][:] = []
    for id in kept:
        hash = sha256(hash + encode([id, "signed_in"])).digest()
        world[2].append((id, hash))


def ledger_put_back(world: World, dice: Random) -> None:
    last = dice.randrange(1, 499)
    for seq in [seq for seq in world[3] if seq > last]:
        del world[3][seq]


ATTACKS: tuple[Callable[[World, Random], None], ...] = (
    delete, delete_many, insert, swap, cut, cut_with_heads, rewrite, rewrite_and_sign, rewrite_with_our_key, head_gone, heads_swapped,
    deed_gone, ledger_put_back,
)  # fmt: skip


def test_04_a_hundred_and_fifty_structural_attacks_against_the_anchored_head(world: World) -> None:
    assert attack_often(world, 150) == []


@pytest.mark.deep
def test_04_deep_ten_thousand_structural_attacks_against_the_anchored_head(world: World) -> None:
    assert attack_often(world, 10_000) == []


def attack_often(world: World, count: int) -> list[str]:
    """The attacks nobody saw."""
    anchor, dice = list(world[1]), Random(11)
    unseen = []
    for n in range(count):
        attack = ATTACKS[n % len(ATTACKS)]
        changed: World = (list(world[0]), list(world[1]), list(world[2]), dict(world[3]))
        attack(changed, dice)
        if (changed[0], changed[1], changed[2], changed[3]) != world and not is_found(changed, anchor):
            unseen.append(attack.__name__)
    return unseen


@pytest.mark.parametrize("attack", [cut_with_heads, rewrite_with_our_key])
def test_05_without_the_anchor_these_two_would_not_be_seen(world: World, attack: Callable[[World, Random], None]) -> None:
    changed = copy.copy((list(world[0]), list(world[1]), list(world[2]), dict(world[3])))
    attack(changed, Random(1))
    assert not is_found(changed)
    assert is_found(changed, list(world[1]))


def test_06_a_declared_restore_is_said_and_is_no_alarm(world: World) -> None:
    heads = list(world[1])
    here = {head.seq: head for head in heads[:5]}
    assert [one.code for one in check_anchor(heads, here, frozenset({"epoch-1"}))] == ["lost_by_restore"] * 5
    assert [one.code for one in check_anchor(heads, here, frozenset())] == ["rolled_back"] * 5
