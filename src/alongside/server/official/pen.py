"""Writes into one field after another, and remembers what it left to a pen, and why."""

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from alongside.library.official.fields import LIST, TEXT
from alongside.library.official.mapping import BY_HAND, Entry
from alongside.server.official.boxes import box_of, frame_of, size_of
from alongside.server.official.drawing import draw_tick, draw_words
from alongside.server.official.fitting import Fitted, fit
from alongside.server.official.helvetica import can_write, width_of
from alongside.server.official.known import Known
from alongside.server.official.reading import choices_of, kind_of
from alongside.server.official.sheets import Continued
from alongside.server.official.tree import Node, states_of


class Pen:
    """One filling under way: what was done, and what was left to a pen."""

    def __init__(self, writer: PdfWriter, known: Known, mark: str) -> None:
        self.writer, self.known, self.mark = writer, known, mark
        self.continued: list[Continued] = []
        self.lists: dict[str, list[str]] = {"by_hand": [], "empty": [], "unwritable": [], "continued": []}

    def fill(self, entry: Entry, node: Node) -> None:
        """One field by its own kind."""
        kind = kind_of(node)
        if entry.way == BY_HAND:
            self.lists["by_hand"].append(node.name)
        elif entry.way == "tick":
            if entry.source in self.known.truths:
                self._set(node, next((state for box in node.boxes for state in states_of(box)), ""))
        elif entry.way == "choose" and kind != LIST:
            if option := self.known.choice_of(entry):
                self._set(node, option)
        elif kind in (TEXT, LIST):
            self._write(node, self.known.choice_of(entry) if entry.way == "choose" else self.known.value_of(entry))

    def _set(self, node: Node, state: str) -> None:
        """A tick or radio button: the box that has this state shows it, the others are off."""
        name = NameObject(f"/{state or 'Yes'}")
        node.holder[NameObject("/V")] = name
        for box in node.boxes:
            states = states_of(box)
            box[NameObject("/AS")] = name if state in states or not states else NameObject("/Off")
            if not states:
                self._show(box, draw_tick(*size_of(box), frame_of(box)), str(name))

    def _write(self, node: Node, text: str) -> None:
        if not text:
            return self.lists["empty"].append(node.name)
        shown = choices_of(node.said).get(text, text)
        if not can_write(shown):
            return self.lists["unwritable"].append(node.name)
        fitted = [fit(shown, box_of(node, box)) for box in node.boxes]
        rest = max((one.rest for one in fitted), key=len)
        if rest:
            self.continued.append(Continued(node.name, rest))
            self.lists["continued"].append(node.name)
        value = "\n".join((*fitted[0].lines, self.mark)) if rest else text
        node.holder[NameObject("/V")] = TextStringObject(value)
        for box, one in zip(node.boxes, fitted, strict=True):
            self._draw(node, box, one)
        return None

    def _draw(self, node: Node, box: DictionaryObject, fitted: Fitted) -> None:
        place = box_of(node, box)
        mark = self.mark if width_of(self.mark, fitted.size) < place.width else "*"
        lines = (*fitted.lines, *(() if place.cells else (mark,))) if fitted.rest else fitted.lines
        self._show(box, draw_words(fitted._replace(lines=lines), place, frame_of(box)))

    def _show(self, box: DictionaryObject, drawn: DictionaryObject, state: str = "") -> None:
        reference = self.writer._add_object(drawn)
        shown = DictionaryObject({NameObject(state): reference}) if state else reference
        box[NameObject("/AP")] = DictionaryObject({NameObject("/N"): shown})
