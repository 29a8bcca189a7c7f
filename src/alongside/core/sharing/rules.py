"""Who may see what, as the library wrote it: grants, denials, fields and what a jurisdiction has in force. Frozen, compiled once."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grant:
    """One way to be shown fields of a class. Everything named must be met; of each set of ties at least one."""

    id: str
    roles: frozenset[str]
    data_class: str
    fields: frozenset[str]
    purposes: frozenset[str]
    basis: str
    ties: tuple[frozenset[str], ...] = ()
    consents: frozenset[str] = frozenset()  # empty: needs none
    ages: frozenset[str] = frozenset()  # empty: any
    is_slice: bool = False  # ends with the incident, fails open


@dataclass(frozen=True, slots=True)
class Denial:
    """What is never shown, whoever was granted it. Everything named must be met; an empty set stands for anything."""

    id: str
    reason: str
    classes: frozenset[str]
    roles: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    unless_ties: frozenset[str] = frozenset()
    unless_consents: frozenset[str] = frozenset()
    setting: str = ""  # counts only while this setting of the jurisdiction is in force
    where_contact_prohibited: bool = False
    only_reaching: bool = False  # counts for fields by which somebody can be reached


@dataclass(frozen=True, slots=True)
class Writing:
    """Who may write what into a person's record: fields by role, and each field's class."""

    fields: Mapping[str, frozenset[str]]
    classes: Mapping[str, str]


NOBODY_WRITES = Writing({}, {})


@dataclass(frozen=True, slots=True)
class Setting:
    """Something a jurisdiction's law says from a time on (ms UTC), until another."""

    id: str
    from_at: int
    until_at: int | None = None

    def is_in_force(self, now: int) -> bool:
        """Whether it holds at ``now``."""
        return self.from_at <= now and (self.until_at is None or now < self.until_at)


@dataclass(frozen=True, slots=True)
class SharingRules:
    """A whole version of the rules. ``grants`` by (role, class); ``denials`` by class; ``fields`` name their class."""

    version: str
    hash: str
    roles: frozenset[str]
    fields: Mapping[str, str]
    reaching: frozenset[str]
    grants: Mapping[tuple[str, str], tuple[Grant, ...]]
    denials: Mapping[str, tuple[Denial, ...]]
    settings: Mapping[str, Setting]
    slice_ends_ms: int
    jurisdiction: str = ""

    def list_fields(self, data_class: str) -> tuple[str, ...]:
        """The fields of a class, in the library's order."""
        return tuple(field for field, its in self.fields.items() if its == data_class)

    def is_in_force(self, setting: str, now: int) -> bool:
        """Whether the jurisdiction says so at ``now``; what it does not mention is not in force."""
        found = self.settings.get(setting)
        return found is not None and found.is_in_force(now)
