"""How the core asks for drive times: a protocol passed in, so the live roads and the twin's roads are interchangeable."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple, Protocol


class Spot(NamedTuple):
    """A point on the earth in integer microdegrees (WGS 84), so that equal means equal on every machine."""

    lat: int
    lon: int


class Mode(IntEnum):
    """How a crew drives."""

    NORMAL = 0
    LIGHTS = 1  # lights and sirens


class Travel(Protocol):
    """Drive times over a road network."""

    @property
    def version(self) -> str:
        """Names the road data and speeds in force, so a recorded drive time can be traced."""

    def drive_ms(self, origins: Sequence[Spot], to: Spot, mode: Mode) -> tuple[int | None, ...]:
        """Milliseconds from each origin to ``to``, in the order given; ``None`` where no road leads there."""
