"""Reads ``fields.yaml``: the data classes, and every field of protected words in its class."""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core.sharing.terms import CLASSES
from alongside.library.shape import Part

Labels = Mapping[str, Mapping[str, str]]  # code -> language -> words


@dataclass(frozen=True)
class Fields:
    """Which class each field has, which fields somebody could be reached by, and their words; ``marks`` are D0 to D10.

    ``files`` hold no words but a file: a photo or scan.
    """

    classes: Mapping[str, str]
    reaching: frozenset[str]
    labels: Labels
    marks: Mapping[str, str]
    class_labels: Labels
    files: frozenset[str]


def read_fields(part: Part) -> Fields:
    """The fields by class. Raises ``Mistake`` for a class the core does not know, one without a field, or one left out."""
    part.only("classes", "fields")
    classes = {name: _read_class(below) for name, below in part.mapping("classes")}
    for name in classes.keys() ^ set(CLASSES):
        known = name in CLASSES
        raise part.mistake(f"“{name}” is {'missing here' if known else 'not a data class'}; write {', '.join(CLASSES)}", "classes")
    fields = dict(part.mapping("fields"))
    by_class = {name: _class_of(below) for name, below in fields.items()}
    for name in CLASSES:
        if name not in by_class.values():
            raise part.mistake(f"no field has the class “{name}”; give it at least one", "fields")
    reaching = frozenset(name for name, below in fields.items() if below.flag("reaches"))
    labels = {name: below.words("label") for name, below in fields.items()}
    marks, words = {name: mark for name, (mark, _) in classes.items()}, {name: said for name, (_, said) in classes.items()}
    files = frozenset(name for name, below in fields.items() if below.flag("file"))
    return Fields(by_class, reaching, labels, marks, words, files)


def _read_class(part: Part) -> tuple[str, Mapping[str, str]]:
    part.only("mark", "label")
    return part.text("mark"), part.words("label")


def _class_of(part: Part) -> str:
    part.only("class", "reaches", "file", "label")
    return part.code("class", CLASSES)
