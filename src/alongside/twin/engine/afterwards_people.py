"""Afterwards: the follow-up desk takes promises on and tries to keep them; a facility lets the person go."""

from alongside.core.codes import AttemptOutcome, EndReason, FollowUpStatus, PartyKind
from alongside.core.follow_up.requests import AttemptFollowUp, CloseFollowUp, TakeFollowUp
from alongside.core.handoff.requests import ReleasePerson, SetCapacity
from alongside.core.party import Party
from alongside.core.promise.requests import AcceptTransfer, EndEpisode, GiveSign, OfferTransfer, TakeOver
from alongside.core.state import Episode
from alongside.twin.engine import naming, state
from alongside.twin.engine.duty_people import leave_if_over
from alongside.twin.engine.floor import Floor
from alongside.twin.engine.taking_people import facility_of
from alongside.twin.planning.reading import first_try_at, is_reached

OPEN = (FollowUpStatus.DUE, FollowUpStatus.TAKEN)


def _episode(floor: Floor, incident: int) -> Episode:
    return floor.board.episodes.reach(naming.episode(incident))


def has_open(floor: Floor, episode: Episode) -> bool:
    """Whether anything is still promised."""
    return any(floor.board.follow_ups.reach(id).status in OPEN for id in episode.follow_ups)


def take_on(floor: Floor, incident: int) -> None:
    """The desk owns every promise to this person, and has the person unless a facility does."""
    episode = _episode(floor, incident)
    party = episode.responsible
    floor.ask(TakeFollowUp, episode=episode.id, position=floor.scenario.rules.get_desk("follow_up").id)
    settled = episode.disposition_at or 0
    for id in episode.follow_ups:
        due = floor.board.follow_ups.reach(id).due_at
        first = first_try_at(floor.row(incident), settled, due)
        floor.agenda.put(max(floor.now, first), state.TRY, int(id[1:]))
    if party is not None and party.kind is PartyKind.CREW:
        leave_if_over(floor, int(party.id[1:]))


def give_sign(floor: Floor, incident: int) -> None:
    """Whoever is responsible says so when seven tenths of what silence is allowed have passed; looked at again by then."""
    episode = _episode(floor, incident)
    if episode.responsible is None:
        return
    due = episode.last_sign_at + limit_ms(floor, episode.responsible) * 7 // 10
    if due <= floor.now:
        floor.ask(GiveSign, episode=episode.id)
        due = floor.now + limit_ms(floor, episode.responsible) * 7 // 10
    floor.agenda.put(due, state.SIGN, incident)


def limit_ms(floor: Floor, party: Party) -> int:
    """How long this party may be silent."""
    desk = floor.board.positions.find(party.id) if party.kind is PartyKind.POSITION else None
    return naming.silence_ms(floor.scenario.rules, desk.duty if desk else "", party.kind)


def try_again(floor: Floor, index: int) -> None:
    """One try; the last that fails is signed away by a supervisor."""
    incident, rule = floor.promises[index]
    id, episode, promised = naming.promise(index), _episode(floor, incident), floor.scenario.rules.program.follow_ups[rule]
    turn, tried = episode.follow_ups.index(id), floor.board.follow_ups.reach(id).attempts
    reached = is_reached(floor.row(incident), turn, tried)
    floor.ask(AttemptFollowUp, follow_up=id, outcome=AttemptOutcome.SPOKE if reached else AttemptOutcome.NO_ANSWER)
    if reached:
        return
    if tried + 1 < promised.attempts:
        floor.agenda.put(floor.now + promised.again_ms, state.TRY, index)
        return
    floor.ask(CloseFollowUp, follow_up=id, reason="not_reached", signed_by=naming.SUPERVISOR)
    is_elsewhere = episode.responsible is not None and episode.responsible.kind is PartyKind.FACILITY
    if not is_elsewhere and not has_open(floor, episode):
        floor.ask(EndEpisode, episode=episode.id, reason=EndReason.NOT_REACHED, signed_by=naming.SUPERVISOR)


def release(floor: Floor, incident: int) -> None:
    """A chair is free again; the desk takes over from the facility where something is promised, else this is the end."""
    episode = _episode(floor, incident)
    door, _, counted = floor.reserved[floor.taken_to[incident]]
    facility, service = facility_of(floor, door)
    if counted:
        capacity = next(one.capacity for one in facility.services if one.id == service)
        free = min(capacity, floor.board.places.reach(facility.id).free[service] + 1)
        floor.ask(SetCapacity, facility=facility.id, service=service, free=free)
    floor.ask(ReleasePerson, episode=episode.id)
    if not has_open(floor, episode):
        floor.ask(EndEpisode, episode=episode.id, reason=EndReason.RESOLVED)
        return
    desk = floor.scenario.rules.get_desk("follow_up").id
    by = naming.ASKS._replace(seat=desk)
    floor.ask(OfferTransfer, episode=episode.id, to=Party(PartyKind.POSITION, desk))
    floor.settle(AcceptTransfer(id=floor.next_id(), by=by, episode=episode.id))
    floor.settle(TakeOver(id=floor.next_id(), by=by, episode=episode.id))
