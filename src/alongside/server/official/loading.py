"""``alongside jurisdiction form``: a form is put where it is found, once it and what was written about it are right."""

import os
from collections.abc import Iterator
from pathlib import Path

from alongside.library.official.mapping import unused
from alongside.library.official.sources import sources_of
from alongside.server.official.keeping import FOLDER, find_official, law_of, paths_of, read_bytes, read_official


def load(data: Path, pdf: Path, mapping: Path, jurisdiction: str, kind: str) -> Iterator[str]:
    """Into the data folder, once both are right. Raises ``NoForm``, ``Mistake`` or ``ValueError``."""
    content, (law, one) = read_bytes(pdf), law_of(jurisdiction, kind)
    filling = read_official(content, pdf.name, mapping, law, one).filling
    assert filling is not None
    targets = paths_of(data, law.id, one.id)
    targets[0].parent.mkdir(parents=True, exist_ok=True)
    for target, written in zip(targets, (content, mapping.read_bytes()), strict=True):
        replace(target, written)
    yield f"“{filling.title}” is filled for {law.id}, {one.id} from now on: {len(filling.entries)} fields, checked by {filling.checked_by}."
    if left := unused(filling, sources_of(one)):
        yield f"The form shows nothing of {', '.join(left)}: look whether it has no place for them."


def replace(target: Path, content: bytes) -> None:
    """At once or not at all."""
    beside = target.with_name(f".{target.name}.new")
    beside.write_bytes(content)
    os.replace(beside, target)


def list_forms(data: Path) -> Iterator[str]:
    """Each form that is loaded, and whether it can be filled."""
    for path in sorted((data / FOLDER).glob("*/*.pdf")):
        law, one = law_of(path.parent.name, path.stem)
        found = find_official(data, law, one)
        told = (
            f"“{found.filling.title}”, checked by {found.filling.checked_by} on {found.filling.checked_on}" if found.filling else found.more
        )
        yield f"{law.id}, {one.id}: {told or 'its mapping is missing'}"
