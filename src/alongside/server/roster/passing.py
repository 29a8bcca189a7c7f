"""Shift change: everything a desk or crew is responsible for, and everything offered to it."""

from alongside.core.codes import OfferStatus, PartyKind
from alongside.core.party import Party
from alongside.core.state import Episode
from alongside.server.site.looking import Look
from alongside.server.site.persons import person_row
from alongside.server.site.rows import Row


def my_party(seen: Look) -> Party | None:
    """The desk or crew this person speaks for now; None where they sit nowhere."""
    seat = seen.actor.seat
    if any(desk.id == seat for desk in seen.asking.rules.program.desks):
        return Party(PartyKind.POSITION, seat)
    return Party(PartyKind.CREW, seat) if seat in seen.view.board.units else None


def list_charges(seen: Look, party: Party) -> list[Row]:
    """Everybody a party is responsible for, oldest first."""
    return [_charge(seen, seen.asking.episode(id)) for id in seen.view.board.list_charges(party)]


def _charge(seen: Look, episode: Episode) -> Row:
    offered = episode.offer.to if episode.offer.status is not OfferStatus.NONE else None
    return {
        **person_row(seen.view, episode),
        "silent_since": episode.silent_since,
        "last_sign_at": episode.last_sign_at,
        "offered_to": seen.view.names.party(seen.view.board, offered, seen.view.language) if offered else "",
        "offer_status": episode.offer.status.value,
    }


def list_offered(seen: Look, party: Party) -> list[Row]:
    """People others have offered to this party and who have not been taken over yet."""
    rows = []
    for charges in list(seen.view.board.charges.values()):
        for id in charges:
            episode = seen.asking.episode(id)
            if episode.offer.to == party and episode.offer.status in (OfferStatus.OFFERED, OfferStatus.ACCEPTED):
                rows.append(_charge(seen, episode))
    return rows


def list_other_desks(seen: Look, party: Party | None) -> list[Row]:
    """Desks somebody sits at, other than this one: only they can take anybody over."""
    found = []
    for desk in seen.asking.rules.program.desks:
        position = seen.view.board.positions.find(desk.id)
        if position and position.staff and (party is None or desk.id != party.id):
            found.append({"id": desk.id, "label": seen.view.names.desk(seen.view.board, desk.id, seen.view.language)})
    return found


def may_relieve(seen: Look) -> list[Row]:
    """Desks of this person's own kind of work that somebody else sits at: what a newcomer can take over."""
    duties = DUTIES.get(seen.actor.role, frozenset())
    rows = []
    for desk in seen.asking.rules.program.desks:
        position = seen.view.board.positions.find(desk.id)
        if desk.duty in duties and position and position.staff not in ("", seen.actor.staff):
            party = Party(PartyKind.POSITION, desk.id)
            label = seen.view.names.label(f"desk.{desk.id}", seen.view.language)
            rows.append(
                {"id": desk.id, "label": label, "staff": seen.view.names.person(position.staff), "charges": list_charges(seen, party)}
            )
    return rows


DUTIES = {
    "call_taker": frozenset({"call_taker"}),
    "dispatcher": frozenset({"dispatcher", "call_taker"}),
    "supervisor": frozenset({"supervisor", "dispatcher", "call_taker"}),
    "clinician": frozenset({"clinician_line"}),
    "case_manager": frozenset({"follow_up"}),
}
