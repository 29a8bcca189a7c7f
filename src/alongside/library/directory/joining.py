"""Rows joined to organizations and services, each nested as HSDS 3.1 has it. No row goes unaccounted for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from alongside.library.directory.report import Report
from alongside.library.directory.rows import Plain, Row
from alongside.library.directory.spec import CHILDREN, ONE, PLACES, STATUSES

TOP = ("organization", "taxonomy", "taxonomy_term", "unit", "program", "location", "service", "service_at_location")
LISTS = {kind: name for name, kind in CHILDREN.items() if name not in ("additional_urls", "additional_websites")}
MOST_SAID = 20_000  # letters of who may come: beyond it nobody reads, and joining would take for ever
NAMED = ("organization", "program", "service")
# By which columns a row names what it belongs to, the narrowest first.
LINKS: Mapping[str, tuple[str, ...]] = {
    "phone": ("service_at_location", "service", "location", "contact", "organization"),
    "contact": ("service_at_location", "service", "location", "organization"),
    "schedule": ("service_at_location", "service", "location"),
    "language": ("service", "location", "phone"),
    "address": ("location",), "accessibility": ("location",), "service_area": ("service_at_location", "service"),
    "required_document": ("service",), "cost_option": ("service",), "funding": ("service", "organization"),
    "service_capacity": ("service",), "organization_identifier": ("organization",), "url": ("service", "organization"),
    "eligibility": ("service",), "attribute": ("service", "organization"), "metadata": ("service", "organization"),
}  # fmt: skip
# Beside the id, what only says where a row belongs.
BESIDE = frozenset({"id", "link_id", "link_entity", "resource_id", "resource_type", *(f"{one}_id" for of in LINKS.values() for one in of)})


@dataclass
class Book:
    """A directory: objects by kind and id."""

    kinds: dict[str, dict[str, Plain]] = field(default_factory=lambda: {kind: {} for kind in (*TOP, "contact", "phone")})

    attached: set[tuple[int, str, str]] = field(default_factory=set)  # which owner (the object itself) was told what already

    @property
    def organizations(self) -> dict[str, Plain]:
        """By id."""
        return self.kinds["organization"]

    @property
    def services(self) -> dict[str, Plain]:
        """By id, with what each holds."""
        return self.kinds["service"]


def join(rows: list[Row], report: Report) -> Book:
    """The book of these rows; what became of each is in the report."""
    book, order = Book(), {kind: place for place, kind in enumerate((*TOP, "contact", "phone"))}
    for row in sorted(rows, key=lambda one: order.get(one.table, len(order))):
        if row.table in TOP:
            _put_top(book, row, report)
        else:
            _put_child(book, row, report)
    return book


def _put_top(book: Book, row: Row, report: Report) -> None:
    """An object with an id of its own."""
    values, shelf = _plain(row, report), book.kinds[row.table]
    if "id" not in values:
        return report.refuse(row.table, row.where, "no_id")
    id = values["id"] = str(values["id"])
    if row.table in NAMED and "name" not in values:
        return report.refuse(row.table, row.where, "no_name")
    if row.table == "service_at_location" and not _place_service(book, row, values, report):
        return None
    if (before := shelf.get(id)) is not None:
        return _again(before, row, values, report)
    _refer(book, row, values, report)
    shelf[id] = values
    report.kept[row.table] += 1
    return None


def _plain(row: Row, report: Report) -> Plain:
    """The row's own fields. Some exports write words under a name that holds rows; these are remarked on and left out."""
    words = [name for name in row.values if name in CHILDREN or name in ONE]
    for name in words:
        report.remark(row.where, "words_for_rows", name)
    return {name: value for name, value in row.values.items() if name not in words}


def _again(before: Plain, row: Row, values: Plain, report: Report) -> None:
    """The same id once more: merged where nothing is said against what was said before."""
    if any(before.get(name, value) != value for name, value in values.items()):
        return report.refuse(row.table, row.where, "id_twice", values["id"])
    before.update(values)
    report.merged[row.table] += 1
    return None


def _refer(book: Book, row: Row, values: Plain, report: Report) -> None:
    """References to what is not in the file are left out and remarked on; closed words are put right."""
    for kind in ("organization", "program"):
        name = f"{kind}_id"
        if name in values and str(values[name]) not in book.kinds[kind]:
            report.remark(row.where, "names_unknown", f"{kind} {values.pop(name)}")
        elif name in values:
            values[name] = str(values[name])
    if row.table == "service":
        status = str(values.get("status", "active")).casefold()
        values["status"] = status if status in STATUSES else "inactive"
    if row.table == "location":
        values["location_type"] = values["location_type"] if values.get("location_type") in PLACES else "physical"
        _put_spot_right(values)


