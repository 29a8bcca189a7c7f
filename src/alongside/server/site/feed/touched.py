"""Which things on the board a fact speaks of, and which seats those concern."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, NamedTuple

from alongside.core.board import Board
from alongside.core.codes import PartyKind
from alongside.core.fact import Fact
from alongside.core.geography.distance import metres_between
from alongside.core.geography.hazards import HAZARD_WITHIN_M
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.party import Party
from alongside.core.state import Incident
from alongside.server.site.record_facts import is_heard_of

DIRECT = {
    "incident": "incidents",
    "other": "incidents",
    "unit": "units",
    "position": "desks",
    "facility": "places",
    "follow_up": "follow_ups",
}
THROUGH = ("episode", "assignment", "reservation", "follow_up", "subject", "person")
PARTIES = ("responsible", "taken_from", "taken_by", "to", "handed_by", "owner")


class Touched(NamedTuple):
    """Ids by kind. Several are joined with :func:`join`."""

    incidents: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    desks: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    follow_ups: frozenset[str] = frozenset()


def join(several: Iterable[Touched]) -> Touched:
    """All ids of several."""
    found: list[set[str]] = [set() for _ in Touched._fields]
    for one in several:
        for total, part in zip(found, one, strict=True):
            total |= part
    return Touched(*map(frozenset, found))


def _names(kind: type[Fact]) -> frozenset[str]:
    if kind not in _known:
        _known[kind] = frozenset(field.name for field in fields(kind))
    return _known[kind]


_known: dict[type[Fact], frozenset[str]] = {}


def touched_by(board: Board, fact: Fact) -> Touched | None:
    """What a fact that was just applied speaks of; None where no screen is told of it."""
    if not is_heard_of(board, fact):
        return None
    found: dict[str, set[str]] = {name: set() for name in Touched._fields}
    names = _names(type(fact))
    for name in names & DIRECT.keys():
        found[DIRECT[name]].add(getattr(fact, name))
    for name in names & set(THROUGH):
        _through(board, name, getattr(fact, name), found)
    for name in names & set(PARTIES):
        _party(getattr(fact, name), found)
    _whose_people_changed(board, fact, found)
    if "hazard" in names:
        found["incidents"] |= set(_open_at_hazard(board, fact))
    return Touched(*(frozenset(one) - {""} for one in found.values()))


def _through(board: Board, name: str, id: str, found: dict[str, set[str]]) -> None:
    if name == "assignment" and (sent := board.assignments.find(id)):
        found["incidents"].add(sent.incident)
        found["units"].add(sent.unit)
    if name == "episode" and (episode := board.episodes.find(id)):
        found["incidents"].add(episode.incident)
    if name == "reservation" and (reservation := board.reservations.find(id)):
        found["places"].add(reservation.facility)
    if name == "person" and (person := board.people.find(id)):
        found["incidents"] |= {episode.incident for one in person.episodes if (episode := board.episodes.find(one))}
    if name == "follow_up" and (promise := board.follow_ups.find(id)) and promise.owner:
        _party(promise.owner, found)


def _party(party: Any, found: dict[str, set[str]]) -> None:
    kinds = {PartyKind.CREW: "units", PartyKind.FACILITY: "places", PartyKind.POSITION: "desks"}
    if isinstance(party, Party) and party.kind in kinds:
        found[kinds[party.kind]].add(party.id)


def _whose_people_changed(board: Board, fact: Fact, found: dict[str, set[str]]) -> None:
    """Somebody else sits there now: every row that names who is responsible changes."""
    if fact.kind in ("PositionTaken", "PositionRelieved", "PositionLeft"):
        parties = [Party(PartyKind.POSITION, id) for id in found["desks"]]
    elif fact.kind in ("CrewSignedOn", "CrewChanged"):
        parties = [Party(PartyKind.CREW, id) for id in found["units"]]
    else:
        return
    for party in parties:
        found["incidents"] |= {episode.incident for id in board.list_charges(party) if (episode := board.episodes.find(id))}


def _open_at_hazard(board: Board, fact: Any) -> Iterator[str]:
    """Who works there now must read of a hazard at once, and as soon that it is no more."""
    spot = board.hazards.reach(fact.hazard).spot
    for id in board.open_incidents if spot else ():
        there = board.incidents.reach(id).spot
        if spot and there and metres_between(spot, there) <= HAZARD_WITHIN_M:
            yield id


def seats_of(board: Board, touched: Touched) -> frozenset[str]:
    """The seats (units, desks, facilities) a change concerns."""
    seats = {*touched.units, *touched.desks, *touched.places}
    for id in touched.incidents:
        if incident := board.incidents.find(id):
            seats |= set(seats_of_incident(board, incident))
    return frozenset(seats)


def seats_of_incident(board: Board, incident: Incident) -> Iterator[str]:
    """Who has to do with an incident now: its desk, units on it, whoever is or may become responsible, places expecting its people."""
    yield incident.position
    for id in incident.assignments:
        if (sent := board.assignments.find(id)) and sent.status not in ASSIGNMENT_ENDS:
            yield sent.unit
    for id in incident.episodes:
        if episode := board.episodes.find(id):
            yield from (party.id for party in (episode.responsible, episode.offer.to) if party)
            if reservation := board.reservations.find(episode.reservation):
                yield reservation.facility
            yield from (one.owner.id for follow in episode.follow_ups if (one := board.follow_ups.find(follow)) and one.owner)
