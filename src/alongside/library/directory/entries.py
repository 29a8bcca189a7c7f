"""A book as what is kept: every object under an id of our own, so that the same file read again means the same things."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from alongside.library.directory.joining import Book
from alongside.library.directory.rows import Plain
from alongside.library.directory.spec import CHILDREN

SPACE = uuid5(NAMESPACE_URL, "https://openreferral.org/alongside")
REFERS = ("organization_id", "program_id", "location_id", "service_id", "parent_organization_id", "parent_id", "taxonomy_term_id")
KIND_OF = {"parent_organization_id": "organization", "parent_id": "taxonomy_term"}


class Entry(NamedTuple):
    """One organization or service as it is kept; ``body`` is HSDS 3.1, nested."""

    id: str
    kind: str
    body: Mapping[str, Any]


def own_id(source: str, kind: str, id: str) -> str:
    """The id as it is, where it is a UUID as HSDS 3 asks; else one that follows from source, kind and id."""
    try:
        return str(UUID(id))
    except ValueError:
        return str(uuid5(SPACE, f"{source}/{kind}/{id}"))


def entries_of(book: Book, source: str) -> list[Entry]:
    """Every organization and service, with ids of its own all the way down."""
    for one in book.services.values():
        for link in one.get("service_at_locations", ()):
            link["location"] = book.kinds["location"][str(link["location_id"])]
        if (program := book.kinds["program"].get(str(one.get("program_id", "")))) is not None:
            one["program"] = program
    for place in book.kinds["location"].values():
        if "organization_id" in place:
            book.organizations[place["organization_id"]].setdefault("locations", []).append(place)
    return list(_entries(book, source))


def _entries(book: Book, source: str) -> Iterator[Entry]:
    for kind in ("organization", "service"):
        for one in book.kinds[kind].values():
            body = _named(kind, one, source, "")
            yield Entry(body["id"], kind, body)


def _named(kind: str, one: Mapping[str, Any], source: str, above: str) -> Plain:
    """The same with our ids; what bears none gets one that follows from what it says and where."""
    id = own_id(source, kind, str(one["id"])) if "id" in one else own_id(source, kind, f"{above}/{_said(one)}")
    body: Plain = {"id": id}
    if kind == "taxonomy_term" and str(one.get("id", id)) != id:
        body["code"] = str(one["id"])  # before 3.0 the code of the taxonomy was the id
    for name, value in one.items():
        if name in CHILDREN and isinstance(value, list):
            body[name] = [_named(CHILDREN[name], part, source, f"{id}/{name}") for part in value]
        elif isinstance(value, dict):
            body[name] = _named(name, value, source, id)
        elif name in REFERS and value:
            body[name] = own_id(source, KIND_OF.get(name, name.removesuffix("_id")), str(value))
        elif name != "id":
            body[name] = value
    return body


def _said(one: Mapping[str, Any]) -> str:
    return repr(sorted((name, str(value)) for name, value in one.items()))
