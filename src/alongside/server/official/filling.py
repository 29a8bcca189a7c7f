"""The form with what is known written into its fields: the court's file as it is to the byte, our answers added behind. In memory only."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfWriter

from alongside.library.official.mapping import Filling
from alongside.server.official.known import Known
from alongside.server.official.pen import Pen
from alongside.server.official.sheets import MARKS, Continued, add_sheets
from alongside.server.official.tree import Node, list_nodes


class Filled(NamedTuple):
    """The PDF, and the fields for a pen: as the mapping says, not known, with letters the font has not, and too long for their box."""

    content: bytes
    by_hand: tuple[str, ...]
    empty: tuple[str, ...]
    unwritable: tuple[str, ...]
    continued: tuple[str, ...]


def fill(content: bytes, filling: Filling, known: Known, number: str, beside: Sequence[Continued] = ()) -> Filled:
    """Every field the mapping names, and ``beside`` on a sheet. The fields stay fields: whoever signs may still put right what they say."""
    writer = PdfWriter(BytesIO(content), incremental=True)
    form: Any = writer.root_object["/AcroForm"].get_object()
    nodes: dict[str, list[Node]] = {}
    for node in list_nodes(form):
        nodes.setdefault(node.name, []).append(node)
    pen = Pen(writer, known, MARKS[filling.language])
    for entry in filling.entries:
        for node in nodes.get(entry.field, ()):
            pen.fill(entry, node)
    add_sheets(writer, [*pen.continued, *beside], filling.title, filling.language, number)
    written = BytesIO()
    writer.write(written)
    by_hand, empty, unwritable, continued = (tuple(dict.fromkeys(left)) for left in pen.lists.values())
    return Filled(written.getvalue(), by_hand, empty, unwritable, continued)
