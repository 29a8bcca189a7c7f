"""A mapping to begin with: each field by what its name says, and by hand where it says nothing we know. Somebody must read every line."""

import json
import re
from collections.abc import Iterable, Iterator

from alongside.library.official.fields import LIST, RADIO, TEXT, TICK, FormField
from alongside.library.official.mapping import BY_HAND
from alongside.library.official.sources import Sources

# The first line of which every word stands in the field's name or in what the form says of it.
WRITTEN = (
    ("date of birth", "birth_date"), ("birth", "birth_date"), ("dob", "birth_date"), ("signature", ""), ("address", "address"),
    ("phone", "phone"), ("alias", "other_names"), ("aka", "other_names"), ("facility", "facility"), ("hospital", "facility"),
    ("officer name", "author"), ("name officer", "author"), ("applicant", "author"), ("agency", "agency"), ("title", "role"),
    ("facts", "facts"), ("circumstances", "facts"), ("behavior", "facts"), ("probable cause", "facts"), ("incident", "incident"),
    ("case number", "incident"), ("report number", "incident"), ("language", "advised_language"), ("name", "name"),
)  # fmt: skip
TIMED = (
    ("advis", "advised_at"), ("detain", "started_at"), ("begin", "started_at"), ("start", "started_at"), ("expire", "latest_at"),
    ("until", "latest_at"), ("latest", "latest_at"), ("date", "written_at"), ("time", "written_at"),
)  # fmt: skip
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")


def suggest(fields: Iterable[FormField], sources: Sources) -> Iterator[str]:
    """Lines of YAML, one a field, with what the form says of it beside."""
    for one in fields:
        if one.is_filled():
            yield f"  {json.dumps(one.name, ensure_ascii=False)}: {_guess(one, sources)}{_beside(one)}"


def _guess(one: FormField, sources: Sources) -> str:
    said = " ".join(WORD.findall(f"{one.name} {one.says}")).lower()
    if one.kind == TEXT:
        return _written(said)
    hits = [truth for truth in sorted(sources.truths) if _is_in(_last(truth), said)]
    if one.kind == TICK and len(one.options) == 1:
        return f"{{tick: {hits[0]}}}" if hits else BY_HAND
    pairs = [(truth, option) for option in one.options for truth in sorted(sources.truths) if _is_in(_last(truth), option.lower())]
    told = ", ".join(f"{truth}: {json.dumps(option, ensure_ascii=False)}" for truth, option in pairs)
    return f"{{choose: {{{told}}}}}" if told else BY_HAND


def _written(said: str) -> str:
    for words, source in WRITTEN:
        if _is_in(words, said):
            return {"": BY_HAND, "birth_date": "{time: birth_date, as: MM/DD/YYYY}"}.get(source, f"{{write: {source}}}")
    for words, source in TIMED:
        if words in said:
            shape = '"HH:MM"' if "time" in said and "date" not in said else "MM/DD/YYYY"
            return f"{{time: {source}, as: {shape}}}"
    return BY_HAND


def _last(truth: str) -> str:
    """What tells it from others of its kind: “self” of “criterion.danger_to_self”."""
    return truth.rpartition("_")[2].rpartition(".")[2]


def _is_in(words: str, said: str) -> bool:
    """Whether all of these words are among those; of longer ones their beginning is enough."""
    known = said.split()
    return bool(words) and all(any(one == word or (len(word) > 4 and one.startswith(word)) for one in known) for word in words.split())


def _beside(one: FormField) -> str:
    told = [one.kind, *([f"at most {one.most} letters"] if one.most else [])]
    told += [" | ".join(one.options)] if one.kind in (RADIO, LIST) or len(one.options) > 1 else []
    return f"  # {'; '.join(told)}{'; ' if one.says else ''}{' '.join(one.says.split())}"
