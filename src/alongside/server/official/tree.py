"""The fields of a fillable PDF, each with the boxes it has on pages. What a field says counts for everything below it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdf.generic import ArrayObject, DictionaryObject

DEEPEST, MOST = 16, 4_000
INHERITED = ("/FT", "/Ff", "/MaxLen", "/DA", "/Q", "/Opt")


class Node(NamedTuple):
    """One field: its full name, what holds its value, what it says of itself and what is said above it, and its boxes."""

    name: str
    holder: DictionaryObject
    said: dict[str, Any]
    boxes: tuple[DictionaryObject, ...]

    def flag(self, bit: int) -> bool:
        """A flag of the field, numbered from 1 as ISO 32000 does."""
        return bool(int(self.said.get("/Ff", 0)) >> (bit - 1) & 1)


def list_nodes(form: DictionaryObject) -> list[Node]:
    """Every field that holds a value, in the form's own order. Raises ``ValueError`` for a tree that no form has."""
    found: list[Node] = []
    for one in _walk(form.get("/Fields"), "", {"/DA": form.get("/DA", "/Helv 0 Tf 0 g")}, 0):
        found.append(one)
        if len(found) > MOST:
            raise ValueError("more fields than any form has")
    return found


def _walk(kids: Any, above: str, said: dict[str, Any], depth: int) -> Iterator[Node]:
    if depth > DEEPEST:
        raise ValueError("fields within fields without end")
    for one in _items(kids):
        told = said | {key: one[key] for key in INHERITED if key in one}
        name = ".".join(part for part in (above, str(one.get("/T", ""))) if part)
        below = _items(one.get("/Kids"))
        if below and any("/T" in kid for kid in below):
            yield from _walk(one["/Kids"], name, told, depth + 1)
        elif name and "/FT" in told:
            yield Node(name, one, told, tuple(below) or (one,))


def _items(kids: Any) -> list[DictionaryObject]:
    listed = kids.get_object() if kids is not None else None
    found = (one.get_object() for one in listed) if isinstance(listed, ArrayObject) else ()
    return [one for one in found if isinstance(one, DictionaryObject)]


def states_of(box: DictionaryObject) -> list[str]:
    """What a tick or radio button can be set to, besides off."""
    drawn = box.get("/AP")
    normal = drawn.get_object().get("/N") if drawn is not None else None
    listed = normal.get_object() if normal is not None else None
    return [str(one)[1:] for one in listed if one != "/Off"] if isinstance(listed, DictionaryObject) else []
