"""POST /attach/<field>/<person>: a photo or scan, read in memory, looked at, sealed; it waits for the request that keeps it."""

from alongside.core.party import Actor
from alongside.core.refused import Refused
from alongside.core.sharing.ties import standing_of
from alongside.ledger.refused import LedgerUnavailable
from alongside.server.site.asking.explain import explain
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.deployment import Deployment
from alongside.server.site.scanned import take_in
from alongside.server.site.thin.guard import admit, made_for_another, refuse
from alongside.server.site.thin.http import Http
from alongside.server.site.thin.sentences import NO_SUCH

PREFIX = "/attach/"
MEGABYTE = 1_000_000


async def serve_attach(deployment: Deployment, http: Http) -> None:
    """Answers ``{"file", "says"}``: the id to send in the field of the request, and what the file is."""
    asker = await admit(deployment, http, "attach")
    if asker is None or await made_for_another(http, asker):
        return
    field, _, person = http.path.removeprefix(PREFIX).partition("/")
    if not is_theirs(deployment, asker.actor, field, person):
        await refuse(http, 404, "not_found", NO_SUCH)
        return
    try:
        content = await read_content(http, deployment.options.attachment_mb)
        await deployment.sittings.note_hand(asker)
        told = await take_in(deployment, asker.actor, (field, person), content)
    except (Refused, LedgerUnavailable) as wrong:
        answer = explain(deployment, wrong, http.language)
        await http.json(answer.status, answer.body)
    else:
        await http.json(200, told)


def is_theirs(deployment: Deployment, actor: Actor, field: str, person: str) -> bool:
    """Whether the field holds a file and something ties the asker to the person now; alike for all others, and for nobody there."""
    with deployment.ledger.board() as board:
        known = board.people.find(person) is not None
        ties = standing_of(board, actor, "person", person, deployment.clock.now()).ties
    return field in deployment.vault.sharing.fields.files and known and bool(ties)


async def read_content(http: Http, most: int) -> bytes:
    """The whole file, never on a disk. Raises ``Refused("file_too_large")`` as soon as it is more than ``most`` megabytes."""
    try:
        return await http.body(most * MEGABYTE)
    except Malformed:
        raise Refused("file_too_large", most=most) from None
