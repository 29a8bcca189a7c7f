"""Reads what a county wrote about its form: one line a field, each saying where it comes from or that it is written by hand."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from alongside.library.official.fields import LIST, RADIO, TEXT, TICK, FormField
from alongside.library.official.sources import SHAPES, Sources
from alongside.library.reading import read_yaml
from alongside.library.shape import LANGUAGES, Part

BY_HAND = "by_hand"
WAYS = ("write", "time", "as", "tick", "choose")
FITS = {"write": (TEXT,), "time": (TEXT,), "tick": (TICK,), "choose": (RADIO, LIST, TICK)}


class Entry(NamedTuple):
    """One field. ``way``: by_hand, write, time, tick, choose; ``choices``: (what is so, option); the first true one wins."""

    field: str
    way: str
    source: str = ""
    shape: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    def names(self) -> tuple[str, ...]:
        """What it is filled from."""
        return tuple(one for one, _ in self.choices) if self.way == "choose" else (self.source,) if self.source else ()


class Filling(NamedTuple):
    """A whole mapping. ``sha256`` is that of the one form it was checked with, ``checked_by`` who compared a filled example with it."""

    title: str
    language: str
    jurisdiction: str
    kind: str
    sha256: str
    checked_by: str
    checked_on: date
    entries: tuple[Entry, ...]


def read_filling(path: Path, fields: Sequence[FormField], sources: Sources, unchecked: bool = False) -> Filling:
    """``unchecked``: also where nobody compared an example yet. Raises ``Mistake``: file, line, field, what is unmapped or not there."""
    part = Part(read_yaml(path))
    part.only("form", "fields")
    told = part.at("form")
    told.only("title", "language", "jurisdiction", "kind", "sha256", "checked")
    entries = _read_fields(part, {one.name: one for one in fields}, sources)
    named = (told.text("title"), told.code("language", LANGUAGES), told.code("jurisdiction"), told.code("kind"), told.text("sha256"))
    checked = ("", date.min) if unchecked and not told.has("checked") else _read_checked(told)
    return Filling(*named, *checked, entries)


def _read_checked(told: Part) -> tuple[str, date]:
    """Who compared a filled example with the form, and when: a form that nobody looked at is filled for nobody."""
    if not told.has("checked"):
        raise told.mistake("is missing: fill an example, compare it with the form, and write down who did and when", "checked")
    checked = told.at("checked")
    checked.only("by", "on")
    on = checked.at("on").value
    if not isinstance(on, date) or isinstance(on, datetime):
        raise checked.mistake("must be a day such as 2026-07-01", "on")
    return checked.text("by"), on


def unused(filling: Filling, sources: Sources) -> list[str]:
    """Grounds and notices that the form does not show: worth a look, since a form may well have no place for them."""
    named = {name for one in filling.entries for name in one.names()}
    return sorted(one for one in sources.truths if one.startswith(("criterion.", "notice.")) and one not in named)


def _read_fields(part: Part, known: Mapping[str, FormField], sources: Sources) -> tuple[Entry, ...]:
    found = {name: _read_entry(name, below, part, known, sources) for name, below in part.mapping("fields")}
    left = [name for name, one in known.items() if one.is_filled() and name not in found]
    if left:
        names = ", ".join(f"“{name}”" for name in left)
        raise part.mistake(f"says nothing of {names}: say where each comes from, or {BY_HAND}", "fields")
    if not any(one.way != BY_HAND for one in found.values()):
        raise part.mistake("fills nothing: every field is written by hand", "fields")
    return tuple(found.values())


def _read_entry(name: str, below: Part, part: Part, known: Mapping[str, FormField], sources: Sources) -> Entry:
    field = known.get(name)
    if field is None:
        raise part.mistake("is no field of this form; “alongside jurisdiction form fields FORM.pdf” lists them", "fields", name)
    if below.value == BY_HAND:
        return Entry(name, BY_HAND)
    below.only(*WAYS)
    ways = [way for way in FITS if below.has(way)]
    if len(ways) != 1:
        raise below.mistake(f"must say one of {', '.join(FITS)}, or be {BY_HAND}")
    way = ways[0]
    if field.kind not in FITS[way]:
        raise below.mistake(f"is a {field.kind} on the form, which nothing can {way}", way)
    if way == "choose":
        return Entry(name, way, choices=_read_choices(below, field, sources))
    among = {"write": sources.words, "time": sources.moments, "tick": sources.truths}[way]
    source, shape = below.text(way), below.text("as") if way == "time" else ""
    _must_be_among(below, way, source, among)
    if way == "time":
        _must_be_among(below, "as", shape, SHAPES)
    if way == "tick" and len(field.options) != 1:
        raise below.mistake(f"has several boxes ({', '.join(field.options)}): say with “choose” which one", way)
    return Entry(name, way, source, shape)


def _read_choices(below: Part, field: FormField, sources: Sources) -> tuple[tuple[str, str], ...]:
    found = []
    for source, _ in below.mapping("choose"):
        _must_be_among(below.at("choose"), source, source, sources.truths)
        option = below.at("choose").text(source)
        _must_be_among(below.at("choose"), source, option, field.options)
        found.append((source, option))
    return tuple(found)


def _must_be_among(part: Part, key: str, value: str, among: object) -> None:
    allowed = sorted(among)  # type: ignore[call-overload]
    if value not in allowed:
        raise part.mistake(f"“{value}” is not known here; use one of {', '.join(allowed)}", key)
