"""Before a form is loaded: a mapping to begin with, and the form filled with invented answers for whoever checks it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from alongside.core.holds.rules import HoldKind
from alongside.library.official.mapping import Filling
from alongside.library.official.sources import SHAPES, WORDS, sources_of
from alongside.library.official.suggesting import suggest
from alongside.server.official.filling import Filled, fill
from alongside.server.official.keeping import fields_of, law_of, read_bytes, read_official
from alongside.server.official.known import Known

EXAMPLE = {
    "name": "Jordan Example", "other_names": "Jo", "birth_date": "1990-02-28", "address": "1 Invented Street", "phone": "801 555 0100",
    "facts": "An invented example, to compare the form with: nobody is meant.", "incident": "10000",
}  # fmt: skip
MOMENT = datetime(2026, 7, 1, 13, 5, tzinfo=UTC)


def propose(pdf: Path, jurisdiction: str, kind: str, title: str) -> Iterator[str]:
    """A mapping to read, put right and load."""
    content, (_, one) = read_bytes(pdf), law_of(jurisdiction, kind)
    sources = sources_of(one)
    fields = fields_of(content, pdf.name)
    yield f"# Words: {', '.join(WORDS)}"
    yield f"# Times: {', '.join(sorted(sources.moments))}; as {', '.join(SHAPES)}"
    yield f"# True or not: {', '.join(sorted(sources.truths))}"
    yield "# Read every line: each is a guess by the field’s name. Fill an example, compare, then write who checked it under “checked”."
    yield "form:"
    yield from (
        f"  title: {json.dumps(title, ensure_ascii=False)}",
        "  language: en",
        f"  jurisdiction: {jurisdiction}",
        f"  kind: {kind}",
        f"  sha256: {sha256(content).hexdigest()}",
    )
    yield "  # checked: {by: “name, office”, on: 2026-07-01}"
    yield "fields:"
    yield from suggest(fields, sources)


def example(pdf: Path, mapping: Path, jurisdiction: str, kind: str) -> Filled:
    """The form with invented answers, everything ticked that can be; also before anybody checked it: this is what they check."""
    content, (law, one) = read_bytes(pdf), law_of(jurisdiction, kind)
    found = read_official(content, pdf.name, mapping, law, one, unchecked=True)
    assert found.filling is not None
    return try_out(content, found.filling, one)


def try_out(content: bytes, filling: Filling, kind: HoldKind) -> Filled:
    """Filled with invented answers."""
    sources = sources_of(kind)
    moments = dict.fromkeys(sources.moments, MOMENT) | {"birth_date": datetime(1990, 2, 28, tzinfo=UTC)}
    words = {one: one.replace("_", " ") for one in sources.words} | EXAMPLE
    return fill(content, filling, Known(words, moments, sources.truths), EXAMPLE["incident"])
