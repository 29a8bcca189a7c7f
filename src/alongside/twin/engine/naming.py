"""How things are called in a run: ids of fixed width, so that their order as words is their order as numbers, and who asks."""

from alongside.core.clock import SYSTEM
from alongside.core.codes import Origin
from alongside.core.rules import Desk, Rules

AREA = "twin"
SUPERVISOR = "twin-supervisor"
ASKS = SYSTEM


def incident(index: int) -> str:
    """A need."""
    return f"i{index:07d}"


def episode(index: int) -> str:
    """Its one person."""
    return f"e{index:07d}"


def assignment(index: int) -> str:
    """One unit sent."""
    return f"a{index:07d}"


def unit(index: int) -> str:
    """A unit of the roster."""
    return f"u{index:07d}"


def promise(index: int) -> str:
    """A follow-up."""
    return f"f{index:07d}"


def reservation(index: int) -> str:
    """A place asked for."""
    return f"r{index:07d}"


def answers(rules: Rules, origin: Origin) -> Desk:
    """The desk that answers calls of this origin: the first that lists it, else the first call-taker, else the first desk."""
    desks = rules.program.desks
    named = [desk for desk in desks if origin in desk.origins]
    return (named or [desk for desk in desks if desk.duty == "call_taker"] or list(desks))[0]


def silence_ms(rules: Rules, duty: str, kind: str) -> int:
    """After how long a silent party of this duty or kind is an alarm, as the core counts it."""
    limits = rules.clocks.silence_ms
    return limits.get(duty, limits.get(kind, 900_000))
