"""Reads agencies, desks and partner organisations, and sees that every first ring has somebody to answer it."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from alongside.core.codes import Origin
from alongside.core.rules import Desk, Partner
from alongside.library.programs.profile import Agency, Labels
from alongside.library.shape import Part

DUTIES = ("call_taker", "dispatcher", "supervisor", "clinician_line", "follow_up", "case_management")
NEEDED = ("dispatcher", "supervisor", "follow_up")  # each program staffs these (practice.md: crews and safety)
AGENCY_KINDS = ("call_centre", "police", "behavioural_health", "fire_ems", "facility", "county")
PARTNER_KINDS = ("crisis_line", "police", "fire_ems", "behavioural_health", "facility")


def read_agencies(program: Part) -> tuple[Agency, ...]:
    """The organisations of the program."""
    agencies = []
    for name, below in program.mapping("agencies"):
        below.only("label", "kind")
        agencies.append(Agency(name, below.words("label"), below.code("kind", AGENCY_KINDS)))
    if not agencies:
        raise program.mistake("names no agency; a program needs at least one", "agencies")
    return tuple(agencies)


class Desks(NamedTuple):
    """The desks, the origins the program answers, and names."""

    desks: tuple[Desk, ...]
    origins: frozenset[Origin]
    labels: Mapping[str, Labels]

    @property
    def duties(self) -> frozenset[str]:
        """The duties somebody sits for."""
        return frozenset(desk.duty for desk in self.desks)


def read_desks(program: Part, agencies: Collection[str]) -> Desks:
    """The desks. Every origin of the program has one that answers its first ring; so have dispatch, supervision and follow-up."""
    known = [origin.value for origin in Origin]
    origins = program.codes("origins", known)
    if not origins:
        raise program.mistake("names no origin; say who may ask for help", "origins")
    desks, labels = [], {}
    for name, below in program.mapping("desks"):
        below.only("duty", "origins", "label", "agency")
        rung = frozenset(Origin(code) for code in below.codes("origins", origins))
        labels[f"desk.{name}"] = below.words("label")
        desks.append(Desk(name, below.code("duty", DUTIES), rung, labels[f"desk.{name}"]["en"], below.code("agency", agencies)))
    found = Desks(tuple(desks), frozenset(Origin(code) for code in origins), labels)
    _check_desks(program, found)
    return found


def _check_desks(program: Part, found: Desks) -> None:
    for origin in sorted(found.origins):
        if not any(origin in desk.origins for desk in found.desks):
            raise program.mistake(f"no desk answers the origin “{origin.value}”; name it in the “origins” of a desk", "desks")
    for duty in NEEDED:
        if duty not in found.duties:
            raise program.mistake(f"has no desk with duty “{duty}”; every program staffs one", "desks")


def read_partners(program: Part) -> tuple[tuple[Partner, ...], dict[str, Labels]]:
    """Other organisations that can be responsible, reached by phone."""
    partners: list[Partner] = []
    labels: dict[str, Labels] = {}
    for name, below in program.mapping("partners"):
        below.only("label", "kind", "needs_location", "needs_call_back")
        words = below.words("label")
        labels[f"partner.{name}"] = words
        kind = below.code("kind", PARTNER_KINDS, "crisis_line")
        partners.append(Partner(name, words["en"], kind, below.flag("needs_location", True), below.flag("needs_call_back", True)))
    return tuple(partners), labels
