"""Whose business a need is: its desk, who was sent, who has or may get somebody of it. Everybody else does not learn that it exists."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.life import ASSIGNMENT_ENDS
from alongside.core.request import Request
from alongside.core.sharing.access import may_see
from alongside.core.sharing.ties import ONLY_LOOKS, standing_of
from alongside.core.state import Incident

# Ids that a request makes new; everywhere else they name what is there already. The server mints them (server/site/asking/fill.py).
NEW: Mapping[str, frozenset[str]] = {
    "TakeCall": frozenset({"incident"}),
    "AddPerson": frozenset({"episode"}),
    "AssignUnit": frozenset({"assignment"}),
    "SelfStage": frozenset({"incident", "episode", "assignment"}),
    "ReservePlace": frozenset({"reservation"}),
    "AskTransport": frozenset({"ride"}),
    "StartRestraint": frozenset({"restraint"}),
    "SendMessage": frozenset({"message"}),
    "OweReport": frozenset({"report"}),
    "RecordPerson": frozenset({"person"}),
    "WriteHold": frozenset({"hold"}),
    "MakeInvitation": frozenset({"invitation"}),
    "MakeReferral": frozenset({"referral"}),
}
# Names whose own rule judges (seats.py): whoever identifies, carries over, signs or opens in an emergency is not tied to it yet.
OWN_RULE: Mapping[str, frozenset[str]] = {
    "IdentifyPerson": frozenset({"person"}),
    "CarryItemOver": frozenset({"person", "item"}),
    "SignItem": frozenset({"person", "item"}),
    "OpenCase": frozenset({"person"}),
    "OpenThreat": frozenset({"person"}),
    "BreakGlass": frozenset({"person", "episode"}),
    "CloseGlass": frozenset({"person", "episode"}),
    "EnrollPerson": frozenset({"person"}),
    "MatchSearch": frozenset({"person"}),
    "NameRecords": frozenset({"person", "other"}),
}
EVERYWHERE = frozenset({"system", "privacy_officer"})
ANSWERS_CALLS = "clinician_line"  # its clinicians answer calls, as a call-taker does


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


def knows_all(asking: Asking) -> bool:
    """Whether every need is this asker's business: desks that dispatch, and the line where clinicians answer calls."""
    desk = asking.board.positions.find(asking.by.seat)
    return asking.by.role in EVERYWHERE or may_see(asking.by, "console") or (desk is not None and desk.duty == ANSWERS_CALLS)


def knows(asking: Asking, request: Request) -> bool:
    """Whether everything that the request names is the asker's business. What does not exist is nobody's."""
    new = NEW.get(request.kind, frozenset()) | OWN_RULE.get(request.kind, frozenset())
    named = ((name, getattr(request, name, None)) for name in BUSINESS if name not in new)
    return knows_all(asking) or all(BUSINESS[name](asking, id) for name, id in named if id)


def is_business(asking: Asking, name: str, id: str) -> bool:
    """Whether the thing of that name (``incident``, ``episode``, ``follow_up`` …) is the asker's business."""
    return knows_all(asking) or BUSINESS[name](asking, id)


def _incident(asking: Asking, id: str) -> bool:
    found = asking.board.incidents.find(id)
    return found is not None and bool(asking.by.seat) and (asking.by.seat in _seats_ever(asking.board, found))


def _seats_ever(board: Board, incident: Incident) -> set[str]:
    """A crew writes down afterwards what came of it."""
    sent = {one.unit for id in incident.assignments if (one := board.assignments.find(id))}
    return sent | set(seats_of_incident(board, incident))


def _episode(asking: Asking, id: str) -> bool:
    found = asking.board.episodes.find(id)
    return found is not None and _incident(asking, found.incident)


def _assignment(asking: Asking, id: str) -> bool:
    found = asking.board.assignments.find(id)
    return found is not None and _incident(asking, found.incident)


def _reservation(asking: Asking, id: str) -> bool:
    found = asking.board.reservations.find(id)
    return found is not None and (found.facility == asking.by.seat or _episode(asking, found.episode))


def _ride(asking: Asking, id: str) -> bool:
    found = asking.board.rides.find(id)
    return found is not None and _episode(asking, found.episode)


def _restraint(asking: Asking, id: str) -> bool:
    found = asking.board.restraints.find(id)
    return found is not None and _episode(asking, found.episode)


def _follow_up(asking: Asking, id: str) -> bool:
    found = asking.board.follow_ups.find(id)
    return found is not None and (_works_promises(asking) or _episode(asking, found.episode))


def _works_promises(asking: Asking) -> bool:
    """Promises are the work of every follow-up desk, whoever owns them yet."""
    desk = asking.board.positions.find(asking.by.seat)
    return desk is not None and desk.duty == "follow_up"


def _message(asking: Asking, id: str) -> bool:
    found = asking.board.messages.find(id)
    return found is not None and asking.by.seat in (found.to, found.sender)


def _report(asking: Asking, id: str) -> bool:
    found = asking.board.reports.find(id)
    return found is not None and (found.owed_by == asking.by.staff or _episode(asking, found.episode))


def _person(asking: Asking, id: str) -> bool:
    return bool(standing_of(asking.board, asking.by, "person", id).ties - ONLY_LOOKS)


def _item(asking: Asking, id: str) -> bool:
    found = asking.board.items.find(id)
    return found is not None and (found.author == asking.by.staff or _person(asking, found.person))


def _hold(asking: Asking, id: str) -> bool:
    found = asking.board.holds.find(id)
    return found is not None and (found.facility == asking.by.seat or _episode(asking, found.episode))


def _invitation(asking: Asking, id: str) -> bool:
    found = asking.board.invitations.find(id)
    return found is not None and (asking.by.staff in (found.staff, found.made_by) or _episode(asking, found.episode))


def _referral(asking: Asking, id: str) -> bool:
    found = asking.board.referrals.find(id)
    return found is not None and (_works_promises(asking) or found.made_by == asking.by.staff or _episode(asking, found.episode))


def _ask(asking: Asking, id: str) -> bool:
    """The organization that was asked, or whoever sees to it."""
    found = asking.board.asks.find(id)
    own = found is not None and asking.by.role == "referral_partner" and asking.by.agency == found.partner
    return found is not None and (own or _referral(asking, found.referral))


BUSINESS: Mapping[str, Callable[[Any, str], bool]] = {
    "incident": _incident, "other": _incident, "episode": _episode, "assignment": _assignment, "reservation": _reservation,
    "ride": _ride, "restraint": _restraint, "follow_up": _follow_up, "message": _message, "report": _report, "person": _person,
    "item": _item, "invitation": _invitation, "hold": _hold, "referral": _referral, "ask": _ask,
}  # fmt: skip
