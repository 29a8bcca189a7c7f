"""What must not be overlooked, derived from the board as it stands; each is one line with a sentence."""

from collections.abc import Callable, Iterator

from alongside.core.board import Board
from alongside.core.codes import OVER, AssignmentStatus, OfferStatus, PartyKind
from alongside.core.dispatch.departing import list_left_open
from alongside.core.state import Episode
from alongside.core.transport.kept import Ride
from alongside.core.transport.means import find_driver
from alongside.server.site.feed.afterwards import follow_up_overdue, referral_overdue
from alongside.server.site.feed.one_alarm import alarm, open_episodes
from alongside.server.site.invited.locked import list_locked
from alongside.server.site.row_incident import is_waiting, plan_of
from alongside.server.site.rows import Row, View


def list_alarms(view: View, now: int, late: tuple[Row, ...] = ()) -> list[Row]:
    """All alarms, the most pressing kind first, the oldest of a kind first. ``late`` are quarantined requests of today."""
    found = [alarm for kind in KINDS for alarm in sorted(kind(view, now), key=lambda one: one["at"])]
    return [*found, *(alarm(view, "late_request", one["at"], parameters=one) for one in late)]


def help_asked(view: View, now: int) -> Iterator[Row]:
    """A crew asked for help and nobody has it."""
    for unit in view.board.units:
        if unit.help_asked_at is not None and not unit.help_received_by:
            yield alarm(view, "help_asked", unit.help_asked_at, unit=unit.id, incident=_works_on(view.board, unit.primary))


def _works_on(board: Board, assignment: str) -> str:
    sent = board.assignments.find(assignment)
    return sent.incident if sent else ""


def nobody_responsible(view: View, now: int) -> Iterator[Row]:
    """The responsible desk is empty."""
    for party, episode in open_episodes(view.board):
        desk = view.board.positions.find(party.id) if party.kind is PartyKind.POSITION else None
        if party.kind is PartyKind.POSITION and (desk is None or not desk.staff):
            yield alarm(
                view, "nobody_responsible", episode.since, incident=episode.incident, episode=episode.id, parameters={"party": party}
            )


def page_unanswered(view: View, now: int) -> Iterator[Row]:
    """A unit was sent and has not acknowledged in time."""
    for unit in view.board.units:
        for id in unit.assignments:
            sent = view.board.assignments.find(id)
            if sent and sent.status is AssignmentStatus.ASSIGNED:
                at = sent.times.get(sent.status, now)
                if now - at >= view.rules.clocks.page_ms:
                    yield alarm(view, "page_unanswered", at, incident=sent.incident, unit=unit.id)


def responsible_silent(view: View, now: int) -> Iterator[Row]:
    """The responsible party gives no sign."""
    for party, episode in open_episodes(view.board):
        if episode.silent_since is not None:
            told: Row = {"party": party}
            yield alarm(view, "responsible_silent", episode.silent_since, incident=episode.incident, episode=episode.id, parameters=told)


def need_waiting(view: View, now: int) -> Iterator[Row]:
    """A need has waited past its level's limit without anybody sent."""
    for id in view.board.open_incidents:
        incident = view.board.incidents.find(id)
        plan = plan_of(view, incident) if incident else None
        if incident and plan and is_waiting(view, incident):
            due = (incident.determined_at or incident.taken_at) + plan.assign_within_ms
            if now >= due:
                yield alarm(view, "need_waiting", due, incident=id)


def weapon_question(view: View, now: int) -> Iterator[Row]:
    """A crew will soon be there and nobody knows about a weapon."""
    for id in view.board.open_incidents:
        incident = view.board.incidents.find(id)
        if incident and incident.weapon_question_at is not None:
            yield alarm(view, "weapon_question", incident.weapon_question_at, incident=id)


def red_flags_open(view: View, now: int) -> Iterator[Row]:
    """Somebody is being driven with red flags left open: whoever has the radio asks now."""
    for unit in view.board.units:
        for id in unit.assignments:
            sent = view.board.assignments.find(id)
            need = view.board.incidents.find(sent.incident) if sent and sent.left_open else None
            if sent and need and (left := list_left_open(view.board, view.rules, sent, need)):
                at = sent.times.get(AssignmentStatus.TRANSPORTING, now)
                yield alarm(view, "red_flags_open", at, incident=need.id, unit=unit.id, parameters={"left": left})


