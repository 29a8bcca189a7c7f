"""Each person in crisis of an incident: who is responsible since when, what is offered, what came of it, which places could receive them."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus, Disposition, OfferStatus, PartyKind, ReservationStatus
from alongside.core.handoff.places import PlaceOption, list_places
from alongside.core.party import Party
from alongside.core.state import Episode, Incident, Reservation
from alongside.core.travel import Mode
from alongside.server.dispatch.actions import Action, action
from alongside.server.dispatch.options import drive_words, say
from alongside.server.site.coded import choices, word
from alongside.server.site.deployment import Deployment
from alongside.server.site.rows import View
from alongside.server.site.sentences import say_reason

WITH_SOMEBODY = frozenset({AssignmentStatus.ON_SCENE, AssignmentStatus.WITH_PERSON, AssignmentStatus.TRANSPORTING, AssignmentStatus.AT_PLACE})
PLACES_SHOWN = 5


def list_people(deployment: Deployment, view: View, asking: Asking, incident: Incident) -> list[dict[str, Any]]:
    """One entry for each person, in the order in which they became known."""
    found = [episode for id in incident.episodes if (episode := view.board.episodes.find(id))]
    met = any(one.status in WITH_SOMEBODY for id in incident.assignments if (one := view.board.assignments.find(id)))
    return [_person(deployment, view, asking, incident, episode, number, met) for number, episode in enumerate(found, 1)]


def _person(
    deployment: Deployment, view: View, asking: Asking, incident: Incident, episode: Episode, number: int, met: bool
) -> dict[str, Any]:  # fmt: skip
    party = episode.responsible
    wants_place = met and episode.ended is None and party is not None and party.kind is not PartyKind.FACILITY
    return {
        "id": episode.id,
        "number": number,
        "minor": episode.minor,
        "responsible": view.names.party(view.board, party, view.language) if party else "",
        "since": episode.since,
        "silent": episode.silent_since,
        "sign": action("GiveSign", _("They still have the person"), episode=episode.id) if party and episode.silent_since else None,
        "offer": _offer(view, episode),
        "may_offer": [] if party is None or episode.offer.status is not OfferStatus.NONE else _receivers(view, episode),
        "disposition": word("disposition", episode.disposition) if episode.disposition else "",
        "ended": word("end", episode.ended) if episode.ended else "",
        "dispositions": choices("disposition", [one.value for one in Disposition]) if _may_be_told(episode) else [],
        "reservation": _reservation(view, episode),
        "places": _places(deployment, view, asking, incident, episode) if wants_place and not episode.reservation else [],
    }


def _may_be_told(episode: Episode) -> bool:
    return episode.disposition is None and episode.ended is None


def _receivers(view: View, episode: Episode) -> list[tuple[str, str]]:
    """(kind:id, label) of whoever could be offered the person: partner lines, then staffed desks."""
    partners = [Party(PartyKind.PARTNER, one.id) for one in view.rules.program.partners]
    desks = [Party(PartyKind.POSITION, one.id) for one in view.board.positions if one.staff]
    others = [party for party in (*partners, *desks) if party != episode.responsible]
    return [(f"{party.kind.value}:{party.id}", view.names.party(view.board, party, view.language)) for party in others]


def _offer(view: View, episode: Episode) -> dict[str, Any] | None:
    """A transfer in the offing and what may happen with it; agreeing still moves nothing."""
    offer = episode.offer
    if offer.status is OfferStatus.NONE or offer.to is None:
        return None
    to = view.names.party(view.board, offer.to, view.language)
    return {"to": to, "status": offer.status.value, "at": offer.at, "by_phone": offer.by_phone, "actions": _transfer_steps(episode, to)}


def _transfer_steps(episode: Episode, to: str) -> list[Action]:
    status, id = episode.offer.status, episode.id
    steps: list[Action] = []
    if status in (OfferStatus.OFFERED, OfferStatus.DROPPED):
        steps.append(action("AcceptTransfer", _("Agreed by phone, read back"), episode=id, by_phone=True, read_back=True))
        steps.append(action("DeclineTransfer", _("They declined"), episode=id, reason="declined"))
    if status is OfferStatus.ACCEPTED:
        steps.append(action("TakeOver", _("%(to)s has taken over") % {"to": to}, "main", episode=id))
    if status is OfferStatus.DROPPED:
        steps.append(action("CallBack", _("Called back, reached"), episode=id, reached=True))
        steps.append(action("CallBack", _("Called back, no answer"), episode=id, reached=False))
    else:
        steps.append(action("DropTransfer", _("Line dropped"), episode=id))
    return [*steps, action("WithdrawTransfer", _("Take the offer back"), episode=id)]


def _reservation(view: View, episode: Episode) -> dict[str, Any] | None:
    one = view.board.reservations.find(episode.reservation) if episode.reservation else None
    if one is None:
        return None
    label = {"facility": view.names.facility(one.facility), "service": word("service", one.service), "until": one.until, "status": one.status.value}
    return {**label, "id": one.id, "actions": _reservation_steps(one, episode), "declines": choices("declined")}


def _reservation_steps(one: Reservation, episode: Episode) -> list[Action]:
    steps: list[Action] = []
    if one.status is ReservationStatus.RESERVED:
        steps.append(action("AgreeToReceive", _("Agreed by phone, read back"), reservation=one.id, by_phone=True, read_back=True))
    if one.status in (ReservationStatus.RESERVED, ReservationStatus.AGREED):
        body = {"episode": episode.id, "facility": one.facility, "service": one.service, "reservation": one.id, "legal": one.legal}
        steps.append(action("HandOver", _("Handed over at the door"), "main", **body))
        steps.append(action("TakeBackReservation", _("Take back"), reservation=one.id))
    return steps


def _places(deployment: Deployment, view: View, asking: Asking, incident: Incident, episode: Episode) -> list[dict[str, Any]]:
    """The first places that could receive this person, best first, each with its why."""
    options = list_places(asking, episode, incident.spot)
    return [_place(deployment, view, incident, episode, one) for one in options[:PLACES_SHOWN]]


def _place(deployment: Deployment, view: View, incident: Incident, episode: Episode, one: PlaceOption) -> dict[str, Any]:
    body = {"facility": one.facility, "service": one.service, "episode": episode.id}
    return {
        "label": view.names.facility(one.facility),
        "service": word("service", one.service),
        "fits": one.fits,
        "free": one.free,
        "updated_at": one.updated_at,
        "drive": drive_words(deployment.travel, one.drive_ms, Mode.NORMAL, incident),
        "why": [say(view, each) for each in one.reasons if each.code != "fits"],
        "reserve": action("ReservePlace", _("Reserve"), **body) if one.fits and one.free != 0 else None,
    }


def likely_same(view: View, asking: Asking, incident: Incident) -> list[dict[str, Any]]:
    """Open incidents that may be the same need, with the reasons; a person links them."""
    from alongside.core.intake.linking import suggest_links

    found = suggest_links(asking, incident)[:3]
    return [
        {
            "id": other.id,
            "number": other.number,
            "reasons": [say_reason(one, view.names, view.board, view.language) for one in reasons],
            "link": action("LinkIncidents", _("Same need: link"), incident=incident.id, other=other.id, basis=[one.code for one in reasons]),
        }
        for other, reasons in found
    ]
