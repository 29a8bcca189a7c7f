"""Each person in crisis of an incident: who is responsible since when, what is offered, what came of it, which place."""

from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from alongside.core.asking import Asking
from alongside.core.codes import AssignmentStatus, Disposition, OfferStatus, PartyKind
from alongside.core.party import Party
from alongside.core.state import Episode, Incident
from alongside.server.dispatch import receivers, receiving, rides
from alongside.server.dispatch.actions import Action, action
from alongside.server.site.around import guardian_of, may_be_minor, reports_of
from alongside.server.site.coded import choices, word
from alongside.server.site.deployment import Deployment
from alongside.server.site.rows import View

WITH_SOMEBODY = frozenset(
    {AssignmentStatus.ON_SCENE, AssignmentStatus.WITH_PERSON, AssignmentStatus.TRANSPORTING, AssignmentStatus.AT_PLACE}
)


class Scene(NamedTuple):
    """What the people of one incident are shown from. ``legal`` gives each reservation's legal status."""

    deployment: Deployment
    view: View
    asking: Asking
    incident: Incident
    legal: dict[str, str]

    @property
    def is_met(self) -> bool:
        """Whether a crew is with them, so that a place may be looked for."""
        sent = (self.view.board.assignments.find(id) for id in self.incident.assignments)
        return any(one.status in WITH_SOMEBODY for one in sent if one)


def list_people(scene: Scene) -> list[dict[str, Any]]:
    """One entry for each person, in the order in which they became known."""
    found = [episode for id in scene.incident.episodes if (episode := scene.view.board.episodes.find(id))]
    return [_person(scene, episode, number) for number, episode in enumerate(found, 1)]


def _person(scene: Scene, episode: Episode, number: int) -> dict[str, Any]:
    view = scene.view
    return {
        "id": episode.id,
        "number": number,
        "minor": episode.minor,
        "guardian": guardian_of(episode),
        "reports": reports_of(view.board, view.names, episode, scene.asking.by),
        "may_be_minor": may_be_minor(scene.incident, episode),
        "disposition": word("disposition", episode.disposition) if episode.disposition else "",
        "ended": word("end", episode.ended) if episode.ended else "",
        "dispositions": choices("disposition", [one.value for one in Disposition]) if _may_be_told(episode) else [],
        "reservation": receiving.find_reservation(view, episode, scene.legal),
        "places": receivers.list_receiving(scene.deployment, view, scene.asking, scene.incident, episode)
        if _wants_place(scene, episode)
        else [],
        "transport": rides.transport_of(view, scene.asking, scene.incident, episode),
        **_responsible(view, episode),
    }


def _responsible(view: View, episode: Episode) -> dict[str, Any]:
    party = episode.responsible
    silent = party is not None and episode.silent_since is not None
    may_offer = party is not None and episode.offer.status is OfferStatus.NONE
    return {
        "responsible": view.names.party(view.board, party, view.language) if party else "",
        "since": episode.since,
        "silent": episode.silent_since,
        "sign": action("GiveSign", _("They still have the person"), episode=episode.id) if silent else None,
        "offer": _offer(view, episode),
        "may_offer": _receivers(view, episode) if may_offer else [],
    }


def _may_be_told(episode: Episode) -> bool:
    return episode.disposition is None and episode.ended is None


def _wants_place(scene: Scene, episode: Episode) -> bool:
    party = episode.responsible
    at_facility = party is None or party.kind is PartyKind.FACILITY
    return scene.is_met and episode.ended is None and not at_facility and not episode.reservation


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
    unconfirmed = is_unconfirmed(episode)
    return {
        "to": to,
        "status": word("offer", "unconfirmed" if unconfirmed else offer.status),
        "at": offer.at,
        "actions": _transfer_steps(episode, to),
        "phone": unconfirmed or offer.status in (OfferStatus.OFFERED, OfferStatus.DROPPED),
    }


def is_unconfirmed(episode: Episode) -> bool:
    """Whether the receiver agreed by phone and it was not read back yet."""
    offer = episode.offer
    return offer.status is OfferStatus.ACCEPTED and offer.by_phone and not offer.read_back


def _transfer_steps(episode: Episode, to: str) -> list[Action]:
    status, id = episode.offer.status, episode.id
    steps: list[Action] = []
    if status in (OfferStatus.OFFERED, OfferStatus.DROPPED):
        steps.append(action("DeclineTransfer", _("They declined"), episode=id, reason="declined"))
    if status is OfferStatus.ACCEPTED and not is_unconfirmed(episode):
        steps.append(action("TakeOver", _("%(to)s has taken over") % {"to": to}, "main", episode=id))
    if status is OfferStatus.DROPPED:
        steps.append(action("CallBack", _("Called back, reached"), episode=id, reached=True))
        steps.append(action("CallBack", _("Called back, no answer"), episode=id, reached=False))
    else:
        steps.append(action("DropTransfer", _("Line dropped"), episode=id))
    return [*steps, action("WithdrawTransfer", _("Take the offer back"), episode=id)]