def return_due(view: View, now: int) -> Iterator[Row]:
    """Nobody answered, somebody was to come back by now, and nobody is there or on the way."""
    for id in view.board.open_incidents:
        incident = view.board.incidents.find(id)
        then, return_at = (incident.no_answer if incident else None) or ("", None)
        is_due = then == "return" and return_at is not None and return_at <= now
        if incident and is_due and not _is_worked(view.board, incident.assignments):
            yield alarm(view, "return_due", return_at or now, incident=id)


def _is_worked(board: Board, assignments: tuple[str, ...]) -> bool:
    return any((sent := board.assignments.find(id)) is not None and sent.status not in OVER for id in assignments)


def _rides(view: View) -> Iterator[tuple[Episode, Ride]]:
    """Rides of everybody somebody is responsible for."""
    for _, episode in open_episodes(view.board):
        yield from ((episode, ride) for id in episode.rides if (ride := view.board.rides.find(id)))


def transport_wanted(view: View, now: int) -> Iterator[Row]:
    """Transport was asked for, and nobody of that kind is on the way or there."""
    for _, ride in _rides(view):
        if ride.is_wanted and not find_driver(view.board, ride):
            yield alarm(view, "transport_wanted", ride.asked_at or now, incident=ride.incident, parameters={"means": ride.means})


def drop_off_late(view: View, now: int) -> Iterator[Row]:
    """A crew waits at a door longer than the place's own target."""
    for _, ride in _rides(view):
        facility = view.rules.facilities.get(ride.facility)
        if facility and ride.late_since is not None:
            told: Row = {"facility": facility.id, "minutes": facility.drop_off_target_ms // 60_000}
            yield alarm(view, "drop_off_late", ride.late_since, incident=ride.incident, unit=ride.unit, parameters=told)


def transfer_unanswered(view: View, now: int) -> Iterator[Row]:
    """An offered transfer nobody answered, or a lost line nobody called back."""
    for _, episode in open_episodes(view.board):
        offer = episode.offer
        late = now - offer.at >= view.rules.clocks.offer_ms
        if offer.to and late and offer.status in (OfferStatus.OFFERED, OfferStatus.DROPPED):
            told: Row = {"party": offer.to}
            yield alarm(view, "transfer_unanswered", offer.at, incident=episode.incident, episode=episode.id, parameters=told)


def report_overdue(view: View, now: int) -> Iterator[Row]:
    """A mandated report that nobody has filed in time."""
    for one in view.board.reports:
        if one.overdue:
            yield alarm(view, "report_overdue", one.due_at, incident=one.incident, episode=one.episode, parameters={"staff": one.owed_by})


def hold_over(view: View, now: int) -> Iterator[Row]:
    """A legal hold past its latest time, and nobody has written how it ended."""
    for one in view.board.holds:
        if one.is_open() and one.is_over:
            told: Row = {"latest_at": one.latest_at}
            yield alarm(view, "hold_over", one.latest_at, incident=one.incident, episode=one.episode, parameters=told)


def hold_near(view: View, now: int) -> Iterator[Row]:
    """A legal hold near its latest time."""
    for one in view.board.holds:
        if one.is_open() and one.is_near and not one.is_over:
            told: Row = {"latest_at": one.latest_at}
            yield alarm(view, "hold_near", one.latest_at, incident=one.incident, episode=one.episode, parameters=told)


def invitation_locked(view: View, now: int) -> Iterator[Row]:
    """Somebody was asked by a link, and too many wrong PINs shut it: nobody answers unless somebody calls."""
    for one in list_locked(view.board, now):
        if one.incident:
            told: Row = {"party": one.party}
            yield alarm(view, "invitation_locked", one.locked_at or now, incident=one.incident, episode=one.episode, parameters=told)


KINDS: tuple[Callable[[View, int], Iterator[Row]], ...] = (
    help_asked, nobody_responsible, page_unanswered, responsible_silent, red_flags_open, weapon_question, need_waiting,
    transport_wanted, drop_off_late, return_due, transfer_unanswered, follow_up_overdue, referral_overdue, report_overdue, hold_over,
    hold_near, invitation_locked,
)  # fmt: skip
