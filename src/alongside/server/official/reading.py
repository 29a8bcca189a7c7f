"""What fields a form has, as whoever maps it must know them."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from alongside.library.official.fields import BUTTON, LIST, RADIO, SIGNATURE, TEXT, TICK, FormField
from alongside.server.official.tree import Node, list_nodes, states_of

PUSH, RADIOS, READ_ONLY = 17, 16, 1
UNSAID = "Yes"  # what a box is set to that draws nothing by itself: we draw it


def list_fields(content: bytes) -> list[FormField]:
    """In the form's own order. Raises ``ValueError`` where the file cannot be read as a form."""
    try:
        root: Any = PdfReader(BytesIO(content), strict=False).trailer["/Root"].get_object()
        form = root.get("/AcroForm")
        return _listed(list_nodes(form.get_object())) if form is not None else []
    except (PyPdfError, KeyError, AttributeError, TypeError, RecursionError) as broken:
        raise ValueError(f"its fields cannot be read ({type(broken).__name__})") from broken


def _listed(nodes: list[Node]) -> list[FormField]:
    """Fields of one name are one: what is written into it stands in each of its boxes."""
    found: dict[str, FormField] = {}
    for node in nodes:
        one = field_of(node)
        before = found.get(one.name)
        found[one.name] = one if before is None else before._replace(options=tuple(dict.fromkeys((*before.options, *one.options))))
    return list(found.values())


def field_of(node: Node) -> FormField:
    """One field in words."""
    kind = kind_of(node)
    options: tuple[str, ...] = ()
    if kind in (TICK, RADIO):
        options = tuple(dict.fromkeys(state for box in node.boxes for state in states_of(box))) or (UNSAID,)
    elif kind == LIST:
        options = tuple(choices_of(node.said))
    says = next((str(one["/TU"]) for one in (node.holder, *node.boxes) if "/TU" in one), "")
    return FormField(node.name, kind, options, int(node.said.get("/MaxLen", 0)) if kind == TEXT else 0, says)


def kind_of(node: Node) -> str:
    """By type and flags. What the form itself keeps from being written is a button to us: nothing is filled in."""
    told = str(node.said["/FT"])
    if told == "/Btn":
        return BUTTON if node.flag(PUSH) or node.flag(READ_ONLY) else RADIO if node.flag(RADIOS) else TICK
    if node.flag(READ_ONLY):
        return BUTTON
    return {"/Tx": TEXT, "/Ch": LIST, "/Sig": SIGNATURE}.get(told, BUTTON)


def choices_of(said: Mapping[str, Any]) -> dict[str, str]:
    """What a list can be set to, and how it shows that."""
    pairs = (one.get_object() for one in said["/Opt"].get_object()) if "/Opt" in said else ()
    return {str(one[0]): str(one[1]) for one in (pair if isinstance(pair, list) else (pair, pair) for pair in pairs)}
