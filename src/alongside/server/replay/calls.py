"""The day's rows as calls that ring."""

from dataclasses import dataclass
from typing import Any

from alongside.core.codes import Level, Origin
from alongside.core.travel import Spot
from alongside.server.replay.day import Day
from alongside.server.replay.places import Beats
from alongside.server.replay.types_table import TypesTable


@dataclass(frozen=True, slots=True)
class RealCall:
    """One call of the record, with the level its type is taken to mean and where it is taken to have been."""

    incident: str
    number: str
    at: int
    type: str
    type_words: str
    level: Level
    origin: Origin
    spot: Spot | None
    uncertainty_m: int
    placed_by: str
    disposition_text: str
    disposition: str


def list_calls(day: Day, beats: Beats, types: TypesTable) -> list[RealCall]:
    """The day's rows as calls; the incident's id is opaque and made of the call's number."""
    return [_as_call(row, beats, types) for row in day.rows]


def _as_call(row: dict[str, Any], beats: Beats, types: TypesTable) -> RealCall:
    spot, uncertainty, how = beats.place(row)
    type = row["type"] or ""
    return RealCall(
        incident=f"{row['source']}-{row['ordinal']}",
        number=row["source_id"] or "",
        at=row["received_at"],
        type=type,
        type_words=row["type_words"] or type,
        level=types.get_level(type, row["priority"] or ""),
        origin=types.get_origin(type),
        spot=spot,
        uncertainty_m=uncertainty,
        placed_by=how,
        disposition_text=row["disposition_text"] or "",
        disposition=row["disposition"] or "",
    )
