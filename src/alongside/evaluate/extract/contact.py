"""What is remembered of each contact while facts are read; nothing here leaves without ``release``."""

from dataclasses import dataclass, field

from alongside.core.codes import Basis, Disposition, EndReason, Level, Origin


@dataclass(slots=True)
class Need:
    """One incident, as far as the measures care."""

    origin: Origin = Origin.CALL_911
    first_ring_at: int = 0
    level: Level | None = None
    determined_at: int | None = None
    language_other: bool = False
    unmet: bool = False
    assigned: bool = False
    cancelled: bool = False
    on_scene_at: int | None = None
    crew_kind: str = ""  # the first on scene
    police_present: bool = False
    on_scene_ms: int = 0  # of the crew that stayed longest
    arrived: dict[str, int] = field(default_factory=dict)  # assignment -> when on scene


@dataclass(slots=True)
class Promise:
    """One follow-up."""

    due_at: int
    kept_at: int | None = None
    closed: bool = False


@dataclass(slots=True)
class Contact:
    """One person in one need."""

    incident: str
    minor: bool
    opened_at: int
    bases: set[Basis] = field(default_factory=set)
    disposition: Disposition | None = None
    details: frozenset[str] = frozenset()
    facility: str = ""
    drop_off_ms: int | None = None
    ended: EndReason | None = None
    promises: dict[str, Promise] = field(default_factory=dict)
