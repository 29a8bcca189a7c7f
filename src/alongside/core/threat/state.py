"""What the board remembers of a threat file: ids, codes and times. Whom it is about lies in the vault, under the file's own key."""

from dataclasses import dataclass, field

from alongside.core.party import Reference


@dataclass(slots=True)
class ThreatTask:
    """Something of the plan, owned by one person of the team until it is done or ended."""

    what: str = ""
    owner: str = ""
    due_at: int = 0
    is_overdue: bool = False
    is_open: bool = True
    done_at: int | None = None
    ended: str = ""
    words: tuple[Reference, ...] = ()


@dataclass(slots=True)
class Assessment:
    """How concerned the team was at one time, and why. What is not named nobody said."""

    at: int
    level: str
    concern: tuple[str, ...]
    protective: tuple[str, ...]
    author: str
    words: tuple[Reference, ...] = ()


@dataclass(slots=True)
class Stakeholder:
    """Somebody beside the team, without an account here; who it is lies in the vault."""

    role: str
    at: int
    author: str
    is_gone: bool = False
    words: tuple[Reference, ...] = ()


@dataclass(slots=True)
class Told:
    """Something of a health record that was told to the team, on a basis, written down in the person's accounting."""

    at: int
    basis: str
    disclosure: str
    author: str
    words: tuple[Reference, ...] = ()


@dataclass(slots=True)
class Threat:
    """One file. While it is open it has exactly one ``lead``, who answers for it, and a time at which it is looked at again."""

    index: int = 0
    id: str = ""
    person: str = ""  # the record, where it is known whose it is; the file opens nothing of that record
    because: str = ""
    opened_at: int = 0
    opened_by: str = ""
    lead: str = ""
    agency: str = ""
    since: int = 0
    members: dict[str, str] = field(default_factory=dict)  # staff: their part
    stakeholders: dict[str, Stakeholder] = field(default_factory=dict)
    assessments: list[Assessment] = field(default_factory=list)
    plan: tuple[tuple[int, str, tuple[Reference, ...]], ...] = ()  # at, author, words
    reviews: tuple[tuple[int, str, tuple[Reference, ...]], ...] = ()
    told: list[Told] = field(default_factory=list)
    tasks: dict[str, ThreatTask] = field(default_factory=dict)
    review_at: int = 0
    is_review_missed: bool = False
    offered_to: str = ""
    offered_because: str = ""
    offered_at: int = 0
    is_offer_late: bool = False
    flag: str = ""  # the item of the record that crews see, while the team says so
    closed: str = ""
    closed_at: int | None = None
    closed_by: str = ""
    signed_by: str = ""
    words: tuple[Reference, ...] = ()  # whom it is about, and why it was opened

    @property
    def is_open(self) -> bool:
        """Whether somebody answers for it."""
        return bool(self.lead)

    @property
    def level(self) -> str:
        """How concerned the team is now; "" where it has not said yet."""
        return self.assessments[-1].level if self.assessments else ""

    def list_open_tasks(self) -> list[tuple[str, ThreatTask]]:
        """(id, task), the soonest first."""
        return sorted(((id, one) for id, one in self.tasks.items() if one.is_open), key=lambda pair: pair[1].due_at)
