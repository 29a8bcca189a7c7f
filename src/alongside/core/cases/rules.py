"""What the library says of each kind of case: who works it, how many at most, how often, how it may end."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

WEEK_MS = 7 * 86_400_000


@dataclass(frozen=True, slots=True)
class TaskRule:
    """A task every case of the kind begins with. ``every_ms`` 0: once. ``ended_by``: roles that may end it; empty: any worker."""

    what: str
    due_ms: int
    every_ms: int = 0
    ended_by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CaseKind:
    """One kind of case as data."""

    id: str
    workers: frozenset[str]  # roles
    limit: int  # cases one worker carries
    contacts: int  # at least so many reached contacts …
    within_ms: int  # … within this time
    closings: tuple[str, ...]
    signed: frozenset[str] = frozenset()  # closings that a second person signs
    is_shared: bool = False  # the whole team of the organization answers for it around the clock
    tasks: tuple[TaskRule, ...] = ()
    steps: tuple[str, ...] = ()  # from most to least support
    referrals: tuple[str, ...] = ()  # codes of what may be asked of others: housing, coordinated entry

    @property
    def contact_every_ms(self) -> int:
        """How long after one contact the next is due."""
        return self.within_ms // self.contacts


@dataclass(frozen=True, slots=True)
class OftenRules:
    """From how many contacts within which window somebody, or a place, is put on the list that people review."""

    windows: tuple[tuple[int, int], ...]  # ms, least
    place_within_m: int


@dataclass(frozen=True, slots=True)
class CaseRules:
    """All of it."""

    kinds: Mapping[str, CaseKind]
    answer_ms: int  # how long an offer may wait for its answer before it rises
    again_ms: int  # how often what is late is said again
    often: OftenRules


NO_CASES = CaseRules(MappingProxyType({}), 86_400_000, 86_400_000, OftenRules((), 50))
