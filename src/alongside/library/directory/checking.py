"""Whether an object is what HSDS 3.1 says of its kind: every field known, of its type, what must be there is there, ids are UUIDs."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from alongside.library.directory.entries import REFERS
from alongside.library.directory.spec import CHILDREN, ONE, SHAPES


def complaints(kind: str, value: Any, where: str = "") -> Iterator[str]:
    """What is wrong, each with where it stands; nothing for an object as it should be."""
    place, shape = where or kind, SHAPES[kind]
    if not isinstance(value, Mapping):
        yield f"{place} is no object"
        return
    yield from (f"{place} lacks {name}" for name in sorted(shape.required - value.keys()))
    for name, one in value.items():
        if name not in shape.fields:
            yield f"{place} has a field {name} that is not part of a {kind}"
        elif name in CHILDREN:
            yield from _of_list(CHILDREN[name], one, f"{place}.{name}")
        elif name in ONE:
            yield from complaints(name, one, f"{place}.{name}")
        else:
            yield from _of_plain(kind, name, one, f"{place}.{name}")


def _of_list(kind: str, value: Any, place: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{place} is no list"
        return
    for at, one in enumerate(value):
        yield from complaints(kind, one, f"{place}[{at}]")


def _of_plain(kind: str, name: str, value: Any, place: str) -> Iterator[str]:
    shape = SHAPES[kind]
    if name in shape.numbers:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield f"{place} is no number"
    elif not isinstance(value, str):
        yield f"{place} is no text"
    elif name in shape.among and value not in shape.among[name]:
        yield f"{place} is “{value}”, not one of {', '.join(shape.among[name])}"
    elif (name == "id" or name in REFERS) and not _is_uuid(value):
        yield f"{place} is no UUID"


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
