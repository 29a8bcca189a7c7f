"""Where a county's forms lie: ``forms`` in the data folder, each PDF beside what was written about it. Nobody's words are in them."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from alongside.core.holds.rules import HoldKind, Jurisdiction
from alongside.library.jurisdictions import load_pack
from alongside.library.official.fields import FormField
from alongside.library.official.mapping import Filling, read_filling
from alongside.library.official.sources import sources_of
from alongside.library.reading import Mistake
from alongside.server.official.checking import MOST_BYTES, NoForm, check

FOLDER = "forms"


class Official(NamedTuple):
    """A form that may be filled, or why not: ``why`` is "", none, changed (another file than was checked) or misfit (the pack changed)."""

    content: bytes = b""
    filling: Filling | None = None
    why: str = ""
    more: str = ""  # the sentence for who loads forms


def law_of(jurisdiction: str, kind: str) -> tuple[Jurisdiction, HoldKind]:
    """Raises ``ValueError`` with what there is."""
    law = load_pack(jurisdiction).law
    found = law.find_kind(kind)
    if found is None:
        raise ValueError(f"{jurisdiction} knows no kind of hold “{kind}”; use one of {', '.join(one.id for one in law.kinds)}.")
    return law, found


def paths_of(data: Path, jurisdiction: str, kind: str) -> tuple[Path, Path]:
    """(PDF, mapping)."""
    stem = data / FOLDER / jurisdiction / kind
    return stem.with_suffix(".pdf"), stem.with_suffix(".yaml")


def is_loaded(data: Path, jurisdiction: str, kind: str) -> bool:
    """Whether there is one at all; whether it may be filled is looked at when it is."""
    return all(one.is_file() for one in paths_of(data, jurisdiction, kind))


def find_official(data: Path, law: Jurisdiction, kind: HoldKind) -> Official:
    """The form for this kind of hold, looked at again each time: what lies on a disk may have been changed."""
    pdf, mapping = paths_of(data, law.id, kind.id)
    if not is_loaded(data, law.id, kind.id):
        return Official(why="none")
    try:
        content = read_bytes(pdf)
        return read_official(content, pdf.name, mapping, law, kind)
    except (NoForm, OSError) as broken:
        return Official(why="changed", more=str(broken))
    except Mistake as mistake:
        return Official(why="misfit", more=str(mistake))


def read_official(content: bytes, name: str, mapping: Path, law: Jurisdiction, kind: HoldKind, unchecked: bool = False) -> Official:
    """Both read strictly; ``unchecked``: also where nobody has compared an example yet. Raises ``NoForm`` or ``Mistake``."""
    filling = read_filling(mapping, fields_of(content, name), sources_of(kind), unchecked)
    if (filling.jurisdiction, filling.kind) != (law.id, kind.id):
        raise NoForm(f"{mapping.name} is for {filling.jurisdiction}, {filling.kind}; this is {law.id}, {kind.id}.")
    if filling.sha256 != sha256(content).hexdigest():
        raise NoForm(f"{name} is another file than the mapping was written for: go through its fields again.")
    return Official(content, filling)


def read_bytes(path: Path) -> bytes:
    """The file, and no more of it than a form has."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


@lru_cache(maxsize=32)
def fields_of(content: bytes, name: str) -> tuple[FormField, ...]:
    """Its fields, once it was looked through. Raises :class:`NoForm`."""
    return tuple(check(content, name))
