"""Words of facts as whole numbers, and the rows both engines tell a fact in, so that two runs can be compared line by line."""

from functools import lru_cache
from hashlib import blake2b

from alongside.core.fact import KINDS
from alongside.core.party import Party

WIDTH = 9  # kind, at, and up to seven numbers
OPTION, MISSING = 1000, 1001  # rows below a recommendation or an unmet need: one for each option or missing kind


@lru_cache(maxsize=65_536)
def code(word: str) -> int:
    """48 bits that stand for a word; 0 for none. Two different words of one run never share them (``trace`` looks)."""
    return int.from_bytes(blake2b(word.encode(), digest_size=6).digest(), "big") if word else 0


def party_code(party: Party | None) -> int:
    """A responsible party."""
    return code(f"{party.kind}:{party.id}") if party is not None else 0


@lru_cache(maxsize=1)
def kind_numbers() -> dict[str, int]:
    """Each kind of fact has a number, by name, the same in both engines of one installation."""
    return {name: place for place, name in enumerate(sorted(KINDS))}


def number(kind: str) -> int:
    """The number of one kind. Raises ``KeyError`` for a fact the core does not know."""
    return kind_numbers()[kind]


def of_id(id: str) -> int:
    """The index in an id such as ``i0000012``; -1 where there is none."""
    return int(id[1:]) if id else -1
