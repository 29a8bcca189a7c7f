"""Blind marks: equal call-back or CAD numbers have equal marks, so they can be found without being readable."""

import hmac
from hashlib import sha256

# Which fields are marked, and what of them counts: a number is the same number however it is written.
MARKED = {"call_back": "digits", "cad_number": "letters_and_digits"}


def blind_mark(key: bytes, field: str, text: str) -> bytes | None:
    """The mark of a number said in this field; None for fields without one, and where nothing countable was said."""
    how = MARKED.get(field)
    if how is None:
        return None
    counted = "".join(letter for letter in text.casefold() if (letter.isdigit() if how == "digits" else letter.isalnum()))
    return hmac.new(key, f"{field}:{counted}".encode(), sha256).digest() if counted else None
