"""An agreement given by phone: who said yes, in which role, under which number, and read back. Until then it is unconfirmed."""

from collections.abc import Iterable

from alongside.core.asking import Asking
from alongside.core.codes import PartyKind
from alongside.core.party import Party, Reference
from alongside.core.refused import Refused

# Whoever is not of this house says yes on an account of their own, or by voice.
ELSEWHERE = frozenset({PartyKind.FACILITY, PartyKind.PARTNER})
SAID = ("said_by", "said_role", "said_number")  # fields of protected words: name, role, call-back number


def is_by_voice(asking: Asking, receiver: Party, by_phone: bool) -> bool:
    """Whether somebody else writes down what the receiver said: then it is held to the rules of the phone, whatever was ticked."""
    return by_phone or (receiver.kind in ELSEWHERE and asking.by.seat != receiver.id)


def said_in(words: Iterable[Reference], before: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Which of the three are written down, now or earlier."""
    told = {one.field for one in words} | set(before)
    return tuple(field for field in SAID if field in told)


def must_name_who(words: Iterable[Reference], before: tuple[str, ...], by_phone: bool, read_back: bool) -> None:
    """Nothing said by phone counts as confirmed while nobody knows who said it; unconfirmed it may be kept at once."""
    told = said_in(words, before)
    missing = [field for field in SAID if field not in told]
    if by_phone and read_back and missing:
        raise Refused("phone_who_missing", missing=",".join(missing))
