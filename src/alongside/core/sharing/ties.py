"""What ties somebody to a person or an incident right now, read from the board; the facts of a decision, never a decision."""

from collections.abc import Iterator
from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.codes import LIVE, OVER, FollowUpStatus, OfferStatus, ReservationStatus
from alongside.core.party import Actor
from alongside.core.person.state import Item, Person
from alongside.core.registry.ties import in_registry, searches_for
from alongside.core.sharing.referred import owners_of
from alongside.core.state import Episode, Incident, Reservation

OPEN = (FollowUpStatus.DUE, FollowUpStatus.TAKEN)
BOUND = (ReservationStatus.AGREED, ReservationStatus.HANDED_OVER)  # offers are de-identified until one agrees (practice.md)
LASTING = frozenset({"was_sent", "open_case", "reviews"})  # ties that an ended episode still gives
ONLY_LOOKS = frozenset({"searching"})  # ties that show something and let nobody write
SEARCHES = frozenset({"assigned", "desk", "responsible"})  # who works the need works its search


class Standing(NamedTuple):
    """How somebody stands to whom words are about. ``closed_at`` is when that incident ended, in ms UTC; ``age`` as far as it is known."""

    ties: frozenset[str] = frozenset()
    closed_at: int | None = None
    age: str = "unknown"


def standing_of(board: Board, actor: Actor, owner_kind: str, owner_id: str, now: int = 0) -> Standing:
    """How this member of staff stands to an incident, or to a person by their record or one episode. Nobody known: no ties."""
    if owner_kind == "person" and (person := board.people.find(owner_id)):
        return _to_record(board, actor, person, now)
    episode = board.episodes.find(owner_id) if owner_kind == "person" else None
    incident = board.incidents.find(episode.incident if episode else owner_id)
    people = [episode] if episode else _people(board, incident)
    ties = frozenset([*_of_incident(board, actor, incident), *(tie for one in people for tie in _of_person(board, actor, one))])
    is_over = incident is not None and incident.status not in LIVE
    ended = (incident.closed_at or 0) if incident is not None and is_over else None
    return Standing(ties, ended)


def _to_record(board: Board, actor: Actor, person: Person, now: int) -> Standing:
    """What ties through any episode that is not over; and which organization treats. An incident that is over ties only who was sent."""
    episodes = [one for id in person.episodes if (one := board.episodes.find(id))]
    of_cases = frozenset(_of_cases(board, actor, person.id))
    ties, ended = {"treatment"} if actor.agency and actor.agency in person.treated_by else set[str](), list[int | None]()
    for episode in episodes:
        through = standing_of(board, actor, "person", episode.id)
        ties |= through.ties if episode.ended is None else through.ties & LASTING
        if through.ties & {"assigned", "was_sent"}:
            ended.append(through.closed_at)
    ties |= set(_through_registry(board, actor, person.id, now))
    closed_at = None if None in ended else max((at for at in ended if at is not None), default=None)
    return Standing(frozenset(ties) | of_cases, closed_at, person.age_at(now))


def _through_registry(board: Board, actor: Actor, person: str, now: int) -> Iterator[str]:
    """Whose organization keeps the enrollment; and whoever works on a need whose search brought the person up."""
    if in_registry(board, actor, person, now):
        yield "enrolled_here"
    if any(set(_of_incident(board, actor, board.incidents.find(id))) & SEARCHES for id in searches_for(board, person, now)):
        yield "searching"


def of_item(actor: Actor, item: Item) -> frozenset[str]:
    """What ties the reader to one item: whose word it is, and written where."""
    own = {"author"} if item.author == actor.staff else set[str]()
    return frozenset(own | ({"own_agency"} if item.agency and item.agency == actor.agency else set()))


