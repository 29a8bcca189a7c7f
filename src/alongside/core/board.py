"""The board: everything the core knows now. Only :func:`apply` changes it, and it can always apply a fact."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Generic, TypeVar

from alongside.core.codes import ClockKind
from alongside.core.handoff.kept import Answers, Hold, Invitation, Restraint, Ride
from alongside.core.late.state import TakenOn
from alongside.core.party import Party
from alongside.core.person.kept import (
    Amendment,
    Approval,
    Case,
    Comparison,
    Consent,
    Copy,
    Disclosure,
    Enrollment,
    Erasure,
    Glass,
    Item,
    OftenReview,
    Person,
    Preservation,
    Release,
    Search,
    Signature,
    Suggestion,
    Threat,
)
from alongside.core.policy.state import Policy, Span
from alongside.core.referral.state import Ask, Referral
from alongside.core.state import Assignment, Episode, FollowUp, Hazard, Incident, Message, Place, Position, Report, Reservation, Unit

T = TypeVar("T")
Clock = tuple[ClockKind, str]


class Shelf(Generic[T]):
    """Things of one kind by id, in order of arrival; each keeps its index for ever."""

    __slots__ = ("_by_id", "_make")

    def __init__(self, make: Callable[..., T]) -> None:
        self._make: Callable[..., T] = make
        self._by_id: dict[str, T] = {}

    def find(self, id: str) -> T | None:
        """The thing of that id, or None."""
        return self._by_id.get(id)

    def reach(self, id: str) -> T:
        """The thing of that id, made blank if a fact is the first to speak of it."""
        thing = self._by_id.get(id)
        if thing is None:
            thing = self._by_id[id] = self._make(index=len(self._by_id), id=id)
        return thing

    def __iter__(self) -> Iterator[T]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, id: object) -> bool:
        return id in self._by_id


@dataclass(slots=True)
class Board:
    """One deployment's live state. Build it empty and apply every fact in order of ``seq``."""

    incidents: Shelf[Incident] = field(default_factory=lambda: Shelf(Incident))
    assignments: Shelf[Assignment] = field(default_factory=lambda: Shelf(Assignment))
    units: Shelf[Unit] = field(default_factory=lambda: Shelf(Unit))
    positions: Shelf[Position] = field(default_factory=lambda: Shelf(Position))
    episodes: Shelf[Episode] = field(default_factory=lambda: Shelf(Episode))
    places: Shelf[Place] = field(default_factory=lambda: Shelf(Place))
    reservations: Shelf[Reservation] = field(default_factory=lambda: Shelf(Reservation))
    answers: Answers = field(default_factory=Answers)  # how often places said yes
    rides: Shelf[Ride] = field(default_factory=lambda: Shelf(Ride))
    restraints: Shelf[Restraint] = field(default_factory=lambda: Shelf(Restraint))
    follow_ups: Shelf[FollowUp] = field(default_factory=lambda: Shelf(FollowUp))
    referrals: Shelf[Referral] = field(default_factory=lambda: Shelf(Referral))
    asks: Shelf[Ask] = field(default_factory=lambda: Shelf(Ask))  # what each organization was asked
    taken_on: dict[tuple[str, str], TakenOn] = field(default_factory=dict)  # what is late, by kind and id: who sees to it
    reports: Shelf[Report] = field(default_factory=lambda: Shelf(Report))
    messages: Shelf[Message] = field(default_factory=lambda: Shelf(Message))
    hazards: Shelf[Hazard] = field(default_factory=lambda: Shelf(Hazard))
    people: Shelf[Person] = field(default_factory=lambda: Shelf(Person))
    items: Shelf[Item] = field(default_factory=lambda: Shelf(Item))
    releases: Shelf[Release] = field(default_factory=lambda: Shelf(Release))
    preservations: Shelf[Preservation] = field(default_factory=lambda: Shelf(Preservation))
    erasures: Shelf[Erasure] = field(default_factory=lambda: Shelf(Erasure))
    consents: Shelf[Consent] = field(default_factory=lambda: Shelf(Consent))
    consent_words: dict[str, str] = field(default_factory=dict)  # vault id of a name or signature: the consent it belongs to
    consent_turn: int = 0  # how many facts about consent there were
    glasses: Shelf[Glass] = field(default_factory=lambda: Shelf(Glass))
    disclosures: Shelf[Disclosure] = field(default_factory=lambda: Shelf(Disclosure))
    copies: Shelf[Copy] = field(default_factory=lambda: Shelf(Copy))
    amendments: Shelf[Amendment] = field(default_factory=lambda: Shelf(Amendment))
    glasses_about: dict[str, tuple[str, ...]] = field(default_factory=dict)  # ids of emergency accesses by record or episode
    cases: Shelf[Case] = field(default_factory=lambda: Shelf(Case))
    threats: Shelf[Threat] = field(default_factory=lambda: Shelf(Threat))
    approvals: Shelf[Approval] = field(default_factory=lambda: Shelf(Approval))
    often: Shelf[OftenReview] = field(default_factory=lambda: Shelf(OftenReview))
    invitations: Shelf[Invitation] = field(default_factory=lambda: Shelf(Invitation))
    invitations_by_token: dict[str, str] = field(default_factory=dict)  # hash of a link: which invitation it is
    holds: Shelf[Hold] = field(default_factory=lambda: Shelf(Hold))
    hold_of: dict[str, str] = field(default_factory=dict)  # the last legal hold of an episode
    signatures: Shelf[Signature] = field(default_factory=lambda: Shelf(Signature))
    enrollments: Shelf[Enrollment] = field(default_factory=lambda: Shelf(Enrollment))  # by person
    searches: Shelf[Search] = field(default_factory=lambda: Shelf(Search))  # the latest of each incident
    brought_up: dict[str, tuple[str, ...]] = field(default_factory=dict)  # person: the incidents whose search brought them up
    comparisons: Shelf[Comparison] = field(default_factory=lambda: Shelf(Comparison))
    suggestions: Shelf[Suggestion] = field(default_factory=lambda: Shelf(Suggestion))  # pairs of records that may be of one person
    policies: Shelf[Policy] = field(default_factory=lambda: Shelf(Policy))
    policy_spans: tuple[Span, ...] = ()  # what was agreed to, by its beginning
    open_incidents: dict[str, None] = field(default_factory=dict)  # in order of arrival; what a console shows
    charges: dict[Party, dict[str, None]] = field(default_factory=dict)  # who is responsible for which open episodes
    numbers: dict[tuple[str, int], str] = field(default_factory=dict)  # which incident bore a number last, by area
    clocks: dict[Clock, int] = field(default_factory=dict)
    _clock_heap: list[tuple[int, ClockKind, str]] = field(default_factory=list)

    def is_unsigned(self, item: str) -> bool:
        """Whether somebody in training wrote this and their supervisor has not signed it."""
        owed = self.signatures.find(item)
        return owed is not None and not owed.signed_by

    def is_unapproved(self, item: str) -> bool:
        """Whether this is a piece of a crisis card that no second person has read."""
        owed = self.approvals.find(item)
        return owed is not None and not owed.approved_by

    def set_clock(self, kind: ClockKind, subject: str, due: int) -> None:
        """Start or move a timer."""
        self.clocks[(kind, subject)] = due
        heappush(self._clock_heap, (due, kind, subject))

    def stop_clock(self, kind: ClockKind, subject: str) -> None:
        """Forget a timer; nothing happens where none runs."""
        self.clocks.pop((kind, subject), None)

    def first_clock(self) -> tuple[int, ClockKind, str] | None:
        """The timer that is due first as (due, kind, subject), or None."""
        heap = self._clock_heap
        while heap and self.clocks.get((heap[0][1], heap[0][2])) != heap[0][0]:
            heappop(heap)
        return heap[0] if heap else None

    def charge(self, episode: Episode, to: Party | None) -> None:
        """Move an episode between the lists of who is responsible for what."""
        if episode.responsible is not None:
            self.charges.get(episode.responsible, {}).pop(episode.id, None)
        episode.responsible = to
        if to is not None:
            self.charges.setdefault(to, {})[episode.id] = None

    def list_charges(self, party: Party) -> tuple[str, ...]:
        """Ids of the open episodes a party is responsible for, oldest first."""
        return tuple(self.charges.get(party, ()))
