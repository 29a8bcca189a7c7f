"""What the board remembers of a case: ids, codes and times; what is said of the person is in the vault."""

from dataclasses import dataclass, field

from alongside.core.party import Reference


@dataclass(slots=True)
class Task:
    """Something to be done by a time; a recurring one comes due again when it was done."""

    what: str = ""
    due_at: int = 0
    every_ms: int = 0
    ended_by: frozenset[str] = frozenset()
    done: int = 0
    last_done_at: int | None = None
    is_overdue: bool = False
    is_open: bool = True
    ended: str = ""
    words: tuple[Reference, ...] = ()


@dataclass(slots=True)
class Goal:
    """What the person wants to reach, in their own words."""

    state: str = "open"
    at: int = 0
    words: tuple[Reference, ...] = ()


@dataclass(slots=True)
class Contact:
    """One try to be in touch, and what it brought."""

    at: int
    how: str
    outcome: str
    author: str
    words: tuple[Reference, ...] = ()


@dataclass(slots=True)
class Case:
    """Held by one ``worker``, or by one staffed ``desk`` until a worker accepts; never by both, never by nobody while it is open."""

    index: int = 0
    id: str = ""
    person: str = ""
    kind: str = ""
    worker: str = ""
    desk: str = ""
    agency: str = ""
    is_shared: bool = False
    team: frozenset[str] = frozenset()  # roles that work a shared case
    since: int = 0  # since when whoever holds it does
    because: str = ""
    opened_at: int = 0
    offered_to: str = ""
    offered_because: str = ""
    offered_at: int = 0
    is_offer_late: bool = False
    contacts: list[Contact] = field(default_factory=list)
    reached_at: int | None = None
    contact_by: int = 0
    is_contact_overdue: bool = False
    tasks: dict[str, Task] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    step: str = ""
    referrals: dict[str, tuple[str, int]] = field(default_factory=dict)  # code: state, at
    plan: tuple[tuple[int, str, tuple[Reference, ...]], ...] = ()  # at, author, words
    closed: str = ""
    closed_at: int | None = None
    closed_by: str = ""
    signed_by: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody holds it."""
        return self.closed_at is None and bool(self.worker or self.desk)

    def list_open_tasks(self) -> list[tuple[str, Task]]:
        """(id, task), the soonest first."""
        return sorted(((id, one) for id, one in self.tasks.items() if one.is_open), key=lambda pair: pair[1].due_at)

    def count_reached(self, since: int) -> int:
        """Contacts in which the person was reached, from a time on."""
        return sum(1 for one in self.contacts if one.at >= since and one.outcome in ("seen", "spoke", "came_to_us"))
