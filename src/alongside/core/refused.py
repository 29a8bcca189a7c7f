"""How the core says no: a code and parameters; the sentence is written at the edge."""

from collections.abc import Collection


class Refused(Exception):
    """The request cannot be granted. ``code`` is a catalogue key, ``parameters`` are codes and ids, never protected words."""

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters

    def __str__(self) -> str:
        listed = ", ".join(f"{name}={value}" for name, value in sorted(self.parameters.items()))
        return f"{self.code}({listed})"


def must_be_in(value: str, what: str, allowed: Collection[str]) -> None:
    """One of the list, or ``Refused("not_in_list")``."""
    if value not in allowed:
        raise Refused("not_in_list", what=what, allowed=", ".join(sorted(allowed)))
