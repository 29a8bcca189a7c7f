"""How often somebody may try a PIN: counted by household, in a memory that does not grow."""

from alongside.server.invitation import pace
from alongside.server.invitation.pace import TRIES, WITHIN_S, Pace


def test_01_forty_tries_and_then_a_wait() -> None:
    one = Pace()
    assert [one.allows("203.0.113.9", 1.0) for _ in range(TRIES + 1)] == [True] * TRIES + [False]
    assert one.allows("203.0.113.10", 1.0)
    assert one.allows("203.0.113.9", 1.0 + WITHIN_S)


def test_02_the_many_addresses_of_one_household_count_together() -> None:
    one = Pace()
    assert [one.allows(f"2001:db8:0:7::{at:x}", 1.0) for at in range(TRIES + 1)] == [True] * TRIES + [False]
    assert one.allows("2001:db8:0:8::1", 1.0)
    assert one.allows("not an address", 1.0)


def test_03_a_flood_of_addresses_is_forgotten_from_its_oldest() -> None:
    one, known = Pace(), pace.MOST_ADDRESSES
    for at in range(known + 500):
        assert one.allows(f"10.{at >> 16}.{at >> 8 & 255}.{at & 255}", 1.0)
    assert len(one._tries) == known
