"""What travels between whoever asks for a sweep and a machine that lives parts of it: a plan there, figures back."""

import pickle
from collections.abc import Sequence
from multiprocessing.reduction import ForkingPickler
from typing import Any

import msgspec

from alongside.twin.engine.fast import Ready
from alongside.twin.planning.figures import Figures
from alongside.twin.planning.parts import Plan
from alongside.twin.planning.scenario import Scenario


def pack(plan: Plan, ready: Ready | None) -> bytes:
    """A plan, and what it is compiled to. Opened only where the code is this one: other code may know other fields."""
    return bytes(ForkingPickler.dumps((plan.scenario, ready)))


def unpack(packed: bytes) -> tuple[Scenario, Ready | None]:
    """Only of an asker who showed the token: opening it may run code."""
    scenario, ready = pickle.loads(packed)
    return scenario, ready


def pack_figures(told: Sequence[Figures]) -> bytes:
    """To the last bit."""
    return msgspec.msgpack.encode(told, enc_hook=_plain)


def read_figures(told: bytes) -> list[Figures]:
    """By their shape: nothing in them is run. Raises ``msgspec.DecodeError`` for anything else."""
    return msgspec.msgpack.decode(told, type=list[Figures])


def _plain(number: Any) -> Any:
    """A number of numpy as one of Python."""
    return number.item()