def is_contact_prohibited(board: Board, person: str) -> bool:
    """Whether reaching this person is forbidden. A prohibition past its review date still holds until somebody withdraws it."""
    known = board.people.find(person)
    records = [known, *(board.people.find(id) for id in known.linked)] if known else []  # what one record forbids, the person's others do
    items = (board.items.find(id) for record in records if record for id in record.items)
    return any(item is not None and item.field == "contact_prohibition" and not item.state for item in items)


def addressed_to(board: Board, actor: Actor) -> frozenset[str]:
    """Vault ids of the messages written to this seat, or by it, and of what a place asked back about who may come to it."""
    seat = seat_now(board, actor)
    mine = (one for one in board.messages if seat and seat in (one.to, one.sender))
    words = (*(one.words for one in mine), *(one.words for one in _asked_back(board, seat)))
    return frozenset(reference.vault_id for said in words for reference in said)


def _asked_back(board: Board, seat: str) -> Iterator[Reservation]:
    """What a place asked back, and was answered, about who may come to it: its own, from before it agreed until they come or it is over."""
    place = board.places.find(seat)
    yield from (one for id in (place.coming if place else ()) if (one := board.reservations.find(id)))


def seat_now(board: Board, actor: Actor) -> str:
    """The seat of this session, if the board agrees: who left a unit, or was relieved at a desk, no longer stands for it."""
    unit, desk = board.units.find(actor.seat), board.positions.find(actor.seat)
    left = unit is not None and unit.members and actor.staff not in {one.staff for one in unit.members}
    relieved = desk is not None and desk.staff and desk.staff != actor.staff
    return "" if left or relieved else actor.seat


def _people(board: Board, incident: Incident | None) -> list[Episode]:
    return [one for id in incident.episodes if (one := board.episodes.find(id))] if incident else []


def _of_incident(board: Board, actor: Actor, incident: Incident | None) -> Iterator[str]:
    seat = seat_now(board, actor)
    if incident is None or not seat:
        return
    desk = board.positions.find(seat)
    if desk is not None and desk.duty != "follow_up" and incident.status in LIVE:  # who follows up knows whom a promise was made to
        yield "desk"
    for id in incident.assignments:
        if (sent := board.assignments.find(id)) and sent.unit == seat:
            yield "was_sent" if sent.status in OVER else "assigned"


def _of_cases(board: Board, actor: Actor, person: str) -> Iterator[str]:
    """A case of this person is the worker's own, or their team's; a supervisor signs how it ends."""
    known = board.people.find(person)
    for id in known.cases if known else ():
        case = board.cases.find(id)
        if case is None or not case.is_open:
            continue
        if actor.staff == case.worker or (case.is_shared and actor.agency == case.agency and actor.role in case.team):
            yield "open_case"
        if actor.role == "supervisor":
            yield "reviews"


def _of_person(board: Board, actor: Actor, episode: Episode) -> Iterator[str]:
    yield from _of_cases(board, actor, episode.person)
    seat = seat_now(board, actor)
    if not seat:
        return
    if episode.responsible and episode.responsible.id == seat:
        yield "responsible"
    if episode.offer.to and episode.offer.to.id == seat and episode.offer.status is not OfferStatus.NONE:
        yield "offered"
    reservation = board.reservations.find(episode.reservation)
    if reservation and reservation.facility == seat and reservation.status in BOUND:
        yield "bound_here"
    yield from _of_promises(board, actor, seat, episode)


def _of_promises(board: Board, actor: Actor, seat: str, episode: Episode) -> Iterator[str]:
    """A promise still open: the desk that owes it works the case; a supervisor signs it off."""
    owners = {one.owner.id for id in episode.follow_ups if (one := board.follow_ups.find(id)) and one.status in OPEN and one.owner}
    owners |= owners_of(board, episode)
    desk = board.positions.find(seat)
    duties = {its.duty for id in owners if (its := board.positions.find(id))}
    if seat in owners or (desk is not None and desk.duty == "follow_up" and desk.duty in duties):
        yield "open_case"
    if owners and actor.role == "supervisor":
        yield "reviews"
