"""What decisions are told: the rules in force and the roads. Swapped as a whole when an agency changes its data."""

from typing import NamedTuple

from alongside.core.rules import Rules
from alongside.core.travel import Travel


class Guidance(NamedTuple):
    """Handed to every decision; the hash of the rules is kept with every request."""

    rules: Rules
    travel: Travel
