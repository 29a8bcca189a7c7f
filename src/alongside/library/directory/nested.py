"""Nested JSON as rows: each object inside another becomes a row that names what it belongs to."""

from collections.abc import Iterator, Mapping
from typing import Any

from alongside.library.directory.report import Report
from alongside.library.directory.rows import Row, put_right
from alongside.library.directory.spec import CHILDREN, ONE

MANY: Mapping[str, str] = {**CHILDREN, "services": "service", "service_taxonomys": "attribute", "regular_schedules": "schedule"}


def flatten(table: str, where: str, values: Mapping[str, Any], report: Report) -> Iterator[Row]:
    """The object's own row, after the rows of what it refers to and before the rows of what it holds."""
    own: dict[str, Any] = {}
    inside: list[tuple[str, str, dict[str, Any]]] = []
    for name, value in values.items():
        if name in ONE and isinstance(value, dict):
            yield from flatten(name, f"{where}.{name}", value, report)
            own.setdefault(f"{name}_id", value.get("id"))
        elif name in MANY and isinstance(value, list):
            inside += [(MANY[name], f"{where}.{name} {at}", one) for at, one in enumerate(value, 1) if isinstance(one, dict)]
        elif not isinstance(value, dict | list):
            own[name] = value
    report.read[table] += 1
    yield Row(table, where, put_right(table, own))
    for kind, place, one in inside:
        yield from flatten(kind, place, {**_link(table, kind, values.get("id")), **one}, report)


def _link(table: str, kind: str, id: object) -> dict[str, Any]:
    """How a row of ``kind`` names the object of ``table`` it was found in."""
    if kind == "attribute":
        return {"link_id": id, "link_entity": table}
    return {"resource_id": id, "resource_type": table} if kind == "metadata" else {f"{table}_id": id}
