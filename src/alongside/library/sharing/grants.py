"""Reads ``rules.yaml``: groups of roles, grants and denials. What could never be meant is a mistake, with its line."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

from alongside.core.sharing.access import ROLES
from alongside.core.sharing.rules import Denial, Grant
from alongside.core.sharing.terms import (
    AGES,
    BASES,
    BREAKS_GLASS,
    CLASSES,
    CONSENTS,
    LAW_ENFORCEMENT,
    OPENED_BY_GLASS,
    OUTSIDERS,
    PURPOSES,
    REASONS,
    SLICE,
    TIES,
)
from alongside.library.shape import Part

T = TypeVar("T", Grant, Denial)
EVERYBODY = ROLES | OUTSIDERS
GRANT = ("id", "roles", "class", "fields", "purposes", "ties", "consents", "ages", "slice", "basis")
DENIAL = (
    "id", "reason", "classes", "roles", "purposes", "ages", "unless_ties", "unless_consents", "setting", "where_contact_prohibited",
    "only_reaching",
)  # fmt: skip
OPEN_CLASSES = (
    "public",
    "call_facts",
    "safety_flags",
)  # privacy-rules.md 3.5, rule 1: from identity on, somebody must have to do with the person


@dataclass(frozen=True)
class Around:
    """What grants may refer to."""

    groups: Mapping[str, frozenset[str]]
    fields: Mapping[str, str]
    settings: Collection[str]

    def roles(self, part: Part) -> frozenset[str]:
        """Roles and groups of roles, as roles."""
        named = part.codes("roles", (*self.groups, *EVERYBODY))
        return frozenset().union(*(self.groups.get(name, frozenset({name})) for name in named))


def read_groups(part: Part) -> dict[str, frozenset[str]]:
    """Groups of roles by name; ``everybody`` is every role there is."""
    groups = {"everybody": EVERYBODY}
    for name, below in part.mapping("groups"):
        if name in EVERYBODY or name in groups:
            raise below.mistake(f"“{name}” is a role or a group already; choose another name")
        groups[name] = frozenset(part.at("groups").codes(name, EVERYBODY))
    return groups


def read_grants(part: Part, around: Around) -> tuple[Grant, ...]:
    """All grants, each with a name of its own."""
    return _unlike([(one, _grant(one, around)) for one in part.parts("grants", least=1)])


def read_denials(part: Part, around: Around) -> tuple[Denial, ...]:
    """All denials, each with a name of its own."""
    return _unlike([(one, _denial(one, around)) for one in part.parts("denials", least=1)])


def _unlike(found: list[tuple[Part, T]]) -> tuple[T, ...]:
    seen: set[str] = set()
    for part, one in found:
        if one.id in seen:
            raise part.mistake(f"“{one.id}” is named twice; each needs a name of its own", "id")
        seen.add(one.id)
    return tuple(one for _, one in found)


def _grant(part: Part, around: Around) -> Grant:
    part.only(*GRANT)
    data_class = part.code("class", CLASSES)
    grant = Grant(
        id=part.code("id"),
        roles=around.roles(part),
        data_class=data_class,
        fields=_fields(part, data_class, around),
        purposes=frozenset(PURPOSES) if part.at("purposes").value == "all" else frozenset(part.codes("purposes", PURPOSES)),
        basis=part.code("basis", BASES),
        ties=tuple(_ties(some) for some in part.parts("ties")),
        consents=frozenset(part.codes("consents", CONSENTS)),
        ages=frozenset(part.codes("ages", AGES)),
        is_slice=part.flag("slice"),
    )
    _must_make_sense(part, grant)
    _must_be_emergency(part, grant)
    return grant


def _ties(part: Part) -> frozenset[str]:
    if not isinstance(part.value, list) or not part.value:
        raise part.mistake("must be a list of ties, of which one is enough, such as [assigned, responsible]")
    return frozenset(part.at(index).as_code(TIES) for index in range(len(part.value)))


def _fields(part: Part, data_class: str, around: Around) -> frozenset[str]:
    own = [field for field, its in around.fields.items() if its == data_class]
    return frozenset(own) if part.at("fields").value == "all" else frozenset(part.codes("fields", own))


def _must_make_sense(part: Part, grant: Grant) -> None:
    """What the law or the safety of people rules out, whatever a county writes."""
    for key in ("roles", "fields", "purposes"):
        if not getattr(grant, key):
            raise part.mistake("names nobody and nothing; write at least one", key)
    if grant.data_class not in OPEN_CLASSES and not any(grant.ties):
        raise part.mistake("must name a tie to the person: from identity on nobody sees anything without one", "ties")
    officers = grant.roles & LAW_ENFORCEMENT
    if officers and grant.data_class in ("clinical_notes", "psychotherapy_notes", "part2", "minor_consented"):
        raise part.mistake("gives officers what they may never see; leave them out", "roles")
    if officers and grant.data_class == "clinical_summary" and not (grant.is_slice and grant.fields <= SLICE):
        raise part.mistake(f"gives officers more than the slice of a live incident ({', '.join(sorted(SLICE))})", "fields")
    if grant.data_class == "part2" and not grant.consents and grant.roles != {"person"}:
        raise part.mistake("must name a consent or an emergency: Part 2 data is shown to nobody else without one", "consents")

    if grant.data_class == "psychotherapy_notes" and not _is_apart(grant):
        raise part.mistake("opens psychotherapy notes to others than their author without the consent that is for them alone", "consents")


def _is_apart(grant: Grant) -> bool:
    """By its author; or with a consent of its own, for treatment (45 CFR 164.508(a)(2))."""
    return any(some == {"author"} for some in grant.ties) or (grant.consents == {"given"} and grant.purposes <= {"treatment"})


def _must_be_emergency(part: Part, grant: Grant) -> None:
    """What an emergency can open: to clinical roles, never D6 or D8, Part 2 with the facts of 42 CFR 2.51 only."""
    if not any("break_glass" in some for some in grant.ties):
        return
    if not grant.roles <= BREAKS_GLASS:
        raise part.mistake(f"lets somebody open a record in an emergency who may not; only {', '.join(sorted(BREAKS_GLASS))} may", "roles")
    if grant.data_class not in OPENED_BY_GLASS:
        raise part.mistake("opens in an emergency what no emergency opens", "class")
    if grant.data_class == "part2" and grant.consents != {"emergency"}:
        raise part.mistake("opens Part 2 data without the facts of 42 CFR 2.51; write [emergency]", "consents")


def _denial(part: Part, around: Around) -> Denial:
    part.only(*DENIAL)
    classes = frozenset(part.codes("classes", CLASSES))
    if not classes:
        raise part.mistake("names no class; a denial is about at least one", "classes")
    return Denial(
        id=part.code("id"),
        reason=part.code("reason", REASONS),
        classes=classes,
        roles=around.roles(part),
        purposes=frozenset(part.codes("purposes", PURPOSES)),
        ages=frozenset(part.codes("ages", AGES)),
        unless_ties=frozenset(part.codes("unless_ties", TIES)),
        unless_consents=frozenset(part.codes("unless_consents", CONSENTS)),
        setting=part.code("setting", around.settings, ""),
        where_contact_prohibited=part.flag("where_contact_prohibited"),
        only_reaching=part.flag("only_reaching"),
    )