def _put_spot_right(values: Plain) -> None:
    """Degrees as numbers, both or none; blank is how confidential places are listed."""
    try:
        latitude, longitude = float(values.pop("latitude", "")), float(values.pop("longitude", ""))
    except (TypeError, ValueError):
        return
    if -90 <= latitude <= 90 and -180 <= longitude <= 180 and (latitude, longitude) != (0, 0):
        values |= {"latitude": latitude, "longitude": longitude}


def _place_service(book: Book, row: Row, values: Plain, report: Report) -> bool:
    """A service at a place: both must be there."""
    for kind in ("service", "location"):
        id = str(values.get(f"{kind}_id", ""))
        if id not in book.kinds[kind]:
            report.refuse(row.table, row.where, "names_unknown" if id else "names_nothing", f"{kind} {id}")
            return False
    if values["id"] not in book.kinds[row.table]:
        book.kinds["service"][str(values["service_id"])].setdefault("service_at_locations", []).append(values)
    return True


def _put_child(book: Book, row: Row, report: Report) -> None:
    """A row that belongs to an object: attached to the first one it names that is there."""
    values = _plain(row, report)
    owner, named = _owner(book, row.table, values)
    if owner is None:
        return report.refuse(row.table, row.where, "names_unknown" if named else "names_nothing", named)
    said = {name: value for name, value in values.items() if name not in BESIDE}
    if row.table in ("phone", "language") and not said.get("number" if row.table == "phone" else "name"):
        return report.refuse(row.table, row.where, "no_number" if row.table == "phone" else "says_nothing")
    if not said:
        return report.refuse(row.table, row.where, "says_nothing")
    if row.table == "eligibility":
        return _tell_eligibility(owner, row, said, report)
    return _attach(book, owner, row, values, said, report)


def _owner(book: Book, table: str, values: Plain) -> tuple[Plain | None, str]:
    """What it belongs to, and what it names if that is not there."""
    named = ""
    for kind in LINKS.get(table, ()):
        link = "link_id" if table == "attribute" else "resource_id" if table == "metadata" else f"{kind}_id"
        id = str(values.get(link) or values.get(f"{kind}_id") or "")
        if id and (owner := book.kinds[kind].get(id)) is not None:
            return owner, ""
        named = named or (f"{kind} {id}" if id else "")
    return None, named


def _tell_eligibility(owner: Plain, row: Row, said: Plain, report: Report) -> None:
    """Before 3.0 it had a table of its own."""
    text = str(said.get("eligibility") or said.get("description") or "")
    if len(owner.get("eligibility_description", "")) > MOST_SAID:
        return report.refuse(row.table, row.where, "says_too_much")
    if text in str(owner.get("eligibility_description", "")):
        report.merged[row.table] += 1
    else:
        owner["eligibility_description"] = "\n".join(part for part in (owner.get("eligibility_description"), text) if part)
        report.kept[row.table] += 1
    return None


def _attach(book: Book, owner: Plain, row: Row, values: Plain, said: Plain, report: Report) -> None:
    """Into the owner's list, once."""
    for name, kind in (("taxonomy_term", "taxonomy_term"), ("unit", "unit")):
        id = str(values.get(f"{name}_id", ""))
        if id and id not in book.kinds[kind]:
            return report.refuse(row.table, row.where, "names_unknown", f"{kind} {id}")
        if id:
            said[name] = book.kinds[kind][id]
    name = LISTS[row.table] if row.table != "url" else "additional_urls"
    told = _telling(owner, name, said)
    if told in book.attached:
        report.merged[row.table] += 1
        return None
    book.attached.add(told)
    listed: list[dict[str, Any]] = owner.setdefault(name, [])
    listed.append(said)
    if row.table in ("contact", "phone") and "id" in values:
        book.kinds[row.table].setdefault(str(values["id"]), said)
    report.kept[row.table] += 1
    return None


def _telling(owner: Plain, name: str, said: Plain) -> tuple[int, str, str]:
    """What is said to whom, to be found without comparing it with everything said before."""
    return id(owner), name, repr(sorted(said.items()))
