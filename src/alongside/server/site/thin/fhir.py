"""/fhir/…: a partner's own system, or account, reads and answers what it was asked. What is not its own is as if it did not exist."""

import msgspec
from django.conf import settings

from alongside.core.party import Actor
from alongside.core.sharing.access import may_see
from alongside.server.fhir.capability import capability
from alongside.server.fhir.listing import answer_search
from alongside.server.fhir.outcome import Answered, Unfit, unfit
from alongside.server.site.asking.malformed import Malformed
from alongside.server.site.deployment import Deployment
from alongside.server.site.thin.fhir_tasks import move, read_one
from alongside.server.site.thin.guard import find_asker, is_ours
from alongside.server.site.thin.http import Http

FHIR, MOVES = "/fhir/", frozenset({"GET", "POST", "PUT", "PATCH"})
MEDIA = b"application/fhir+json; fhirVersion=4.0; charset=utf-8"
SIGN_IN = "Sign in, or send “Authorization: Bearer” and your client's token."
NOT_PARTNER = "Referrals are answered by the organization that was asked: register your system as its referral partner."
CHECK = "This came from another page. Load your own page again."
NOT_HERE = "There is no such task."
NOT_SO = "This cannot be done here; GET /fhir/metadata says what can."
UNREADABLE = "This is no JSON we can read, or too much of it."


async def serve_fhir(deployment: Deployment, http: Http) -> None:
    """A resource, or an OperationOutcome; never anything else."""
    try:
        told = await answer(deployment, http)
    except Unfit as wrong:
        told = unfit(wrong)
    except Malformed as wrong:
        told = unfit(Unfit(wrong.status, "too-long" if wrong.status == 413 else "structure", UNREADABLE))
    body = b"" if told.resource is None else msgspec.json.encode(told.resource)
    more = [(name.lower().encode(), value.encode()) for name, value in told.headers]
    await http.answer(told.status, body, MEDIA, (b"cache-control", b"no-store"), *more)


async def answer(deployment: Deployment, http: Http) -> Answered:
    """By address and method. Raises ``Unfit``."""
    kind, _, id = http.path.removeprefix(FHIR).partition("/")
    if http.method == "GET" and (kind, id) == ("metadata", ""):
        return Answered(200, capability(base_of(http)))
    actor = await _admit(deployment, http)
    if kind != "Task" or "/" in id:
        raise Unfit(404, "not-found", NOT_SO)
    if not id:
        return _search(deployment, http, actor)
    ask = deployment.feed.board.asks.find(id)
    if ask is None or ask.partner != actor.agency:
        raise Unfit(404, "not-found", NOT_HERE)
    if http.method == "GET":
        told = await read_one(deployment, actor, ask)
        is_known = http.headers.get("if-none-match", "") == told.headers[0][1]
        return Answered(304, None, told.headers) if is_known else told
    if http.method in ("PUT", "PATCH"):
        return await move(deployment, http, actor, ask)
    raise Unfit(405, "not-supported", NOT_SO)


async def _admit(deployment: Deployment, http: Http) -> Actor:
    """A partner's account or client: of one organization, and confined to it."""
    asker = await find_asker(deployment, http)
    if asker is None:
        raise Unfit(401, "login", SIGN_IN)
    if not may_see(asker.actor, "referred") or not asker.actor.agency:
        raise Unfit(403, "forbidden", NOT_PARTNER)
    if http.method != "GET" and not is_ours(http):
        raise Unfit(403, "forbidden", CHECK)
    return asker.actor


def _search(deployment: Deployment, http: Http, actor: Actor) -> Answered:
    if http.method != "GET":
        raise Unfit(405, "not-supported", NOT_SO)
    asked = http.scope.get("query_string", b"")
    return answer_search(deployment.feed.board, actor.agency, asked, base_of(http), deployment.clock.now())


def base_of(http: Http) -> str:
    """Where this server is, as the client named it; nothing of a name that is not this server's."""
    host = http.headers.get("host", "") if http.has_known_host else ""
    scheme = "https" if settings.OPTIONS.behind_tls else "http"
    return f"{scheme}://{host}/fhir" if host else "/fhir"
