"""Link and PIN: made here, told once, kept as hashes only."""

from hashlib import sha256
from secrets import randbelow, token_urlsafe
from typing import NamedTuple

PIN_DIGITS = 6


class Secret(NamedTuple):
    """What is told once: ``token`` goes into the address, ``pin`` is said aloud."""

    token: str
    pin: str


def make_secret() -> Secret:
    """256 random bits for the address, six digits to be spoken."""
    return Secret(token_urlsafe(32), f"{randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}")


def hash_of_token(token: str) -> str:
    """Under which the invitation is found. The token has enough bits that nothing slower is needed."""
    return sha256(b"link\0" + token.encode()).hexdigest()


def proof_of(token: str, pin: str) -> str:
    """That somebody knows both. Salted by the token, which nobody keeps: the ledger alone cannot be tried for a PIN of six digits."""
    digits = "".join(letter for letter in pin if letter in "0123456789")
    return sha256(b"pin\0" + token.encode() + b"\0" + digits.encode()).hexdigest()
