"""A field of a fillable form, as whoever maps it must know it."""

from typing import NamedTuple

# What a field is to whoever fills it. A signature is always the officer's own.
TEXT, TICK, RADIO, LIST, SIGNATURE, BUTTON = "text", "tick", "radio", "list", "signature", "button"


class FormField(NamedTuple):
    """``options``: what a tick, radio or list can be set to. ``most``: how many letters it takes, 0 without limit."""

    name: str
    kind: str
    options: tuple[str, ...] = ()
    most: int = 0
    says: str = ""  # what the form tells a person who points at it

    def is_filled(self) -> bool:
        """Whether a mapping must say something of it: buttons do nothing on paper, and a signature is never ours."""
        return self.kind not in (SIGNATURE, BUTTON)
