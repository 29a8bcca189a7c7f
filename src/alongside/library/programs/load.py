"""Loads a program profile: its rules for the core, compiled and hashed, and its people and words for the edge."""

from functools import lru_cache
from pathlib import Path

from alongside.core.rules import Rules
from alongside.library.areas import Area, load_area
from alongside.library.jurisdictions import load_pack
from alongside.library.programs.compiled import compile_rules
from alongside.library.programs.desks import read_agencies, read_partners
from alongside.library.programs.pieces import read_pieces
from alongside.library.programs.profile import Profile
from alongside.library.programs.program import FIELDS, read_destinations, read_home, read_program
from alongside.library.programs.roster import Around, Roster, read_roster
from alongside.library.programs.sources import LIBRARY, find_folder, read_sources

Where = str | Path | Area | None


def load_rules(program: str | Path, area: Where = None) -> Rules:
    """The compiled rules of a program: by bundled name or folder; in its own area, or another. Raises ``Mistake``."""
    return load_program(program, area).rules


def load_program(program: str | Path, area: Where = None) -> Profile:
    """A whole program profile. In an area that is not its own, posts and destinations are those of that area. Raises ``Mistake``."""
    folder = find_folder(program)
    if isinstance(area, Area):
        return _read(folder, area)
    return _load(folder, changed_at(folder), area)


def changed_at(folder: Path) -> int:
    """When the newest of the files was written, so that an edited file is read again."""
    shared = (
        path
        for kind in ("policies/*.yaml", "protocols/*.yaml", "areas/*/*.yaml", "sharing/*.yaml", "jurisdictions/*.yaml")
        for path in LIBRARY.glob(kind)
    )
    return max(path.stat().st_mtime_ns for path in (*folder.glob("*.yaml"), *shared))


@lru_cache(maxsize=32)
def _load(folder: Path, _changed: int, area: str | Path | None) -> Profile:
    return _read(folder, area)


def _read(folder: Path, area: Where) -> Profile:
    sources = read_sources(folder)
    part = sources.program
    part.only(*FIELDS)
    home = read_home(part)
    place = area if isinstance(area, Area) else home if area is None else load_area(area)
    agencies = read_agencies(part)
    pieces = read_pieces(sources, [agency.id for agency in agencies])
    partners, partner_labels = read_partners(part)
    destinations = read_destinations(part, home)
    program = read_program(part, place.name, pieces, partners, destinations if place.name == home.name else ())
    around = Around(program, [agency.id for agency in agencies], pieces.staff.certificates, home, pieces.crews.hours)
    roster = _place(read_roster(sources.roster, around), home, place)
    agency_labels = {f"agency.{agency.id}": agency.labels for agency in agencies}
    pack = load_pack(part.code("jurisdiction", default="invented"))
    labels = {**pieces.labels, **partner_labels, **agency_labels, **pack.labels, "program": part.words("label")}
    rules = compile_rules(program, place, pieces, pack)
    return Profile(rules, place, agencies, roster.staff, roster.units, pieces.crews.hours, labels, part.words("about"))


def _place(roster: Roster, home: Area, place: Area) -> Roster:
    """Away from home, units are based at that area's posts, one after the other."""
    return roster if place.name == home.name else roster.based_at([post.id for post in place.posts])
