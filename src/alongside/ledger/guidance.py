"""What decisions are told: the rules of the files and the roads. Swapped as a whole when an agency changes its data."""

from typing import NamedTuple

from alongside.core.rules import Rules
from alongside.core.travel import Travel


class Guidance(NamedTuple):
    """Handed to every decision. The hash of what is in force then, these rules or what a policy makes of them, is kept with the request."""

    rules: Rules
    travel: Travel
