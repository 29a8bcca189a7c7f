"""A program, its area and its law, compiled into the rules the core is told."""

from alongside.core.rules import Program, Rules
from alongside.library.areas import Area
from alongside.library.jurisdictions import Pack
from alongside.library.programs.canonical import hash_of
from alongside.library.programs.pieces import Pieces
from alongside.library.sharing.for_core import load_law


def compile_rules(program: Program, place: Area, pieces: Pieces, pack: Pack) -> Rules:
    """Everything the core is told, under one name. Raises ``Mistake``."""
    facilities = {facility.id: facility for facility in place.facilities}
    told = (*load_law(), pieces.cases.rules, place.local, pack.law, pieces.follow_ups.referral, pieces.cases.threat)
    name = hash_of(program, pieces.clocks, pieces.protocols, facilities, place.beats, *told)
    return Rules(name, program, pieces.clocks, pieces.protocols, facilities, place.beats, *told)
