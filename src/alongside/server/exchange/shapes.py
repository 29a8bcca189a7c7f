"""What the machine interface takes and gives, for its OpenAPI description. Times are ms UTC, spots [latitude, longitude] in degrees."""

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from alongside.core.codes import Origin

Degrees = Annotated[list[float], Field(min_length=2, max_length=2, description="[latitude, longitude]")]


class NewIncident(Schema):
    """A need as another system reports it. ``texts`` are words for the vault: place, summary, call_back, cad_number …"""

    origin: Origin
    first_ring_at: int | None = None
    language: str | None = None
    spot: Degrees | None = None
    uncertainty_m: int | None = None
    callback_known: bool | None = None
    texts: dict[str, str] | None = None


class NewPosition(Schema):
    """Where a unit was at a time."""

    unit: str
    spot: Degrees
    at: int | None = None


class Answered(Schema):
    """What was done."""

    id: str
    granted: Literal[True]
    facts: list[dict[str, Any]]
    ids: dict[str, Any]
    sentence: str


class NotDone(Schema):
    """Why it was not done, in one sentence."""

    granted: Literal[False]
    code: str
    parameters: dict[str, Any]
    sentence: str


class Incident(Schema):
    """An open need, by codes."""

    id: str
    number: int
    status: str
    origin: str
    level: int | None
    spot: Degrees | None
    taken_at: int
    waiting_since: int | None
    assignments: list[str]
    requirements: list[str]


class Board(Schema):
    """Open incidents as of a position of the feed."""

    position: int
    now: int
    incidents: list[Incident]


class Unit(Schema):
    """A unit."""

    id: str
    call_sign: str
    crew_kind: str
    acts_as: str
    service: str
    status: str
    status_at: int
    spot: Degrees | None


class Capacity(Schema):
    """HSDS 3.1 ``service_capacity``: what one service of a place says is free, and when it said so (ISO 8601)."""

    id: str
    service_id: str
    unit: dict[str, str]
    available: int | None
    maximum: int
    description: str
    updated: str


class Position(Schema):
    """Where a unit was last heard from."""

    unit: str
    spot: Degrees
    at: int


class Positions(Schema):
    """The latest position of each unit."""

    positions: list[Position]
