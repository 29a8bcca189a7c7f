"""Reads facts in order and keeps one row a contact. Feed it a whole ledger, then every new fact: the page stays live."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.codes import AssignmentStatus as A
from alongside.core.codes import PoliceRole
from alongside.core.dispatch import facts as d
from alongside.core.fact import Fact
from alongside.core.field import facts as s
from alongside.core.follow_up import facts as u
from alongside.core.handoff import facts as h
from alongside.core.intake import facts as i
from alongside.core.promise import facts as p
from alongside.evaluate.extract.contact import Contact, Need, Promise

THERE = frozenset({PoliceRole.PRESENT, PoliceRole.LEAD})  # staged unseen is not present
LEAVES = frozenset({A.TRANSPORTING, A.CLEARED, A.CANCELLED})


class Extract:
    """Needs by incident, contacts by episode, and who was aboard which unit."""

    def __init__(self) -> None:
        self.needs: dict[str, Need] = {}
        self.contacts: dict[str, Contact] = {}
        self.aboard: dict[str, tuple[str, frozenset[str]]] = {}  # unit -> (acts as, capabilities)

    def need(self, incident: str) -> Need:
        """The need of that incident, blank if a fact is the first to speak of it."""
        return self.needs.setdefault(incident, Need())

    def take(self, fact: Fact) -> None:
        """One more fact; kinds that no measure needs are passed over."""
        read = READ.get(type(fact))
        if read is not None:
            read(self, fact)


def _taken(extract: Extract, fact: i.CallTaken) -> None:
    extract.needs[fact.incident] = Need(fact.origin, fact.first_ring_at, language_other=fact.language not in ("", "en"))


def _level(extract: Extract, fact: i.LevelSet) -> None:
    need = extract.need(fact.incident)
    need.level, need.determined_at = fact.level, need.determined_at or fact.at


def _cancelled(extract: Extract, fact: i.IncidentCancelled) -> None:
    extract.need(fact.incident).cancelled = True


def _opened_again(extract: Extract, fact: i.IncidentOpened) -> None:
    extract.need(fact.incident).cancelled = False


def _unmet(extract: Extract, fact: d.NeedUnmet) -> None:
    extract.need(fact.incident).unmet = True


def _assigned(extract: Extract, fact: d.UnitAssigned) -> None:
    extract.need(fact.incident).assigned = True


def _crew(extract: Extract, fact: d.CrewSignedOn | d.CrewChanged) -> None:
    extract.aboard[fact.unit] = (fact.acts_as, frozenset(fact.capabilities))


def _status(extract: Extract, fact: d.StatusReported) -> None:
    need = extract.need(fact.incident)
    kind, able = extract.aboard.get(fact.unit, ("", frozenset()))
    if fact.status is A.ON_SCENE:
        need.arrived.setdefault(fact.assignment, fact.at)
        need.police_present |= "police" in able
        if need.on_scene_at is None:
            need.on_scene_at, need.crew_kind = fact.at, kind
    arrived = need.arrived.get(fact.assignment)
    if fact.status in LEAVES and arrived is not None:
        need.arrived.pop(fact.assignment)
        need.on_scene_ms = max(need.on_scene_ms, fact.at - arrived)


def _police(extract: Extract, fact: s.PoliceRoleSet) -> None:
    extract.need(fact.incident).police_present |= fact.role in THERE


def _opened(extract: Extract, fact: p.EpisodeOpened) -> None:
    extract.contacts[fact.episode] = Contact(fact.incident, fact.minor, fact.at)


def _moved(extract: Extract, fact: p.ResponsibilityTaken) -> None:
    extract.contacts[fact.episode].bases.add(fact.basis)


def _ended(extract: Extract, fact: p.EpisodeEnded) -> None:
    extract.contacts[fact.episode].ended = fact.reason


def _reopened(extract: Extract, fact: p.EpisodeReopened) -> None:
    extract.contacts[fact.episode].ended = None


def _disposed(extract: Extract, fact: s.DispositionRecorded) -> None:
    contact = extract.contacts[fact.episode]
    contact.disposition, contact.details = fact.disposition, frozenset(fact.details)


def _handed(extract: Extract, fact: h.HandedOver) -> None:
    contact = extract.contacts[fact.episode]
    contact.facility = fact.facility
    contact.drop_off_ms = None if fact.arrived_at is None else fact.at - fact.arrived_at


def _promised(extract: Extract, fact: u.FollowUpDue) -> None:
    extract.contacts[fact.episode].promises[fact.follow_up] = Promise(fact.due_at)


def _kept(extract: Extract, fact: u.FollowUpKept) -> None:
    extract.contacts[fact.episode].promises[fact.follow_up].kept_at = fact.at


def _closed(extract: Extract, fact: u.FollowUpClosed) -> None:
    extract.contacts[fact.episode].promises[fact.follow_up].closed = True


READ: Mapping[type[Fact], Callable[[Extract, Any], None]] = {
    i.CallTaken: _taken,
    i.LevelSet: _level,
    i.IncidentCancelled: _cancelled,
    i.IncidentOpened: _opened_again,
    d.NeedUnmet: _unmet,
    d.UnitAssigned: _assigned,
    d.CrewSignedOn: _crew,
    d.CrewChanged: _crew,
    d.StatusReported: _status,
    s.PoliceRoleSet: _police,
    p.EpisodeOpened: _opened,
    p.ResponsibilityTaken: _moved,
    p.EpisodeEnded: _ended,
    p.EpisodeReopened: _reopened,
    s.DispositionRecorded: _disposed,
    h.HandedOver: _handed,
    u.FollowUpDue: _promised,
    u.FollowUpKept: _kept,
    u.FollowUpClosed: _closed,
}
