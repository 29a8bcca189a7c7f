"""POST /attach/<field>/<person> or …/<kind>/<id>: a photo or scan, read in memory, looked at, sealed; it waits for what keeps it."""

from alongside.core.party import Actor
from alongside.core.refused import Refused
from alongside.core.sharing.access import may_ask
from alongside.core.sharing.ties import standing_of
from alongside.ledger.refused import LedgerUnavailable
from alongside.server.site.asking.explain import explain
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.deployment import Deployment
from alongside.server.site.scanned import Place, take_in
from alongside.server.site.thin.guard import admit, made_for_another, refuse
from alongside.server.site.thin.http import Http
from alongside.server.site.thin.sentences import NO_SUCH

PREFIX = "/attach/"
OFFICE = "privacy_officer"
GOES_WITH = {  # the request that keeps the file, and whom it may be about
    "consent_scan": ("RecordConsent", ("person",)),
    "amendment_scan": ("AskAmendment", ("person",)),
    "records_scan": ("AskRelease", ("person", "incident", "threat")),
}
MEGABYTE = 1_000_000


async def serve_attach(deployment: Deployment, http: Http) -> None:
    """Answers ``{"file", "says"}``: the id to send in the field of the request, and what the file is."""
    asker = await admit(deployment, http, "attach")
    if asker is None or await made_for_another(http, asker):
        return
    place = read_place(http.path)
    if not is_theirs(deployment, asker.actor, place):
        await refuse(http, 404, "not_found", NO_SUCH)
        return
    try:
        content = await read_content(http, deployment.options.attachment_mb)
        await deployment.sittings.note_hand(asker)
        told = await take_in(deployment, asker.actor, place, content)
    except (Refused, LedgerUnavailable) as wrong:
        answer = explain(deployment, wrong, http.language)
        await http.json(answer.status, answer.body)
    else:
        await http.json(200, told)


def read_place(path: str) -> Place:
    """Which field, and whose: a person where no kind is named."""
    field, _, whose = path.removeprefix(PREFIX).partition("/")
    kind, _, id = whose.rpartition("/")
    return Place(field, kind or "person", id)


def is_theirs(deployment: Deployment, actor: Actor, place: Place) -> bool:
    """Whether the field holds a file that goes with something the asker may ask, about whom they have to do with; alike for all others.

    The privacy officer takes down what anybody asks of the office, and has to do with all of them there.
    """
    asks, kinds = GOES_WITH.get(place.field, ("", ()))
    with deployment.ledger.board() as board:
        here = {"person": place.id in board.people, "incident": place.id in board.incidents, "threat": place.id in board.threats}
        if place.kind not in kinds or not here[place.kind] or not may_ask(actor, asks):
            return False
        return actor.role == OFFICE or bool(standing_of(board, actor, place.kind, place.id, deployment.clock.now()).ties)


async def read_content(http: Http, most: int) -> bytes:
    """The whole file, never on a disk. Raises ``Refused("file_too_large")`` as soon as it is more than ``most`` megabytes."""
    try:
        return await http.body(most * MEGABYTE)
    except Malformed:
        raise Refused("file_too_large", most=most) from None
